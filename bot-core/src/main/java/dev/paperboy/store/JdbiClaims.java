package dev.paperboy.store;

import dev.paperboy.delivery.Claims;
import dev.paperboy.delivery.Outbox.State;
import dev.paperboy.digest.Decision;
import dev.paperboy.digest.Order;
import dev.paperboy.subscription.Subscriptions.Change;
import dev.paperboy.when.Occasion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Claims deliveries by one statement, and keeps what became of them in few transactions. */
final class JdbiClaims implements Claims {
  /** A part that waits for the one before it. */
  private static final long NOT_YET = Long.MAX_VALUE;

  private final Database database;

  JdbiClaims(Database database) {
    this.database = database;
  }

  @Override
  public List<Claim> claim(
      Collection<String> scopes, String owner, Instant now, Instant leaseUntil, int most) {
    if (scopes.isEmpty() || most < 1) {
      return List.of();
    }
    return database.write(handle -> {
      List<String> ids =
          handle
              .createQuery(SqlOutbox.CLAIM)
              .bindList("platforms", Scopes.platforms(scopes))
              .bindList("scopes", List.copyOf(scopes))
              .define("skippingLocked", database.skippingLocked())
              .bind("owner", owner)
              .bind("now", now.toEpochMilli())
              .bind("lease", leaseUntil.toEpochMilli())
              .bind("most", most)
              .mapTo(String.class)
              .list();
      return ids.isEmpty()
          ? List.of()
          : handle
              .createQuery(SqlOutbox.CLAIMED)
              .bindList("ids", ids)
              .map((row, context) -> claim(row))
              .list();
    });
  }

  private static Claim claim(ResultSet row) throws SQLException {
    return new Claim(
        row.getString("delivery_id"),
        SubscriptionRows.read(row),
        new Occasion(row.getString("delivery_occasion")),
        row.getInt("part"),
        State.valueOf(row.getString("delivery_state")),
        new Order(row.getBoolean("repost"), date(row, "window_from"), date(row, "window_to")),
        row.getString("body"),
        row.getInt("attempts"),
        row.getInt("fence"),
        Instant.ofEpochMilli(row.getLong("lease_until")),
        SubscriptionRows.instant(row, "sending_at"),
        SubscriptionRows.instant(row, "absent_at"),
        SubscriptionRows.instant(row, "expires_at"),
        row.getString("first_receipt"));
  }

