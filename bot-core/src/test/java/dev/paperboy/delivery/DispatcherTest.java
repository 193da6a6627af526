package dev.paperboy.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Address;
import dev.paperboy.delivery.Outbox.Attempt;
import dev.paperboy.delivery.Outbox.Entry;
import dev.paperboy.delivery.Outbox.State;
import dev.paperboy.edition.SettableClock;
import dev.paperboy.store.FreshStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class DispatcherTest {
  private static final Address PLACE = Address.channel("chat", "space", "place");

  @RegisterExtension final FreshStore fresh = FreshStore.onSqlite();

  private final CannedCourier courier = new CannedCourier();
  private SettableClock clock;

  @BeforeEach
  void setClock() {
    clock = new SettableClock(Instant.now().plusSeconds(1).toString());
  }

  private Dispatcher dispatcher() {
    return new Dispatcher(
        fresh.store().claims(),
        Sendings.composer(fresh.store()),
        List.of(courier),
        clock,
        Timing.USUAL,
        "one",
        gone -> {});
  }

  /** Works on what is due now. */
  private void run() {
    try (Dispatcher dispatcher = dispatcher()) {
      int unused = dispatcher.runDue();
    }
  }

  private Entry only() {
    List<Entry> entries = Sendings.entries(fresh.store());
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  private static List<String> outcomes(Entry entry) {
    return entry.tries().stream().map(Attempt::outcome).toList();
  }

  private static List<Address> places(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> Address.channel("chat", "space", "place-" + n))
        .toList();
  }

  @Test
  void whatWaitsForABusyPlaceIsSentInTurnAndNotTriedMeanwhile() {
    Sendings.plan(fresh.store(), List.of(PLACE), 5);
    run();
    assertThat(Sendings.entries(fresh.store()))
        .hasSize(5)
        .allSatisfy(entry -> {
          assertThat(entry.state()).isEqualTo(State.SENT);
          assertThat(outcomes(entry)).containsExactly("delivered");
        });
    assertThat(courier.mostAtOnce()).isEqualTo(1);
  }

  @Test
  void manyPlacesAreWrittenToAtTheSameTime() {
    CountDownLatch together = new CountDownLatch(Dispatcher.AT_ONCE);
    courier.sends =
        (key, permit) -> {
          together.countDown();
          await(together);
          return new Delivery.Delivered("taken");
        };
    Sendings.plan(fresh.store(), places(100), 1);
    run();
    assertThat(Sendings.entries(fresh.store())).allMatch(entry -> entry.state() == State.SENT);
    assertThat(courier.mostAtOnce()).isEqualTo(Dispatcher.AT_ONCE);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aPlaceRestsBetweenTwoMessagesAsLongAsItsPlatformAsks() {
    courier.pace = new Pace(0, Duration.ofMillis(30));
    Sendings.plan(fresh.store(), List.of(PLACE), 4);
    run();
    assertThat(courier.gaps()).hasSize(3).allMatch(gap -> gap.toMillis() >= 30);
  }

  @Test
  void aProcessThatHasJustBegunTakesEveryPlaceForJustWrittenTo() {
    courier.pace = new Pace(0, Duration.ofMillis(200));
    Sendings.plan(fresh.store(), List.of(PLACE), 1);
    long began = System.nanoTime();
    run();
    assertThat(courier.sent()).isEqualTo(1);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(200));
  }

  @Test
  void allPlacesTogetherAreWrittenToAsOftenAsThePlatformAllows() {
    courier.pace = new Pace(100, Duration.ZERO);
    Sendings.plan(fresh.store(), places(31), 1);
    run();
    // 30 turns of 10 ms, of which a tenth of a second may be made up for
    assertThat(courier.gaps()).hasSize(30);
    assertThat(courier.gaps().stream().reduce(Duration.ZERO, Duration::plus))
        .isGreaterThan(Duration.ofMillis(190));
  }

  @Test
  void nothingFollowsARateLimitUntilItEndsNotEvenAfterARestart() {
    Sendings.plan(fresh.store(), List.of(PLACE), 3);
    courier.sends =
        (key, permit) -> new Delivery.TryLater(Duration.ofSeconds(5), "429", PLACE.key(), true);
    run();
    assertThat(courier.sent()).isEqualTo(1);

    courier.sends = (key, permit) -> new Delivery.Delivered("taken");
    clock.tick(Duration.ofMillis(4_999));
    run();
    assertThat(courier.sent()).isEqualTo(1);
    clock.tick(Duration.ofMillis(500));
    run();
    assertThat(Sendings.entries(fresh.store())).allMatch(entry -> entry.state() == State.SENT);
    assertThat(courier.sent()).isEqualTo(4);
  }

  @Test
  void whatHasNoLeaveAnyMoreIsPutBackAndThatIsNoTry() {
    Sendings.plan(fresh.store(), List.of(PLACE), 1);
    courier.sends =
        (key, permit) -> {
          if (courier.sent() == 1) {
            clock.tick(Timing.USUAL.lease().minus(Timing.USUAL.call()).plusMillis(1));
          }
          return permit.holds() ? new Delivery.Delivered("taken") : new Delivery.Withheld();
        };
    run();
    assertThat(only().state()).isEqualTo(State.SENT);
    assertThat(outcomes(only())).containsExactly("delivered");
    assertThat(courier.sent()).isEqualTo(2);
  }

  @Test
  void aCourierThatThrowsLeavesItOpenAndIsNotAskedForEver() {
    Sendings.plan(fresh.store(), List.of(PLACE), 1);
    courier.sends =
        (key, permit) -> {
          throw new IllegalStateException("a fault of the adapter");
        };
    courier.looks =
        () -> {
          throw new IllegalStateException("another one");
        };
    run();
    assertThat(only().state()).isEqualTo(State.UNCERTAIN);
    for (int n = 0; n < 2 * Transitions.MOST_TRIES; n++) {
      clock.tick(Duration.ofMinutes(16));
      run();
    }
    assertThat(courier.sent()).isEqualTo(1);
    assertThat(only().state()).isEqualTo(State.HELD);
    assertThat(outcomes(only())).hasSize(2 * Transitions.MOST_TRIES + 1).endsWith("held");
  }

  @Test
  void whatIsHeldIsLookedUpEveryHourAndNotedOnce() {
    Sendings.plan(fresh.store(), List.of(PLACE), 1);
    courier.sends = (key, permit) -> new Delivery.Uncertain("cut");
    courier.looks = () -> new Reconciliation.CannotLook("missing scope", false);
    run();
    clock.tick(Duration.ofMinutes(1));
    run();
    assertThat(only().state()).isEqualTo(State.HELD);
    for (int n = 0; n < 5; n++) {
      clock.tick(Duration.ofMinutes(61));
      run();
    }
    assertThat(outcomes(only())).containsExactly("uncertain", "held");
    assertThat(courier.looked()).isEqualTo(6);

    courier.looks = () -> new Reconciliation.Found("message 7");
    clock.tick(Duration.ofMinutes(59));
    run();
    assertThat(only().state()).isEqualTo(State.HELD);
    clock.tick(Duration.ofMinutes(2));
    run();
    assertThat(only().state()).isEqualTo(State.SENT);
    assertThat(only().receipt()).isEqualTo("message 7");
  }

  @Test
  void whatWaitsWhenAProcessEndsIsSentByTheNextOne() throws InterruptedException {
    Sendings.plan(fresh.store(), List.of(PLACE), 5);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    courier.sends =
        (key, permit) -> {
          begun.countDown();
          await(mayEnd);
          return new Delivery.Delivered("taken");
        };
    Dispatcher dispatcher = dispatcher();
    dispatcher.start();
    begun.await();
    Thread ending = Thread.ofPlatform().start(dispatcher::close);
    while (ending.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    mayEnd.countDown();
    ending.join();
    assertThat(courier.sent()).isEqualTo(1);

    run();
    assertThat(Sendings.entries(fresh.store()))
        .hasSize(5)
        .allSatisfy(entry -> {
          assertThat(entry.state()).isEqualTo(State.SENT);
          assertThat(outcomes(entry)).containsExactly("delivered");
        });
  }
}
