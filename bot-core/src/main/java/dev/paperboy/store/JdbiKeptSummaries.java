package dev.paperboy.store;

import dev.paperboy.paper.PaperId;
import dev.paperboy.summary.model.KeptSummaries;
import java.time.Instant;
import java.util.Optional;

/** What language models have written, in a database. */
final class JdbiKeptSummaries implements KeptSummaries {
  private final Database database;

  JdbiKeptSummaries(Database database) {
    this.database = database;
  }

  @Override
  public Optional<String> find(PaperId paper, String abstractHash, String model) {
    return database.read(handle ->
        handle
            .createQuery(SqlSummaries.FIND_SUMMARY)
            .bind("paper", paper.value())
            .bind("model", model)
            .bind("hash", abstractHash)
            .mapTo(String.class)
            .findOne());
  }

  @Override
  public void keep(PaperId paper, String abstractHash, String model, String text, Instant at) {
    database.write(handle ->
        handle
            .createUpdate(SqlSummaries.KEEP_SUMMARY)
            .bind("paper", paper.value())
            .bind("model", model)
            .bind("hash", abstractHash)
            .bind("summary", text)
            .bind("at", at.toEpochMilli())
            .execute());
  }
}
