package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.delivery.Agenda.Plan;
import dev.paperboy.delivery.Claims.Claim;
import dev.paperboy.delivery.Claims.Composed;
import dev.paperboy.delivery.Claims.Freezing;
import dev.paperboy.delivery.Claims.Gate;
import dev.paperboy.delivery.Claims.Settlement;
import dev.paperboy.delivery.Outbox.State;
import dev.paperboy.digest.Decision;
import dev.paperboy.digest.Decision.Verdict;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscription.Quiet;
import dev.paperboy.subscription.Subscriptions.Draft;
import dev.paperboy.when.Cadence;
import dev.paperboy.when.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two stores on one database, as two processes have them, each with planners and several workers,
 * over destinations that share subscriptions, messages and gates.
 */
@Timeout(120)
class SharedWorkTest {
  private static final int SUBSCRIPTIONS = 60;
  private static final int DESTINATIONS = 20;
  private static final int DAYS = 8;
  private static final int AT_ONCE = 7;
  private static final Instant BEGIN = Instant.parse("2026-08-12T12:00:00Z");
  private static final Instant END = BEGIN.plus(Duration.ofDays(DAYS));
  private static final Schedule DAILY =
      new Schedule(Cadence.DAILY, null, LocalTime.of(9, 0), ZoneOffset.UTC);

  private final Map<String, Integer> sent = new ConcurrentHashMap<>();

  @Test
  void onSqliteEachDeliveryIsSentOnceAndNobodyFails() throws Exception {
    share(FreshStore.onSqlite());
  }

  @Test
  void onPostgresEachDeliveryIsSentOnceAndNobodyFails() throws Exception {
    share(FreshStore.onPostgres());
  }

  private void share(FreshStore fresh) throws Exception {
    fresh.open();
    try (Store other = FreshStore.open(fresh.place());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < SUBSCRIPTIONS; n++) {
        subscribe(fresh.store(), n);
      }
      List<Future<?>> work = new ArrayList<>();
      for (Store store : List.of(fresh.store(), other)) {
        work.add(threads.submit(() -> plan(store)));
        for (int n = 0; n < 3; n++) {
          String owner = store == other ? "other " + n : "one " + n;
          work.add(threads.submit(() -> send(store, owner)));
        }
      }
      for (Future<?> each : work) {
        each.get();
      }
    } finally {
      fresh.close();
    }
    assertThat(sent).hasSize(SUBSCRIPTIONS * DAYS);
    assertThat(sent.values()).containsOnly(1);
  }

  private static void subscribe(Store store, int n) {
    Address to = Address.channel("chat", "w1", "c" + n % DESTINATIONS);
    String scope = Subscription.shared("chat", "w1");
    Draft draft = new Draft(scope, to, "chat:w1:ada", "agents", DAILY, 5, Layout.CARDS, Quiet.SAY);
    assertThat(store.subscriptions().add(draft, SUBSCRIPTIONS, BEGIN)).isPresent();
  }

  private static void plan(Store store) {
    for (int day = 1; day <= DAYS; day++) {
      Instant now = BEGIN.plus(Duration.ofDays(day));
      List<Subscription> due = store.agenda().due(now, 25);
      while (!due.isEmpty()) {
        List<Plan> plans =
            due.stream()
                .map(each -> {
                  Instant at = Objects.requireNonNull(each.nextAt());
                  return new Plan(
                      each,
                      List.of(DAILY.after(at.minusMillis(1))),
                      Duration.ofDays(30),
                      DAILY.after(at));
                })
                .toList();
        int unused = store.agenda().keep(plans, now);
        due = store.agenda().due(now, 25);
      }
    }
  }

  private void send(Store store, String owner) {
    while (sent.size() < SUBSCRIPTIONS * DAYS) {
      List<Claim> claims =
          store.claims().claim(Set.of("chat"), owner, END, END.plusSeconds(60), AT_ONCE);
      List<Composed> composed = claims.stream().map(claim -> compose(store, claim)).toList();
      List<Freezing> frozen = store.claims().freeze(composed, END);
      List<Settlement> ends = new ArrayList<>();
      for (int i = 0; i < claims.size(); i++) {
        assertThat(frozen.get(i)).isNotEqualTo(Freezing.LOST);
        ends.add(end(claims.get(i), frozen.get(i) == Freezing.FROZEN ? State.SENT : State.RETRY));
      }
      store.claims().settle(ends, END).stream()
          .filter(end -> end.state() == State.SENT)
          .forEach(end -> sent.merge(end.claim().id(), 1, Integer::sum));
    }
  }

  /** Many share a message, and each has one of its own. */
  private static Composed compose(Store store, Claim claim) {
    String destination = claim.subscription().to().key();
    long version = store.ledger().version(destination);
    Decision shown =
        new Decision(
            destination,
            new PaperId("owl-" + claim.occasion()),
            claim.subscription().id(),
            claim.occasion(),
            Verdict.SHOWN,
            "new",
            new Signal(5, 1, null, END),
            false,
            END,
            null);
    String body = claim.id().hashCode() % 2 == 0 ? "shared " + claim.occasion() : claim.id();
    return new Composed(claim, List.of(body), List.of(1), List.of(shown), version);
  }

  private static Settlement end(Claim claim, State state) {
    Gate gate = new Gate("gate " + claim.id().charAt(0), BEGIN);
    return new Settlement(
        claim, state, END, false, "tried", "receipt", null, null, gate, false, List.of());
  }
}
