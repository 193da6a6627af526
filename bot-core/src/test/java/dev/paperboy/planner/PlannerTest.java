package dev.paperboy.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.delivery.Outbox.Entry;
import dev.paperboy.delivery.Outbox.State;
import dev.paperboy.edition.SettableClock;
import dev.paperboy.store.FreshStore;
import dev.paperboy.store.Store;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscription.Quiet;
import dev.paperboy.subscription.Subscriptions.Change;
import dev.paperboy.subscription.Subscriptions.Draft;
import dev.paperboy.when.Cadence;
import dev.paperboy.when.Schedule;
import dev.paperboy.when.Schedule.Due;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlannerTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Schedule DAILY =
      new Schedule(Cadence.DAILY, null, LocalTime.of(9, 0), BERLIN);

  @RegisterExtension final FreshStore fresh = FreshStore.onSqlite();
  private final SettableClock clock = new SettableClock("2026-08-10T06:00:00Z");

  @Test
  void nothingIsPlannedEarlyAndNothingTwice() {
    Subscription subscription = subscribe("ada", DAILY);
    clock.set("2026-08-10T06:59:59Z");
    assertThat(planner().sweep()).isZero();
    clock.set("2026-08-10T07:00:00Z");
    assertThat(planner().sweep()).isEqualTo(1);
    assertThat(planner().sweep()).isZero();
    assertThat(history(subscription))
        .extracting(Entry::occasion, Entry::state)
        .containsExactly(tuple("2026-08-10", State.PENDING));
    assertThat(now(subscription).nextAt()).isEqualTo(Instant.parse("2026-08-11T07:00:00Z"));
  }

  @Test
  void afterADowntimeOneDigestComesAndNotFive() {
    Subscription subscription = subscribe("ada", DAILY);
    clock.set("2026-08-14T10:00:00Z");
    planner().sweep();
    List<Entry> history = history(subscription);
    assertThat(history).hasSize(5);
    assertThat(history.stream().filter(entry -> entry.state() == State.PENDING))
        .extracting(Entry::occasion)
        .containsExactly("2026-08-14");
    assertThat(history.stream().filter(entry -> entry.state() == State.SKIPPED))
        .hasSize(4)
        .allMatch(entry -> "a later one was due as well".equals(entry.why()));
  }

  @Test
  void aDailyDigestIsSentUpToTwelveHoursLate() {
    Subscription inTime = subscribe("ada", DAILY);
    clock.set("2026-08-10T19:00:00Z");
    planner().sweep();
    assertThat(history(inTime).getFirst().state()).isEqualTo(State.PENDING);

    clock.set("2026-08-11T19:00:01Z");
    planner().sweep();
    Entry late = history(inTime).getFirst();
    assertThat(late.occasion()).isEqualTo("2026-08-11");
    assertThat(late.state()).isEqualTo(State.SKIPPED);
    assertThat(late.why()).startsWith("too late");
  }

  @Test
  void aWeeklyDigestIsSentUpToThreeDaysLate() {
    Schedule mondays = new Schedule(Cadence.WEEKLY, DayOfWeek.MONDAY, LocalTime.of(9, 0), BERLIN);
    Subscription subscription = subscribe("ada", mondays);
    clock.set("2026-08-13T07:00:00Z");
    planner().sweep();
    assertThat(history(subscription).getFirst().state()).isEqualTo(State.PENDING);
    clock.set("2026-08-20T07:00:01Z");
    planner().sweep();
    assertThat(history(subscription).getFirst().state()).isEqualTo(State.SKIPPED);
  }

  @Test
  void aClockThatWasSetBackPlansNoDateTwice() {
    Subscription subscription = subscribe("ada", DAILY);
    clock.set("2026-08-10T07:00:00Z");
    planner().sweep();
    clock.set("2026-08-09T05:00:00Z");
    // as a start does it, after which the date is due once more
    Subscription moved = moved(now(subscription), DAILY, DAILY.after(clock.instant()));
    assertThat(fresh.store().subscriptions().change(moved, why(moved))).isTrue();
    clock.set("2026-08-10T07:00:00Z");
    planner().sweep();
    assertThat(history(subscription))
        .extracting(Entry::occasion)
        .containsExactlyInAnyOrder("2026-08-10", "2026-08-09");
  }

  @Test
  void aPauseThatIsOverEndsByItself() {
    Subscription subscription = subscribe("ada", DAILY);
    Subscription paused = paused(subscription, Instant.parse("2026-08-13T00:00:00Z"));
    assertThat(fresh.store().subscriptions().change(paused, why(paused))).isTrue();
    clock.set("2026-08-12T10:00:00Z");
    assertThat(planner().sweep()).isZero();
    clock.set("2026-08-13T07:00:00Z");
    assertThat(planner().sweep()).isEqualTo(1);
    assertThat(now(subscription).state()).isEqualTo(Subscription.State.ACTIVE);
    assertThat(history(subscription)).extracting(Entry::occasion).containsExactly("2026-08-13");
  }

  @Test
  void rulesOfAZoneThatChangedAreTakenUpAtTheStart() {
    Subscription subscription = subscribe("ada", DAILY);
    // as if the zone had had another offset when the moment was set
    Due old =
        new Due(Instant.parse("2026-08-10T08:00:00Z"), DAILY.after(clock.instant()).occasion());
    Subscription stale = moved(subscription, DAILY, old);
    assertThat(fresh.store().subscriptions().change(stale, why(stale))).isTrue();
    planner().reschedule();
    assertThat(now(subscription).nextAt()).isEqualTo(Instant.parse("2026-08-10T07:00:00Z"));
    long version = now(subscription).version();
    planner().reschedule();
    assertThat(now(subscription).version()).isEqualTo(version);
  }

  @Test
  void severalPlannersAtOncePlanEachDateOnce() throws Exception {
    int subscriptions = 40;
    for (int n = 0; n < subscriptions; n++) {
      subscribe("person" + n, DAILY);
    }
    clock.set("2026-08-10T07:00:00Z");
    int added = 0;
    try (Store other = FreshStore.open(fresh.place());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> sweeps = new ArrayList<>();
      for (int n = 0; n < 6; n++) {
        Store store = n % 2 == 0 ? fresh.store() : other;
        sweeps.add(threads.submit(() -> planner(store).sweep()));
      }
      for (Future<Integer> sweep : sweeps) {
        added += sweep.get();
      }
    }
    assertThat(added).isEqualTo(subscriptions);
  }

  private Planner planner() {
    return planner(fresh.store());
  }

  private Planner planner(Store store) {
    return new Planner(store.agenda(), store.subscriptions(), clock);
  }

  private Subscription subscribe(String person, Schedule schedule) {
    Draft draft =
        new Draft(
            Subscription.personal("chat:w1:" + person),
            Address.direct("chat", "w1", person),
            "chat:w1:" + person,
            "agents",
            schedule,
            5,
            Layout.CARDS,
            Quiet.SAY);
    return fresh.store().subscriptions().add(draft, 25, clock.instant()).orElseThrow();
  }

  private Subscription now(Subscription subscription) {
    return fresh.store().subscriptions().byId(subscription.id()).orElseThrow();
  }

  /** Latest occasion first. */
  private List<Entry> history(Subscription subscription) {
    return fresh.store().outbox().history(subscription.id(), 50).stream()
        .sorted((one, two) -> two.occasion().compareTo(one.occasion()))
        .toList();
  }

  private Change why(Subscription subscription) {
    return new Change(clock.instant(), "test", "edit", subscription.id(), "");
  }

  private static Subscription moved(Subscription old, Schedule schedule, Due next) {
    return with(old, schedule, Subscription.State.ACTIVE, null, next);
  }

  private static Subscription paused(Subscription old, Instant until) {
    return with(old, old.schedule(), Subscription.State.PAUSED, until, null);
  }

  private static Subscription with(
      Subscription old,
      Schedule schedule,
      Subscription.State state,
      @Nullable Instant pausedUntil,
      @Nullable Due next) {
    return new Subscription(
        old.id(),
        old.scope(),
        old.number(),
        old.to(),
        old.owner(),
        old.query(),
        schedule,
        old.cap(),
        old.layout(),
        old.quiet(),
        state,
        pausedUntil,
        null,
        next == null ? null : next.at(),
        next == null ? null : next.occasion(),
        old.composedAt(),
        old.createdAt(),
        old.version());
  }
}
