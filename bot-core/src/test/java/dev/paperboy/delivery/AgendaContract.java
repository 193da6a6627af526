package dev.paperboy.delivery;

import static dev.paperboy.delivery.Daily.DUE;
import static dev.paperboy.delivery.Daily.LATE;
import static dev.paperboy.delivery.Daily.SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.delivery.Agenda.Plan;
import dev.paperboy.delivery.Claims.Claim;
import dev.paperboy.delivery.Outbox.State;
import dev.paperboy.digest.Order;
import dev.paperboy.store.Store;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.subscription.Subscriptions.Change;
import dev.paperboy.when.Occasion;
import dev.paperboy.when.Schedule.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store promises of planning: what is due becomes deliveries. */
public abstract class AgendaContract {
  protected abstract Store store();

  private Subscriptions subscriptions() {
    return store().subscriptions();
  }

  private Agenda agenda() {
    return store().agenda();
  }

  private Outbox outbox() {
    return store().outbox();
  }

  @Test
  void plansWhatIsDueAndMovesItOn() {
    Subscription ada = Daily.subscribe(subscriptions(), "ada");

    assertThat(agenda().due(DUE.minusMillis(1), 10)).isEmpty();
    assertThat(Daily.plan(agenda(), DUE)).isEqualTo(1);
    assertThat(agenda().due(DUE, 10)).isEmpty();
    assertThat(subscriptions().byId(ada.id()).orElseThrow().nextAt())
        .isEqualTo(DUE.plus(Duration.ofDays(1)));
    assertThat(outbox().history(ada.id(), 10))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.occasion()).isEqualTo("2026-08-12");
          assertThat(entry.state()).isEqualTo(State.PENDING);
          assertThat(entry.part()).isEqualTo(1);
        });
  }

  @Test
  void plansAnOccasionOnceHoweverOftenItIsRead() {
    Subscription ada = Daily.subscribe(subscriptions(), "ada");
    Subscription read = agenda().due(DUE, 10).getFirst();
    Plan plan =
        new Plan(
            read, List.of(new Due(DUE, new Occasion("2026-08-12"))), LATE, SCHEDULE.after(DUE));

    assertThat(agenda().keep(List.of(plan), DUE)).isEqualTo(1);
    assertThat(agenda().keep(List.of(plan), DUE)).isZero();
    assertThat(outbox().history(ada.id(), 10)).hasSize(1);
  }

  @Test
  void notesMissedOccasionsAndSendsTheLastOneOnly() {
    Subscription ada = Daily.subscribe(subscriptions(), "ada");
    Subscription read = agenda().due(DUE, 10).getFirst();
    Instant now = DUE.plus(Duration.ofDays(2)).plusSeconds(5);
    Plan plan =
        new Plan(
            read,
            List.of(
                new Due(DUE, new Occasion("2026-08-12")),
                new Due(DUE.plus(Duration.ofDays(1)), new Occasion("2026-08-13")),
                new Due(DUE.plus(Duration.ofDays(2)), new Occasion("2026-08-14"))),
            LATE,
            SCHEDULE.after(now));

    assertThat(agenda().keep(List.of(plan), now)).isEqualTo(3);
    assertThat(outbox().history(ada.id(), 10))
        .extracting(Outbox.Entry::state)
        .containsExactly(State.PENDING, State.SKIPPED, State.SKIPPED);
  }

  @Test
  void skipsWhatIsTooLateAltogether() {
    Subscription ada = Daily.subscribe(subscriptions(), "ada");

    Daily.plan(agenda(), DUE.plus(LATE).plusMillis(1));
    assertThat(outbox().history(ada.id(), 10))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.state()).isEqualTo(State.SKIPPED);
          assertThat(entry.why()).contains("too late");
        });
  }

  @Test
  void tellsWhosePauseIsOverAndWhatIsScheduled() {
    Subscription ada = Daily.subscribe(subscriptions(), "ada");
    Subscription bob = Daily.subscribe(subscriptions(), "bob");
    Instant until = DUE.plus(Duration.ofDays(3));
    assertThat(
            subscriptions()
                .change(paused(ada, until), new Change(DUE, "chat:w1:ada", "pause", ada.id(), "")))
        .isTrue();

    assertThat(agenda().pausesOver(until.minusMillis(1), 10)).isEmpty();
    assertThat(agenda().pausesOver(until, 10)).extracting(Subscription::id).contains(ada.id());
    assertThat(agenda().scheduled("", 10)).extracting(Subscription::id).containsExactly(bob.id());
    assertThat(agenda().scheduled(bob.id(), 10)).isEmpty();
  }

  private static Subscription paused(Subscription old, Instant until) {
    return new Subscription(
        old.id(),
        old.scope(),
        old.number(),
        old.to(),
        old.owner(),
        old.query(),
        old.schedule(),
        old.cap(),
        old.layout(),
        old.quiet(),
        Subscription.State.PAUSED,
        until,
        null,
        null,
        null,
        old.composedAt(),
        old.createdAt(),
        old.version());
  }

  @Test
  void runsByHandAreNumberedAndDueAtOnce() {
    Subscription ada = Daily.subscribe(subscriptions(), "ada");

    assertThat(outbox().planByHand(ada.id(), "2026-08-12", Order.USUAL, DUE).occasion())
        .isEqualTo("2026-08-12#1");
    Outbox.Entry second =
        outbox().planByHand(ada.id(), "2026-08-12", new Order(true, null, null), DUE);
    assertThat(second.occasion()).isEqualTo("2026-08-12#2");
    assertThat(store().claims().claim(Set.of("chat"), "one", DUE, DUE.plusSeconds(60), 100))
        .hasSize(2)
        .allMatch(Claim::isByHand)
        .extracting(claim -> claim.order().repost())
        .containsExactlyInAnyOrder(false, true);
  }
}
