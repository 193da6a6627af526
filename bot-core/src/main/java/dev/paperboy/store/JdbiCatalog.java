package dev.paperboy.store;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.catalog.KeptList;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import dev.paperboy.when.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The catalog in a database. */
final class JdbiCatalog implements Catalog {
  private record ChangedPaper(long change, CatalogPaper paper) {}

  private record DatedSignal(PaperId id, Signal signal) {}

  private final Database database;

  JdbiCatalog(Database database) {
    this.database = database;
  }

  @Override
  public Optional<CatalogPaper> find(PaperId id) {
    return database.read(handle ->
        handle.createQuery(Sql.PAPER_BY_ID).bind("id", id.value()).map(PaperRows::paper).findOne());
  }

  @Override
  public Map<PaperId, CatalogPaper> find(Collection<PaperId> ids) {
    return database.read(handle -> PaperRows.find(handle, ids));
  }

  @Override
  public long count() {
    return database.read(handle -> number(handle, Sql.COUNT_PAPERS));
  }

  @Override
  public List<CatalogPaper> listedBetween(LocalDate from, LocalDate to) {
    return database.read(handle ->
        handle
            .createQuery(Sql.PAPERS_LISTED_BETWEEN)
            .bind("from", from.toString())
            .bind("to", to.toString())
            .map(PaperRows::paper)
            .list());
  }

  @Override
  public Map<PaperId, List<Signal>> signalsOfListedSince(LocalDate from) {
    Map<PaperId, List<Signal>> signals = new LinkedHashMap<>();
    database.read(handle -> {
      handle
          .createQuery(Sql.SIGNALS_OF_LISTED_SINCE)
          .bind("from", from.toString())
          .map(JdbiCatalog::signal)
          .forEach(each ->
              signals.computeIfAbsent(each.id(), id -> new ArrayList<>()).add(each.signal()));
      return signals;
    });
    return signals;
  }

  @Override
  public List<Signal> signals(PaperId id) {
    return database.read(handle ->
        handle
            .createQuery(Sql.SIGNALS_OF_PAPER)
            .bind("id", id.value())
            .map(JdbiCatalog::signal)
            .map(DatedSignal::signal)
            .list());
  }

  @Override
  public Map<PaperId, Signal> signalsAt(Collection<PaperId> ids, Instant moment) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return database.read(handle ->
        handle
            .createQuery(Sql.SIGNALS_AT)
            .bindList("ids", ids.stream().map(PaperId::value).distinct().toList())
            .bind("at", moment.toEpochMilli())
            .map(JdbiCatalog::signal)
            .collect(Collectors.toMap(DatedSignal::id, DatedSignal::signal)));
  }

  @Override
  public Optional<KeptList> list(Period period) {
    return database.read(handle ->
        handle
            .createQuery(Sql.LIST)
            .bind("period", period.text())
            .map((row, context) -> list(period, row))
            .findOne());
  }

  @Override
  public Optional<LocalDate> newestList() {
    return database.read(handle ->
        handle
            .createQuery(Sql.NEWEST_LIST)
            .map((row, context) -> Optional.ofNullable(row.getString(1)).map(LocalDate::parse))
            .one());
  }

  @Override
  public List<LocalDate> listsKeptBetween(LocalDate from, LocalDate to) {
    return database.read(handle ->
        handle
            .createQuery(Sql.LISTS_BETWEEN)
            .bind("from", from.toString())
            .bind("to", to.toString())
            .map((row, context) -> LocalDate.parse(row.getString(1)))
            .list());
  }

  @Override
  public long changeNumber() {
    return database.read(handle -> number(handle, Sql.LAST_CHANGE));
  }

  @Override
  public long changedAfter(long change, Consumer<CatalogPaper> each) {
    long upTo = changeNumber();
    // a paper that changes while this runs moves behind upTo, to be told by the next call
    long lastChange = change + 1;
    String lastId = "";
    List<ChangedPaper> page;
    do {
      page = changedAfter(lastChange, lastId, upTo);
      for (ChangedPaper changed : page) {
        each.accept(changed.paper());
        lastChange = changed.change();
        lastId = changed.paper().id().value();
      }
    } while (page.size() == PaperRows.AT_ONCE);
    return upTo;
  }

  private List<ChangedPaper> changedAfter(long change, String id, long upTo) {
    return database.read(handle ->
        handle
            .createQuery(Sql.PAPERS_CHANGED_AFTER)
            .bind("change", change)
            .bind("id", id)
            .bind("upTo", upTo)
            .bind("limit", PaperRows.AT_ONCE)
            .map((row, context) ->
                new ChangedPaper(row.getLong("change_no"), PaperRows.paper(row, context)))
            .list());
  }

  @Override
  public <T> T write(Function<Writer, T> work) {
    return database.writeOnce(handle -> {
      CatalogWriter writer = new CatalogWriter(handle, number(handle, Sql.NEXT_CHANGE));
      T result = work.apply(writer);
      writer.finish();
      return result;
    });
  }

  private static long number(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(Long.class).one();
  }

  private static DatedSignal signal(ResultSet row, StatementContext context) throws SQLException {
    Instant at = Instant.ofEpochMilli(row.getLong("seen_at"));
    return new DatedSignal(new PaperId(row.getString("paper_id")), PaperRows.signal(row, at));
  }

  private static KeptList list(Period period, ResultSet row) throws SQLException {
    return new KeptList(
        period,
        TextList.read(row.getString("papers")).stream().map(PaperId::new).toList(),
        Instant.ofEpochMilli(row.getLong("fetched_at")),
        Origin.of(row.getString("origin")));
  }
}
