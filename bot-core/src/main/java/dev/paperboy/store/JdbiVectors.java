package dev.paperboy.store;

import dev.paperboy.embedding.Vector;
import dev.paperboy.embedding.Vectors;
import dev.paperboy.paper.PaperId;
import java.util.Collection;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Papers' vectors in a database. */
final class JdbiVectors implements Vectors {
  private static final int AT_ONCE = 1_000;

  private final Database database;

  JdbiVectors(Database database) {
    this.database = database;
  }

  @Override
  public long changedAfter(String model, long change, Consumer<Kept> each) {
    return database.read(handle -> {
      long upTo = number(handle, SqlVectors.LAST_VECTOR_CHANGE);
      if (upTo > change) {
        handle
            .createQuery(SqlVectors.VECTORS_CHANGED_AFTER)
            .bind("model", model)
            .bind("change", change)
            .bind("upTo", upTo)
            .setFetchSize(AT_ONCE)
            .map((row, context) ->
                new Kept(
                    new PaperId(row.getString("paper_id")),
                    row.getLong("text_mark"),
                    new Vector(row.getBytes("vector"), row.getFloat("scale"))))
            .forEach(each);
      }
      return upTo;
    });
  }

  @Override
  public void keep(String model, Collection<Kept> vectors) {
    if (vectors.isEmpty()) {
      return;
    }
    int[] unused =
        database.write(handle -> {
          long change = number(handle, SqlVectors.NEXT_VECTOR_CHANGE);
          PreparedBatch batch = handle.prepareBatch(SqlVectors.PUT_VECTOR);
          for (Kept kept : vectors) {
            batch
                .bind("paper", kept.paper().value())
                .bind("model", model)
                .bind("text", kept.text())
                .bind("scale", (double) kept.vector().scale())
                .bind("vector", kept.vector().values())
                .bind("change", change)
                .add();
          }
          return batch.execute();
        });
  }

  private static long number(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(Long.class).one();
  }
}
