package dev.paperboy.delivery;

import dev.paperboy.delivery.Claims.Claim;
import dev.paperboy.delivery.Claims.Gate;
import dev.paperboy.delivery.Claims.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands claimed deliveries to their couriers: to one place one at a time and in order, no faster
 * than its platform allows, to many places at once. What waits its turn here keeps its claim.
 */
final class Lanes {
  private static final Logger log = LoggerFactory.getLogger(Lanes.class);

  /** How many of one process may wait for a place that is busy, beside those under way. */
  private static final int WAITING = 4 * Dispatcher.AT_ONCE;

  private static final String BUSY = "its place was busy";

  /** A claim, and until when on this machine's own clock it may be sent. */
  private record Load(Claim claim, long untilNanos) {}

  /** What one platform is written to with. */
  private record Line(Courier courier, Pace pace, Turns turns) {}

  /** One place; there while it is written to, and while it rests after that. */
  private static final class Lane {
    private final Queue<Load> waiting = new ArrayDeque<>();

    /** What waits, and what is under way. */
    private int held;
  }

  private final Map<String, Line> lines = new HashMap<>();
  private final InstantSource clock;
  private final Timing timing;
  private final Transitions transitions;
  private final Consumer<Settlement> ends;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** Who was written to just before that, by a process that has ended, nobody knows. */
  private final long begunNanos = System.nanoTime();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Map<String, Lane> lanes = new HashMap<>();

  /** What platforms have asked this process to let rest, and until when. */
  private final Map<String, Instant> gates = new HashMap<>();

  private int held;
  private int busy;

  /**
   * @param ends takes what became of each
   */
  Lanes(
      Collection<Courier> couriers,
      InstantSource clock,
      Timing timing,
      Transitions transitions,
      Consumer<Settlement> ends) {
    for (Courier courier : couriers) {
      Pace pace = courier.pace();
      lines.put(courier.platform(), new Line(courier, pace, new Turns(pace.perSecond(), closing)));
    }
    this.clock = clock;
    this.timing = timing;
    this.transitions = transitions;
    this.ends = ends;
  }

  /** Waits until there is room for more, and says for how many; not above 0 once it is closed. */
  int awaitRoom() {
    lock.lock();
    try {
      while (room() <= 0 && !isClosing()) {
        moved.awaitUninterruptibly();
      }
      return isClosing() ? 0 : room();
    } finally {
      lock.unlock();
    }
  }

  private int room() {
    return Math.min(Dispatcher.AT_ONCE - busy, Dispatcher.AT_ONCE + WAITING - held);
  }

