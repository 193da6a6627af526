package dev.paperboy.store;

import dev.paperboy.paper.PaperId;
import dev.paperboy.reader.Readers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What each person keeps, in a database. */
final class JdbiReaders implements Readers {
  private final Database database;

  JdbiReaders(Database database) {
    this.database = database;
  }

  @Override
  public boolean save(String person, PaperId paper, Instant at) {
    return database.change(
        Sql.SAVE_PAPER,
        save ->
            save.bind("person", person).bind("id", paper.value()).bind("at", at.toEpochMilli()));
  }

  @Override
  public List<PaperId> saved(String person) {
    return database.read(handle ->
        handle
            .createQuery(Sql.SAVED_PAPERS)
            .bind("person", person)
            .map((row, context) -> new PaperId(row.getString(1)))
            .list());
  }

  @Override
  public void rememberList(String person, List<PaperId> papers) {
    String ids = TextList.write(papers.stream().map(PaperId::value).toList());
    database.write(handle ->
        handle
            .createUpdate(Sql.PUT_LAST_LIST)
            .bind("person", person)
            .bind("papers", ids)
            .execute());
  }

  @Override
  public Optional<PaperId> fromLastList(String person, int rank) {
    List<String> papers =
        database
            .read(handle ->
                handle
                    .createQuery(Sql.LAST_LIST)
                    .bind("person", person)
                    .map((row, context) -> TextList.read(row.getString(1)))
                    .findOne())
            .orElse(List.of());
    return rank < 1 || rank > papers.size()
        ? Optional.empty()
        : Optional.of(new PaperId(papers.get(rank - 1)));
  }
}