  private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : LocalDate.parse(text);
  }

  @Override
  public List<Freezing> freeze(List<Composed> composed, Instant now) {
    if (composed.isEmpty()) {
      return List.of();
    }
    return database.write(handle -> {
      // all in one order, so that two processes never wait for each other crosswise
      putContents(handle, composed);
      List<Integer> order =
          IntStream.range(0, composed.size())
              .boxed()
              .sorted(Comparator.comparing(i -> composed.get(i).claim().subscription().to().key()))
              .toList();
      Freezing[] results = new Freezing[composed.size()];
      for (int i : order) {
        handle.savepoint("each");
        Freezing freezing = freeze(handle, composed.get(i), now);
        if (freezing == Freezing.FROZEN) {
          handle.releaseSavepoint("each");
        } else {
          handle.rollbackToSavepoint("each");
        }
        results[i] = freezing;
      }
      noteComposed(
          handle,
          IntStream.range(0, results.length)
              .filter(i -> results[i] == Freezing.FROZEN)
              .mapToObj(i -> composed.get(i).claim())
              .toList(),
          now);
      return List.of(results);
    });
  }

  private static Freezing freeze(Handle handle, Composed composed, Instant now) {
    Claim claim = composed.claim();
    String destination = claim.subscription().to().key();
    int moved =
        handle
            .createUpdate(SqlOutbox.MOVE_LEDGER)
            .bind("destination", destination)
            .bind("version", composed.ledgerVersion())
            .execute();
    if (moved == 0) {
      return Freezing.LEDGER_MOVED;
    }
    for (int i = 0; i < composed.bodies().size(); i++) {
      String hash = hash(composed.bodies().get(i));
      if (i == 0) {
        int held =
            handle
                .createUpdate(SqlOutbox.FREEZE)
                .bind("id", claim.id())
                .bind("fence", claim.fence())
                .bind("hash", hash)
                .bind("papers", composed.papers().get(0))
                .bind("now", now.toEpochMilli())
                .execute();
        if (held == 0) {
          return Freezing.LOST;
        }
      } else {
        handle
            .createUpdate(SqlOutbox.ADD_PART)
            .bind("id", UUID.randomUUID().toString())
            .bind("first", claim.id())
            .bind("part", i + 1)
            .bind("hash", hash)
            .bind("papers", composed.papers().get(i))
            .bind("notBefore", NOT_YET)
            .bind("now", now.toEpochMilli())
            .execute();
      }
    }
    decide(handle, composed.decisions(), claim.id());
    return Freezing.FROZEN;
  }

  /** Those of what is not frozen in the end are tidied away, as they belong to nothing. */
  private static void putContents(Handle handle, List<Composed> composed) {
    SortedMap<String, String> bodies = new TreeMap<>();
    composed.forEach(each -> each.bodies().forEach(body -> bodies.put(hash(body), body)));
    try (PreparedBatch batch = handle.prepareBatch(SqlOutbox.PUT_CONTENT)) {
      bodies.forEach((hash, body) -> batch.bind("hash", hash).bind("body", body).add());
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }

  private static String hash(String body) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void noteComposed(Handle handle, List<Claim> claims, Instant now) {
    try (PreparedBatch batch = handle.prepareBatch(SqlOutbox.NOTE_COMPOSED)) {
      claims.stream()
          .map(claim -> claim.subscription().id())
          .sorted()
          .distinct()
          .forEach(id -> batch.bind("id", id).bind("now", now.toEpochMilli()).add());
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }

  private static void decide(Handle handle, List<Decision> decisions, String delivery) {
    if (decisions.isEmpty()) {
      return;
    }
    try (PreparedBatch batch = handle.prepareBatch(SqlOutbox.DECIDE)) {
      int turn = 0;
      for (Decision decision : decisions) {
        boolean isShown = decision.verdict() == Decision.Verdict.SHOWN;
        batch
            .bind("destination", decision.destination())
            .bind("paper", decision.paper().value())
            .bind("subscription", decision.subscription())
            .bind("occasion", decision.occasion().text())
            .bind("turn", ++turn)
            .bind("verdict", decision.verdict().name())
            .bind("reason", decision.reason())
            .bind("upvotes", decision.signal().upvotes())
            .bind("comments", decision.signal().comments())
            .bind("stars", decision.signal().stars())
            .bind("hadCode", decision.hadCode())
            .bind("at", decision.at().toEpochMilli())
            .bind("delivery", delivery)
            .bind("counts", isShown)
            .add();
      }
      batch.execute();
    }
  }

  @Override
  public List<Settlement> settle(List<Settlement> settlements, Instant now) {
    if (settlements.isEmpty()) {
      return List.of();
    }
    List<Settlement> ordered =
        settlements.stream().sorted(Comparator.comparing(s -> s.claim().id())).toList();
    return database.write(handle -> {
      List<Settlement> kept = mark(handle, ordered, now);
      noteAttempts(handle, kept, now);
      noteComposed(
          handle,
          kept.stream()
              .filter(settlement -> !settlement.decisions().isEmpty())
              .map(Settlement::claim)
              .toList(),
          now);
      Set<String> suspended = new HashSet<>();
      for (Settlement settlement : kept) {
        follow(handle, settlement, now);
        String destination = settlement.claim().subscription().to().key();
        if (settlement.suspends() && suspended.add(destination)) {
          suspend(handle, settlement, destination, now);
        }
      }
      return kept;
    });
  }

  private static List<Settlement> mark(Handle handle, List<Settlement> settlements, Instant now) {
    try (PreparedBatch batch = handle.prepareBatch(SqlOutbox.SETTLE)) {
      for (Settlement settlement : settlements) {
        Instant absentAt = settlement.absentAt();
        batch
            .bind("id", settlement.claim().id())
            .bind("fence", settlement.claim().fence())
            .bind("state", settlement.state().name())
            .bind("notBefore", settlement.notBefore().toEpochMilli())
            .bind("counted", settlement.counted() ? 1 : 0)
            .bind("receipt", settlement.receipt())
            .bind("why", settlement.why())
            .bind("absentAt", absentAt == null ? null : absentAt.toEpochMilli())
            .bind("sentAt", settlement.state() == State.SENT ? now.toEpochMilli() : null)
            .add();
      }
      int[] counts = batch.execute();
      List<Settlement> kept = new ArrayList<>();
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] == 1) {
          kept.add(settlements.get(i));
        }
      }
      return kept;
    }
  }

  private static void noteAttempts(Handle handle, List<Settlement> settlements, Instant now) {
    List<Settlement> tries =
        settlements.stream().filter(settlement -> settlement.outcome() != null).toList();
    if (tries.isEmpty()) {
      return;
    }
    try (PreparedBatch batch = handle.prepareBatch(SqlOutbox.NOTE_ATTEMPT)) {
      for (Settlement settlement : tries) {
        batch
            .bind("id", settlement.claim().id())
            .bind("at", now.toEpochMilli())
            .bind("outcome", settlement.outcome())
            .bind("why", settlement.why())
            .add();
      }
      batch.execute();
    }
  }

  /** What the end of a delivery means for its other parts, for the ledger and for the gates. */
  private static void follow(Handle handle, Settlement settlement, Instant now) {
    Claim claim = settlement.claim();
    switch (settlement.state()) {
      case SENT ->
          handle
              .createUpdate(SqlOutbox.OPEN_NEXT_PART)
              .bind("subscription", claim.subscription().id())
              .bind("occasion", claim.occasion().text())
              .bind("part", claim.part() + 1)
              .bind("now", now.toEpochMilli())
              .execute();
      case DEAD, SKIPPED -> {
        handle
            .createUpdate(SqlOutbox.SKIP_PARTS_AFTER)
            .bind("subscription", claim.subscription().id())
            .bind("occasion", claim.occasion().text())
            .bind("part", claim.part())
            .execute();
        handle.createUpdate(SqlOutbox.FORGET_SHOWN).bind("id", claim.id()).execute();
        if (!settlement.decisions().isEmpty()) {
          decide(handle, settlement.decisions(), claim.id());
        }
      }
      case PENDING, SENDING, RETRY, UNCERTAIN, HELD -> {}
    }
    Gate gate = settlement.gate();
    if (gate != null) {
      handle
          .createUpdate(SqlOutbox.CLOSE_GATE)
          .bind("scope", gate.scope())
          .bind("until", gate.until().toEpochMilli())
          .execute();
    }
  }

  private static void suspend(
      Handle handle, Settlement settlement, String destination, Instant now) {
    String why = settlement.why() == null ? "it cannot be reached" : settlement.why();
    int suspended =
        handle
            .createUpdate(SqlOutbox.SUSPEND)
            .bind("destination", destination)
            .bind("why", why)
            .bind("now", now.toEpochMilli())
            .execute();
    handle.createUpdate(SqlOutbox.SKIP_SUSPENDED).bind("destination", destination).execute();
    if (suspended > 0) {
      Audit.note(
          handle,
          new Change(now, "paperboy", "suspend", settlement.claim().subscription().id(), why));
    }
  }

  @Override
  public void told(Collection<String> subscriptions) {
    if (!subscriptions.isEmpty()) {
      database.write(handle ->
          handle
              .createUpdate(SqlOutbox.OWNER_TOLD)
              .bindList("ids", List.copyOf(subscriptions))
              .execute());
    }
  }
}
