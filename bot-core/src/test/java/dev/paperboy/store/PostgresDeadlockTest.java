package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class PostgresDeadlockTest {
  @RegisterExtension final FreshStore fresh = FreshStore.onPostgres();

  @Test
  void twoThatWaitForEachOtherBothFinish() throws Exception {
    Database database = fresh.store().database();
    database.write(handle ->
        handle.execute("insert into destination (destination, version) values ('a', 0), ('b', 0)"));
    CyclicBarrier met = new CyclicBarrier(2);
    AtomicInteger runs = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> both =
          List.of(
              threads.submit(() -> bump(database, "a", "b", met, runs)),
              threads.submit(() -> bump(database, "b", "a", met, runs)));
      for (Future<Integer> each : both) {
        assertThat(each.get()).isEqualTo(1);
      }
    }

    // one is ended, waits for the other to go on, and runs again
    assertThat(runs.get()).isEqualTo(3);
    List<Integer> versions =
        database.read(handle ->
            handle.createQuery("select version from destination").mapTo(Integer.class).list());
    assertThat(versions).containsExactly(2, 2);
  }

  private static int bump(
      Database database, String first, String second, CyclicBarrier met, AtomicInteger runs) {
    return database.write(handle -> {
      int run = runs.incrementAndGet();
      bump(handle, first);
      if (run <= 2) {
        meet(met);
      }
      return bump(handle, second);
    });
  }

  private static void meet(CyclicBarrier met) {
    try {
      int unused = met.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static int bump(Handle handle, String destination) {
    return handle.execute(
        "update destination set version = version + 1 where destination = ?", destination);
  }
}
