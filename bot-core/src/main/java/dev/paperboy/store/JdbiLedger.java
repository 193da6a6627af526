package dev.paperboy.store;

import dev.paperboy.digest.Decision;
import dev.paperboy.digest.Decision.Verdict;
import dev.paperboy.digest.Ledger;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import dev.paperboy.when.Occasion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the ledger; it is written with the messages it tells of. */
final class JdbiLedger implements Ledger {
  private final Database database;

  JdbiLedger(Database database) {
    this.database = database;
  }

  @Override
  public long version(String destination) {
    return database.read(handle ->
        handle
            .createQuery(SqlLedger.VERSION)
            .bind("destination", destination)
            .mapTo(Long.class)
            .findOne()
            .orElse(0L));
  }

  @Override
  public Optional<Instant> lastComposed(String destination) {
    return database.read(handle ->
        handle
            .createQuery(SqlLedger.LAST_COMPOSED)
            .bind("destination", destination)
            .map((row, context) -> Optional.ofNullable(SubscriptionRows.instant(row, 1)))
            .one());
  }

  @Override
  public Map<PaperId, Decision> shown(String destination, Collection<PaperId> papers) {
    if (papers.isEmpty()) {
      return Map.of();
    }
    return database.read(handle -> {
      Map<PaperId, Decision> latest = new HashMap<>();
      handle
          .createQuery(SqlLedger.SHOWN)
          .bind("destination", destination)
          .bindList("papers", papers.stream().map(PaperId::value).toList())
          .map((row, context) -> read(row))
          .forEach(decision -> latest.put(decision.paper(), decision));
      return latest;
    });
  }

  @Override
  public Set<PaperId> considered(String destination, Collection<PaperId> papers) {
    if (papers.isEmpty()) {
      return Set.of();
    }
    return database.read(handle ->
        handle
            .createQuery(SqlLedger.CONSIDERED)
            .bind("destination", destination)
            .bindList("papers", papers.stream().map(PaperId::value).toList())
            .mapTo(String.class)
            .map(PaperId::new)
            .set());
  }

  @Override
  public List<Decision> about(String destination, PaperId paper) {
    return database.read(handle ->
        handle
            .createQuery(SqlLedger.ABOUT)
            .bind("destination", destination)
            .bind("paper", paper.value())
            .map((row, context) -> read(row))
            .list());
  }

  @Override
  public List<Decision> of(String subscription, String occasion) {
    return database.read(handle ->
        handle
            .createQuery(SqlLedger.OF_DIGEST)
            .bind("subscription", subscription)
            .bind("occasion", occasion)
            .map((row, context) -> read(row))
            .list());
  }

  private static Decision read(ResultSet row) throws SQLException {
    int stars = row.getInt("stars");
    Integer known = row.wasNull() ? null : stars;
    Instant at = Instant.ofEpochMilli(row.getLong("decided_at"));
    return new Decision(
        row.getString("destination"),
        new PaperId(row.getString("paper_id")),
        row.getString("subscription_id"),
        new Occasion(row.getString("occasion")),
        Verdict.valueOf(row.getString("verdict")),
        row.getString("reason"),
        new Signal(row.getInt("upvotes"), row.getInt("comments"), known, at),
        row.getBoolean("had_code"),
        at,
        row.getString("delivery_id"));
  }
}