  /** Waits until nothing waits or is under way. */
  void awaitEmpty() {
    lock.lock();
    try {
      while (held > 0) {
        moved.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Sends it on its way; what could not be sent before its lease ends is put back until its place
   * is free.
   *
   * @param claimedNanos the machine's own clock before it was claimed
   */
  void add(Claim claim, long claimedNanos) {
    String place = claim.subscription().to().key();
    Pace pace = line(claim).pace();
    long until = claimedNanos + timing.lease().minus(timing.call()).toNanos();
    Duration wait;
    lock.lock();
    try {
      Lane lane = lanes.get(place);
      wait = lane == null ? Duration.ZERO : pace.between().multipliedBy(lane.held);
      if (until - System.nanoTime() > wait.toNanos()) {
        if (lane == null) {
          Lane begun = new Lane();
          lanes.put(place, begun);
          var unused = threads.submit(() -> serve(place, begun, pace));
          lane = begun;
        }
        busy += lane.held == 0 ? 1 : 0;
        lane.held++;
        held++;
        lane.waiting.add(new Load(claim, until));
        return;
      }
    } finally {
      lock.unlock();
    }
    ends.accept(transitions.released(claim, clock.instant().plus(wait), BUSY));
  }

  private void serve(String place, Lane lane, Pace pace) {
    rest(pace.between().minusNanos(System.nanoTime() - begunNanos));
    for (Load load = next(place, lane); load != null; load = next(place, lane)) {
      boolean wasCalled = false;
      try {
        @Nullable Settlement unsent = unsent(load);
        wasCalled = unsent == null;
        ends.accept(unsent == null ? end(load) : unsent);
      } finally {
        done(lane);
      }
      if (wasCalled && pace.between().isPositive()) {
        putBackWhatCannotWait(lane, pace.between());
        rest(pace.between());
      }
    }
  }

  /** A claim whose lease runs out while it waits would be taken for one that was sent. */
  private void putBackWhatCannotWait(Lane lane, Duration rest) {
    List<Load> late = new ArrayList<>();
    lock.lock();
    try {
      long free = System.nanoTime() + rest.toNanos();
      lane.waiting.removeIf(load -> load.untilNanos() - free <= 0 && late.add(load));
    } finally {
      lock.unlock();
    }
    for (Load load : late) {
      ends.accept(transitions.released(load.claim(), clock.instant(), BUSY));
      done(lane);
    }
  }

  private @Nullable Load next(String place, Lane lane) {
    lock.lock();
    try {
      Load load = lane.waiting.poll();
      if (load == null) {
        lanes.remove(place);
      }
      return load;
    } finally {
      lock.unlock();
    }
  }

  private void done(Lane lane) {
    lock.lock();
    try {
      held--;
      lane.held--;
      busy -= lane.held == 0 ? 1 : 0;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void rest(Duration pause) {
    try {
      boolean unused = closing.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Line line(Claim claim) {
    return Objects.requireNonNull(
        lines.get(claim.subscription().to().platform()), "claimed what nobody here can send");
  }

  /** What becomes of it where it must not be sent now; null where it may. */
  private @Nullable Settlement unsent(Load load) {
    Claim claim = load.claim();
    if (!hasTurn(line(claim))) {
      return transitions.released(claim, clock.instant(), "this process was stopping");
    }
    Instant rests = closedUntil(claim);
    if (rests != null) {
      return transitions.released(claim, rests, "rate limit");
    }
    return holds(load) ? null : transitions.released(claim, clock.instant(), BUSY);
  }

  private boolean holds(Load load) {
    return System.nanoTime() - load.untilNanos() < 0
        && !clock.instant().plus(timing.call()).isAfter(load.claim().leaseUntil());
  }

  private Settlement end(Load load) {
    Claim claim = load.claim();
    Settlement end;
    try {
      end = handOver(claim, line(claim).courier(), () -> holds(load));
    } catch (RuntimeException | Error e) {
      // the courier broke its word; whether the message left is open
      log.error("delivery {} failed in its courier", claim.id(), e);
      return failed(claim);
    }
    if (end.gate() != null) {
      close(end.gate());
    }
    return end;
  }

  private boolean hasTurn(Line line) {
    try {
      return line.turns().await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Settlement handOver(Claim claim, Courier courier, Permit permit) {
    var message = MessageText.read(Objects.requireNonNull(claim.body()));
    var to = claim.subscription().to();
    if (claim.isOpen()) {
      Instant sentAt = claim.sendingAt() == null ? clock.instant() : claim.sendingAt();
      Reconciliation look = courier.reconcile(to, message, claim.key(), sentAt, permit);
      return transitions.after(claim, look, clock.instant());
    }
    Delivery delivery = courier.deliver(to, message, claim.key(), permit);
    return transitions.after(claim, delivery, clock.instant());
  }

  /** Looks that fail are counted, so that none goes on for ever. */
  private Settlement failed(Claim claim) {
    String why = "the courier failed";
    return claim.isOpen()
        ? transitions.after(
            claim, new Reconciliation.LookLater(Duration.ZERO, why), clock.instant())
        : transitions.after(claim, new Delivery.Uncertain(why), clock.instant());
  }

  private @Nullable Instant closedUntil(Claim claim) {
    var to = claim.subscription().to();
    Instant now = clock.instant();
    lock.lock();
    try {
      return Stream.of(to.platform(), to.platform() + ":" + to.space(), to.key())
          .map(gates::get)
          .filter(until -> until != null && until.isAfter(now))
          .max(Comparator.naturalOrder())
          .orElse(null);
    } finally {
      lock.unlock();
    }
  }

  private void close(Gate gate) {
    Instant now = clock.instant();
    lock.lock();
    try {
      gates.values().removeIf(until -> !until.isAfter(now));
      gates.merge(gate.scope(), gate.until(), (one, other) -> one.isAfter(other) ? one : other);
    } finally {
      lock.unlock();
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** Puts back what waits, and whatever is added from now on. */
  void stop() {
    closing.countDown();
    lock.lock();
    try {
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** After {@link #stop}: gives what is under way so long to come to its end. */
  void close(Duration most) throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS)) {
      log.warn("some messages were still on their way; they are looked up at the next start");
      threads.shutdownNow();
    }
  }
}
