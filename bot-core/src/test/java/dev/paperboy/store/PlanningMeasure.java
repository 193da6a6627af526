package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.edition.SettableClock;
import dev.paperboy.planner.Planner;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscription.Quiet;
import dev.paperboy.subscription.Subscriptions.Draft;
import dev.paperboy.when.Cadence;
import dev.paperboy.when.Schedule;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Plans 20,000 subscriptions that are due in the same minute, beside a bare batched insert of the
 * same rows in transactions of the same size.
 */
@Tag("long")
class PlanningMeasure {
  private static final int SUBSCRIPTIONS = 20_000;
  private static final int ROUNDS = 3;
  private static final Instant CREATED = Instant.parse("2026-08-09T12:00:00Z");
  private static final Schedule DAILY =
      new Schedule(Cadence.DAILY, null, LocalTime.of(9, 0), ZoneOffset.UTC);
  private static final Instant DUE = Instant.parse("2026-08-10T09:00:00Z");

  private static final String COPY =
      """
      insert into subscription (id, scope, number, platform, space, place, thread, kind, destination,
        owner, query, cadence, weekday, local_time, zone, cap, layout, quiet, state, next_at,
        next_occasion, created_at)
      select cast(:id as text), scope, cast(:number as integer), platform, space,
        cast(:id as text), thread, kind, cast(:id as text), owner, query, cadence, weekday,
        local_time, zone, cap, layout, quiet, state, next_at, next_occasion, created_at
      from subscription where id = :from
      """;

  private static final class CountingCommits implements SqlLogger {
    private final AtomicInteger commits = new AtomicInteger();

    @Override
    public void logAfterExecution(StatementContext context) {
      if (SqlAgenda.MOVE_ON.equals(context.getRawSql())) {
        commits.incrementAndGet();
      }
    }
  }

  @Test
  void planningTakesAtMostThreeTimesABareInsert() throws Exception {
    System.out.printf(
        Locale.ROOT,
        "%n%,d subscriptions due at once, median of %d rounds%n%-12s %12s %12s %8s %10s %10s%n",
        SUBSCRIPTIONS,
        ROUNDS,
        "store",
        "bare insert",
        "planned",
        "ratio",
        "a second",
        "commits");
    double sqlite = measure("SQLite", FreshStore.onSqlite());
    double postgres = measure("PostgreSQL", FreshStore.onPostgres());
    assertThat(sqlite).isLessThanOrEqualTo(3);
    assertThat(postgres).isLessThanOrEqualTo(3);
  }

  private static double measure(String name, FreshStore fresh) throws Exception {
    CountingCommits counting = new CountingCommits();
    fresh.logging(counting).open();
    Engine engine = fresh.engine();
    try {
      Jdbi jdbi = Jdbi.create(engine.dataSource());
      List<String> ids = fill(fresh.store(), jdbi);
      List<Long> bare = new ArrayList<>();
      List<Long> planned = new ArrayList<>();
      int commits = 0;
      for (int round = 0; round <= ROUNDS; round++) {
        clear(jdbi);
        long insert = insert(jdbi, ids);
        clear(jdbi);
        counting.commits.set(0);
        long began = System.nanoTime();
        Planner planner =
            new Planner(
                fresh.store().agenda(),
                fresh.store().subscriptions(),
                new SettableClock(DUE.plusSeconds(30).toString()));
        assertThat(planner.sweep()).isEqualTo(SUBSCRIPTIONS);
        long plan = System.nanoTime() - began;
        commits = counting.commits.get();
        // the first round warms up
        if (round > 0) {
          bare.add(insert);
          planned.add(plan);
        }
      }
      double ratio = (double) median(planned) / median(bare);
      System.out.printf(
          Locale.ROOT,
          "%-12s %9.2f s  %9.2f s  %7.2f %10.0f %5d : %d%n",
          name,
          median(bare) / 1e9,
          median(planned) / 1e9,
          ratio,
          SUBSCRIPTIONS / (median(planned) / 1e9),
          commits,
          (SUBSCRIPTIONS + Planner.AT_ONCE - 1) / Planner.AT_ONCE);
      return ratio;
    } finally {
      engine.close();
      fresh.close();
    }
  }

  private static List<String> fill(Store store, Jdbi jdbi) {
    Draft draft =
        new Draft(
            Subscription.shared("chat", "w1"),
            Address.channel("chat", "w1", "c1"),
            "chat:w1:ada",
            "agents",
            DAILY,
            5,
            Layout.CARDS,
            Quiet.SAY);
    Subscription first = store.subscriptions().add(draft, 1, CREATED).orElseThrow();
    List<String> ids = new ArrayList<>(List.of(first.id()));
    jdbi.useTransaction(handle -> {
      PreparedBatch batch = handle.prepareBatch(COPY);
      for (int n = 2; n <= SUBSCRIPTIONS; n++) {
        String id = UUID.randomUUID().toString();
        ids.add(id);
        batch.bind("id", id).bind("number", n).bind("from", first.id()).add();
        if (n % 1_000 == 0) {
          batch.execute();
        }
      }
    });
    return ids;
  }

  private static void clear(Jdbi jdbi) {
    jdbi.useTransaction(handle -> {
      handle.execute("delete from delivery");
      handle.execute(
          "update subscription set next_at = ?, next_occasion = ?",
          DUE.toEpochMilli(),
          "2026-08-10");
    });
  }

  /** The statement of the planner, and nothing around it. */
  private static long insert(Jdbi jdbi, List<String> ids) {
    long began = System.nanoTime();
    for (int from = 0; from < ids.size(); from += Planner.AT_ONCE) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + Planner.AT_ONCE));
      jdbi.useTransaction(handle -> {
        PreparedBatch batch = handle.prepareBatch(SqlAgenda.PLAN);
        for (String id : some) {
          batch
              .bind("id", UUID.randomUUID().toString())
              .bind("subscription", id)
              .bind("occasion", "2026-08-10")
              .bind("platform", "chat")
              .bind("space", "w1")
              .bind("destination", id)
              .bind("state", "PENDING")
              .bind("dueAt", DUE.toEpochMilli())
              .bind("expiresAt", DUE.toEpochMilli())
              .bind("why", (String) null)
              .bind("now", DUE.toEpochMilli())
              .add();
        }
        batch.execute();
      });
    }
    return System.nanoTime() - began;
  }

  private static long median(List<Long> nanos) {
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
