package dev.paperboy.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.subscription.Subscription.Quiet;
import dev.paperboy.subscription.Subscription.State;
import dev.paperboy.subscription.Subscriptions.Change;
import dev.paperboy.subscription.Subscriptions.Draft;
import dev.paperboy.when.Cadence;
import dev.paperboy.when.Occasion;
import dev.paperboy.when.Schedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of subscriptions promises. */
public abstract class SubscriptionsContract {
  private static final Instant NOW = Instant.parse("2026-08-12T12:00:00Z");
  private static final String ADA = "chat:w1:ada";
  private static final String MINE = Subscription.personal(ADA);
  private static final String SHARED = Subscription.shared("chat", "w1");
  private static final Schedule WEEKDAYS =
      new Schedule(Cadence.WEEKDAYS, null, LocalTime.of(9, 0), ZoneId.of("Europe/Berlin"));
  private static final Schedule MONDAYS =
      new Schedule(
          Cadence.WEEKLY, DayOfWeek.MONDAY, LocalTime.of(23, 59), ZoneId.of("Australia/Lord_Howe"));

  /** The subscriptions under test, none at the start of each test. */
  protected abstract Subscriptions subscriptions();

  private static Draft personal(String query) {
    return new Draft(
        MINE,
        Address.direct("chat", "w1", "ada"),
        ADA,
        query,
        WEEKDAYS,
        5,
        Layout.CARDS,
        Quiet.SAY);
  }

  private static Draft inThread() {
    return new Draft(
        SHARED,
        Address.thread("chat", "w1", "c1", "17.5"),
        ADA,
        "agents -video",
        MONDAYS,
        20,
        Layout.PLAIN,
        Quiet.SILENT);
  }

  private Subscription add(Draft draft) {
    return subscriptions().add(draft, 25, NOW).orElseThrow();
  }

  private static Change why(String action, String subject) {
    return new Change(NOW.plusSeconds(60), ADA, action, subject, "because");
  }

  private static Subscription with(
      Subscription from,
      String query,
      Schedule schedule,
      State state,
      @Nullable Instant pausedUntil,
      @Nullable String suspendedWhy,
      Schedule.@Nullable Due next) {
    return new Subscription(
        from.id(),
        from.scope(),
        from.number(),
        from.to(),
        from.owner(),
        query,
        schedule,
        from.cap(),
        from.layout(),
        from.quiet(),
        state,
        pausedUntil,
        suspendedWhy,
        next == null ? null : next.at(),
        next == null ? null : next.occasion(),
        from.composedAt(),
        from.createdAt(),
        from.version());
  }

  @Test
  protected void knowsNothingAtFirst() {
    assertThat(subscriptions().byId("nobody")).isEmpty();
    assertThat(subscriptions().find(MINE, 1)).isEmpty();
    assertThat(subscriptions().in(MINE)).isEmpty();
    assertThat(subscriptions().to("chat:w1:@ada")).isEmpty();
    assertThat(subscriptions().ownedBy(ADA)).isEmpty();
    assertThat(subscriptions().changesBy(ADA, 10)).isEmpty();
  }

  @Test
  protected void keepsAllThatASubscriptionIsMadeOf() {
    Subscription added = add(inThread());

    assertThat(added)
        .isEqualTo(
            new Subscription(
                added.id(),
                SHARED,
                1,
                Address.thread("chat", "w1", "c1", "17.5"),
                ADA,
                "agents -video",
                MONDAYS,
                20,
                Layout.PLAIN,
                Quiet.SILENT,
                State.ACTIVE,
                null,
                null,
                Instant.parse("2026-08-17T13:29:00Z"),
                new Occasion("2026-08-17"),
                null,
                NOW,
                0));
    assertThat(subscriptions().byId(added.id())).contains(added);
    assertThat(subscriptions().find(SHARED, 1)).contains(added);
    assertThat(subscriptions().in(SHARED)).containsExactly(added);
    assertThat(subscriptions().to("chat:w1:c1:17.5")).containsExactly(added);
    assertThat(subscriptions().ownedBy(ADA)).containsExactly(added);
  }

  @Test
  protected void countsNumbersInEachScope() {
    assertThat(add(personal("a")).number()).isEqualTo(1);
    assertThat(add(personal("b")).number()).isEqualTo(2);
    assertThat(add(inThread()).number()).isEqualTo(1);
    assertThat(subscriptions().in(MINE)).extracting(Subscription::query).containsExactly("a", "b");
  }

  @Test
  protected void neverUsesANumberAgain() {
    add(personal("a"));
    Subscription second = add(personal("b"));
    subscriptions().remove(second.id(), why("unsubscribe", second.id()));

    assertThat(add(personal("c")).number()).isEqualTo(3);
    assertThat(subscriptions().find(MINE, 2)).isEmpty();
  }

