package dev.paperboy.delivery;

import dev.paperboy.delivery.Claims.Claim;
import dev.paperboy.delivery.Claims.Composed;
import dev.paperboy.delivery.Claims.Freezing;
import dev.paperboy.delivery.Claims.Settlement;
import dev.paperboy.digest.Composer;
import dev.paperboy.digest.Composition;
import dev.paperboy.digest.Decision;
import dev.paperboy.digest.Decision.Verdict;
import dev.paperboy.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what is due to the couriers of this process: claims a batch, composes and freezes what is
 * not composed yet, hands each message over, settles what came of it. Several processes may do so
 * over one store.
 */
public final class Dispatcher implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

  /** How many deliveries of one process are under way at once. */
  public static final int AT_ONCE = 64;

  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final Claims claims;
  private final Composer composer;
  private final Set<String> scopes = new TreeSet<>();
  private final InstantSource clock;
  private final Timing timing;
  private final String owner;
  private final Transitions transitions;
  private final Settler settler;
  private final Lanes lanes;
  private final Semaphore calls = new Semaphore(0);
  private volatile boolean closing;
  private @Nullable Thread loop;

  /**
   * @param owner names this process in the store
   * @param suspended told of each subscription that a platform refuses for good
   */
  public Dispatcher(
      Claims claims,
      Composer composer,
      Collection<Courier> couriers,
      InstantSource clock,
      Timing timing,
      String owner,
      Consumer<Settlement> suspended) {
    this.claims = claims;
    this.composer = composer;
    couriers.forEach(courier -> scopes.add(courier.holds()));
    this.clock = clock;
    this.timing = timing;
    this.owner = owner;
    transitions = new Transitions(timing, () -> ThreadLocalRandom.current().nextDouble());
    settler = new Settler(claims, clock, suspended);
    lanes = new Lanes(couriers, clock, timing, transitions, settler::add);
  }

  /** Works until closed. */
  public synchronized void start() {
    if (loop == null) {
      loop = Thread.ofPlatform().daemon().name("dispatcher").start(this::work);
    }
  }

  /** Ends the rest that the dispatcher takes when nothing is due. */
  public void wake() {
    calls.release();
  }

  /** Works on what is due now until nothing is. Returns how many deliveries it worked on. */
  public int runDue() {
    int worked = 0;
    while (true) {
      int begun = begin();
      lanes.awaitEmpty();
      settler.flush();
      if (begun == 0) {
        return worked;
      }
      worked += begun;
    }
  }

  private void work() {
    while (!closing) {
      try {
        if (begin() == 0) {
          rest(timing.idle());
        }
      } catch (RuntimeException e) {
        log.error("deliveries wait: {}", e.getMessage());
        rest(Duration.ofSeconds(1));
      }
    }
  }

  /** Claims as many as there is room for and sends them on their way. */
  private int begin() {
    int room = lanes.awaitRoom();
    if (room <= 0) {
      return 0;
    }
    long nanos = System.nanoTime();
    Instant now = clock.instant();
    List<Claim> claimed = claims.claim(scopes, owner, now, now.plus(timing.lease()), room);
    List<Claim> ready = new ArrayList<>();
    List<Claim> fresh = new ArrayList<>();
    for (Claim claim : claimed) {
      Optional<Settlement> over = over(claim, now);
      if (over.isPresent()) {
        settler.add(over.get());
      } else if (claim.body() == null) {
        fresh.add(claim);
      } else {
        ready.add(claim);
      }
    }
    ready.forEach(claim -> lanes.add(claim, nanos));
    freeze(fresh).forEach(claim -> lanes.add(claim, nanos));
    return claimed.size();
  }

  /** What is not sent any more, whatever it holds. */
  private Optional<Settlement> over(Claim claim, Instant now) {
    if (claim.isOpen()) {
      return Optional.empty();
    }
    Instant expires = claim.expiresAt();
    if (expires != null && now.isAfter(expires)) {
      return Optional.of(
          transitions.skipped(claim, "too late: it could not be sent in time", List.of(), now));
    }
    Subscription.State state = claim.subscription().state();
    boolean rests =
        state == Subscription.State.SUSPENDED
            || (state == Subscription.State.PAUSED && !claim.isByHand());
    return rests
        ? Optional.of(
            transitions.skipped(
                claim, state == Subscription.State.PAUSED ? "paused" : "suspended", List.of(), now))
        : Optional.empty();
  }

  private List<Claim> freeze(List<Claim> fresh) {
    List<Composed> composed = new ArrayList<>();
    for (Claim claim : fresh) {
      compose(claim).ifPresent(composed::add);
    }
    if (composed.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    List<Freezing> results = claims.freeze(composed, now);
    List<Claim> ready = new ArrayList<>();
    for (int i = 0; i < composed.size(); i++) {
      Composed each = composed.get(i);
      switch (results.get(i)) {
        case FROZEN -> ready.add(frozen(each, now));
        case LEDGER_MOVED -> settler.add(transitions.released(each.claim(), now, "composed anew"));
        case LOST -> log.info("delivery {} was taken over", each.claim().id());
      }
    }
    return ready;
  }

  private Optional<Composed> compose(Claim claim) {
    Instant now = clock.instant();
    Composition composition;
    try {
      composition = composer.compose(claim.subscription(), claim.occasion(), claim.order());
    } catch (RuntimeException e) {
      log.error("delivery {} could not be composed", claim.id(), e);
      settler.add(
          transitions.after(
              claim,
              new Delivery.TryLater(Duration.ZERO, "it could not be composed", "", false),
              now));
      return Optional.empty();
    }
    return switch (composition) {
      case Composition.Ready ready -> Optional.of(composed(claim, ready));
      case Composition.Silent silent -> {
        settler.add(transitions.skipped(claim, silent.why(), silent.decisions(), now));
        yield Optional.empty();
      }
      case Composition.Later later -> {
        settler.add(transitions.released(claim, later.at(), later.why()));
        yield Optional.empty();
      }
    };
  }

  private static Composed composed(Claim claim, Composition.Ready ready) {
    List<String> bodies = ready.parts().stream().map(MessageText::write).toList();
    long shown =
        ready.decisions().stream()
            .map(Decision::verdict)
            .filter(verdict -> verdict == Verdict.SHOWN)
            .count();
    List<Integer> papers = new ArrayList<>();
    for (int part = 0; part < bodies.size(); part++) {
      papers.add(part == 0 ? (int) shown : 0);
    }
    return new Composed(claim, bodies, papers, ready.decisions(), ready.ledgerVersion());
  }

  private static Claim frozen(Composed composed, Instant now) {
    Claim claim = composed.claim();
    return new Claim(
        claim.id(),
        claim.subscription(),
        claim.occasion(),
        claim.part(),
        claim.state(),
        claim.order(),
        composed.bodies().getFirst(),
        claim.attempts(),
        claim.fence(),
        claim.leaseUntil(),
        now,
        claim.absentAt(),
        claim.expiresAt(),
        claim.first());
  }

  private void rest(Duration pause) {
    try {
      if (!closing && calls.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        calls.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
    }
  }

  /** Begins nothing more, waits up to 10 s for what is under way, and settles it. */
  @Override
  public void close() {
    closing = true;
    lanes.stop();
    wake();
    Thread running;
    synchronized (this) {
      running = loop;
    }
    try {
      if (running != null) {
        running.join(CLOSING);
      }
      lanes.close(CLOSING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    settler.close();
  }
}
