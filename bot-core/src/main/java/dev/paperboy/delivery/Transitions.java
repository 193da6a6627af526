package dev.paperboy.delivery;

import dev.paperboy.delivery.Claims.Claim;
import dev.paperboy.delivery.Claims.Gate;
import dev.paperboy.delivery.Claims.Settlement;
import dev.paperboy.delivery.Outbox.State;
import dev.paperboy.digest.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** The arrows between the states of a delivery: what each answer of a platform leads to. */
final class Transitions {
  /** How many tries count before a delivery is given up. */
  static final int MOST_TRIES = 8;

  /** What nobody could look up may be looked up later: a scope is granted, a line mended. */
  private static final Duration HELD_LOOK = Duration.ofHours(1);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  /** Added to what a platform asked for, so that those who waited together do not come together. */
  private static final Duration JITTER = Duration.ofMillis(250);

  private final Timing timing;
  private final DoubleSupplier random;

  /**
   * @param random from 0 to 1
   */
  Transitions(Timing timing, DoubleSupplier random) {
    this.timing = timing;
    this.random = random;
  }

  Settlement after(Claim claim, Delivery delivery, Instant now) {
    return switch (delivery) {
      case Delivery.Delivered sent -> sent(claim, sent.receipt(), "delivered", now);
      case Delivery.TryLater later -> later(claim, later, now);
      case Delivery.Withheld unsent -> released(claim, now, "its lease was about to end");
      case Delivery.Uncertain open ->
          to(claim, State.UNCERTAIN, now.plus(timing.lookAgain()), true, "uncertain", open.why());
      case Delivery.Unreachable gone -> unreachable(claim, gone.why(), now);
      case Delivery.Refused refused -> to(claim, State.DEAD, now, true, "refused", refused.why());
    };
  }

  Settlement after(Claim claim, Reconciliation look, Instant now) {
    return switch (look) {
      case Reconciliation.Found found -> sent(claim, found.receipt(), "found", now);
      case Reconciliation.Absent absent -> absent(claim, now);
      case Reconciliation.LookLater later ->
          claim.attempts() >= 2 * MOST_TRIES
              ? held(claim, later.why(), now)
              : to(
                  claim,
                  State.UNCERTAIN,
                  now.plus(longer(later.after(), backoff(claim.attempts()))),
                  true,
                  "look failed",
                  later.why());
      case Reconciliation.CannotLook blind ->
          blind.resend()
              ? to(claim, State.RETRY, now, true, "sent anew, unseen", blind.why())
              : held(claim, blind.why(), now);
    };
  }

  /**
   * Back into the queue as if it had not been claimed; that was no try, and is not noted as one.
   */
  Settlement released(Claim claim, Instant notBefore, String why) {
    State state = claim.isOpen() ? claim.state() : State.RETRY;
    return to(claim, state, notBefore, false, null, why);
  }

  /** Noted once, however often it is looked up in vain. */
  private static Settlement held(Claim claim, String why, Instant now) {
    boolean isNew = claim.state() != State.HELD;
    Instant again = now.plus(HELD_LOOK);
    return to(claim, State.HELD, again, isNew, isNew ? "held" : null, why);
  }

  Settlement skipped(Claim claim, String why, List<Decision> decisions, Instant now) {
    return new Settlement(
        claim, State.SKIPPED, now, false, "skipped", null, why, null, null, false, decisions);
  }

  private Settlement later(Claim claim, Delivery.TryLater later, Instant now) {
    Duration asked = later.after().isZero() ? Duration.ZERO : later.after().plus(jitter());
    if (later.limited()) {
      Instant until = now.plus(longer(asked, FIRST_PAUSE));
      Gate gate = later.gate().isEmpty() ? null : new Gate(later.gate(), until);
      return new Settlement(
          claim,
          State.RETRY,
          until,
          false,
          "rate limit",
          null,
          later.why(),
          null,
          gate,
          false,
          List.of());
    }
    if (claim.attempts() + 1 > MOST_TRIES) {
      return to(claim, State.DEAD, now, true, "given up", later.why());
    }
    Instant until = now.plus(longer(asked, backoff(claim.attempts())));
    return to(claim, State.RETRY, until, true, "failed", later.why());
  }

  private Settlement absent(Claim claim, Instant now) {
    Instant before = claim.absentAt();
    if (before != null && !now.isBefore(before.plus(timing.absence()))) {
      return to(claim, State.RETRY, now, true, "not there", "looked twice and found nothing");
    }
    Instant first = before == null ? now : before;
    return new Settlement(
        claim,
        State.UNCERTAIN,
        first.plus(timing.absence()),
        false,
        "not there yet",
        null,
        null,
        first,
        null,
        false,
        List.of());
  }

  private static Settlement unreachable(Claim claim, String why, Instant now) {
    return new Settlement(
        claim, State.DEAD, now, true, "unreachable", null, why, null, null, true, List.of());
  }

  private static Settlement sent(Claim claim, String receipt, String outcome, Instant now) {
    return new Settlement(
        claim, State.SENT, now, true, outcome, receipt, null, null, null, false, List.of());
  }

  private static Settlement to(
      Claim claim,
      State state,
      Instant notBefore,
      boolean counted,
      @Nullable String outcome,
      String why) {
    return new Settlement(
        claim, state, notBefore, counted, outcome, null, why, null, null, false, List.of());
  }

  /** Doubling from one second to 15 minutes, with full jitter. */
  private Duration backoff(int attempts) {
    long most = FIRST_PAUSE.toMillis() << Math.min(attempts, 20);
    long capped = Math.min(most, LONGEST_PAUSE.toMillis());
    return Duration.ofMillis((long) (capped * random.getAsDouble()));
  }

  private Duration jitter() {
    return Duration.ofMillis((long) (JITTER.toMillis() * random.getAsDouble()));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