  @Test
  protected void addsNoMoreThanAScopeMayHoldAndNotesTheRefusal() {
    add(personal("a"));
    Subscription second = add(personal("b"));

    assertThat(subscriptions().add(personal("c"), 2, NOW)).isEmpty();

    assertThat(subscriptions().in(MINE)).hasSize(2);
    assertThat(subscriptions().changesOf(MINE, 10))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.action()).isEqualTo("refused");
          assertThat(change.actor()).isEqualTo(ADA);
          assertThat(change.detail()).contains("2 already");
        });
    assertThat(subscriptions().add(inThread(), 2, NOW)).isPresent();
    subscriptions().remove(second.id(), why("unsubscribe", second.id()));
    assertThat(subscriptions().add(personal("c"), 2, NOW).orElseThrow().number()).isEqualTo(3);
  }

  @Test
  protected void changesEverythingThatMayChange() {
    Subscription before = add(personal("agents"));
    Subscription wanted =
        with(before, "robots", MONDAYS, State.ACTIVE, null, null, MONDAYS.after(NOW));

    assertThat(subscriptions().change(wanted, why("edit", before.id()))).isTrue();

    Subscription after = subscriptions().byId(before.id()).orElseThrow();
    assertThat(after.query()).isEqualTo("robots");
    assertThat(after.schedule()).isEqualTo(MONDAYS);
    assertThat(after.nextOccasion()).isEqualTo(new Occasion("2026-08-17"));
    assertThat(after.version()).isEqualTo(before.version() + 1);
    assertThat(subscriptions().changesOf(before.id(), 10))
        .extracting(Change::action)
        .containsExactly("edit", "subscribe");
  }

  @Test
  protected void pausesSuspendsAndResumes() {
    Subscription active = add(personal("agents"));
    Instant until = NOW.plusSeconds(86_400);
    subscriptions()
        .change(
            with(active, "agents", WEEKDAYS, State.PAUSED, until, null, null),
            why("pause", active.id()));
    Subscription paused = subscriptions().byId(active.id()).orElseThrow();
    assertThat(paused.state()).isEqualTo(State.PAUSED);
    assertThat(paused.pausedUntil()).isEqualTo(until);
    assertThat(paused.nextAt()).isNull();
    assertThat(paused.nextOccasion()).isNull();

    subscriptions()
        .change(
            with(paused, "agents", WEEKDAYS, State.SUSPENDED, null, "closed", null),
            why("suspend", active.id()));
    Subscription suspended = subscriptions().byId(active.id()).orElseThrow();
    assertThat(suspended.state()).isEqualTo(State.SUSPENDED);
    assertThat(suspended.suspendedWhy()).isEqualTo("closed");
    assertThat(suspended.pausedUntil()).isNull();

    subscriptions()
        .change(
            with(suspended, "agents", WEEKDAYS, State.ACTIVE, null, null, WEEKDAYS.after(NOW)),
            why("resume", active.id()));
    assertThat(subscriptions().byId(active.id()).orElseThrow().nextAt())
        .isEqualTo(Instant.parse("2026-08-13T07:00:00Z"));
  }

  @Test
  protected void aChangeOfAnOldVersionChangesNothingAndLeavesNoTrace() {
    Subscription read = add(personal("agents"));
    Schedule.Due next = WEEKDAYS.after(NOW);
    Subscription first = with(read, "first", WEEKDAYS, State.ACTIVE, null, null, next);
    Subscription second = with(read, "second", WEEKDAYS, State.ACTIVE, null, null, next);
    assertThat(subscriptions().change(first, why("edit", read.id()))).isTrue();

    assertThat(subscriptions().change(second, why("edit again", read.id()))).isFalse();

    assertThat(subscriptions().byId(read.id()).orElseThrow().query()).isEqualTo("first");
    assertThat(subscriptions().changesOf(read.id(), 10))
        .extracting(Change::action)
        .containsExactly("edit", "subscribe");
  }

  @Test
  protected void removesOnceAndChangesNothingThatIsGone() {
    Subscription gone = add(personal("agents"));
    assertThat(subscriptions().remove(gone.id(), why("unsubscribe", gone.id()))).isTrue();

    assertThat(subscriptions().remove(gone.id(), why("unsubscribe", gone.id()))).isFalse();
    assertThat(subscriptions().change(gone, why("edit", gone.id()))).isFalse();
    assertThat(subscriptions().byId(gone.id())).isEmpty();
    assertThat(subscriptions().changesOf(gone.id(), 10))
        .extracting(Change::action)
        .containsExactly("unsubscribe", "subscribe");
  }

  @Test
  protected void keepsWhatWasRefusedLatestFirst() {
    for (int n = 0; n < 12; n++) {
      subscriptions().refused(new Change(NOW.plusMillis(n / 3), ADA, "refused", "n" + n, "no"));
    }
    subscriptions().refused(new Change(NOW, "chat:w1:bo", "refused", "n1", "no"));

    assertThat(subscriptions().changesBy(ADA, 4))
        .extracting(Change::subject)
        .containsExactly("n11", "n10", "n9", "n8");
    assertThat(subscriptions().changesOf("n1", 10)).hasSize(2);
    assertThat(subscriptions().changesBy(ADA, 1))
        .isEqualTo(List.of(new Change(NOW.plusMillis(3), ADA, "refused", "n11", "no")));
  }

  @Test
  protected void keepsTextsOfEveryKind() {
    String query = "\"état 空間\" 🦉 'x'; drop table subscription; -- \0 end";

    Subscription added = add(personal(query));

    assertThat(added.query()).isEqualTo(query.replace('\0', '\uFFFD'));
  }
}
