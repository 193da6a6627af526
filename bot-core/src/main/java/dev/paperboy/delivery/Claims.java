package dev.paperboy.delivery;

import dev.paperboy.delivery.Outbox.State;
import dev.paperboy.digest.Decision;
import dev.paperboy.digest.Order;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.when.Occasion;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dispatcher's side of the outbox: deliveries are claimed before anything leaves, and settled
 * after. Throws {@code StoreFailure}.
 */
public interface Claims {
  /**
   * A delivery that this process may work on until its lease ends.
   *
   * @param state {@link State#SENDING} to be sent, {@link State#UNCERTAIN} or {@link State#HELD} to
   *     be reconciled
   * @param body the frozen message; null before it is composed
   * @param attempts that counted so far
   * @param fence grows with each claim: whoever holds an older one has lost the delivery
   * @param sendingAt when the open or latest send began; null before the first
   * @param absentAt when a look found nothing for the first time; null where none did
   * @param expiresAt when it is too late to send; null where it never is
   * @param first the receipt of the first part; null for the first
   */
  record Claim(
      String id,
      Subscription subscription,
      Occasion occasion,
      int part,
      State state,
      Order order,
      @Nullable String body,
      int attempts,
      int fence,
      Instant leaseUntil,
      @Nullable Instant sendingAt,
      @Nullable Instant absentAt,
      @Nullable Instant expiresAt,
      @Nullable String first) {
    /** Whether somebody asked for it, and no schedule. */
    public boolean isByHand() {
      return occasion.text().indexOf('#') >= 0;
    }

    /** Whether it may have been sent. */
    public boolean isOpen() {
      return state == State.UNCERTAIN || state == State.HELD;
    }

    public DeliveryKey key() {
      return new DeliveryKey(id, part, first);
    }
  }

  /**
   * A composed delivery.
   *
   * @param bodies one for each part
   * @param papers how many each part shows
   */
  record Composed(
      Claim claim,
      List<String> bodies,
      List<Integer> papers,
      List<Decision> decisions,
      long ledgerVersion) {
    public Composed {
      bodies = List.copyOf(bodies);
      papers = List.copyOf(papers);
      decisions = List.copyOf(decisions);
    }
  }

  /** What became of freezing. */
  enum Freezing {
    FROZEN,
    /** Something else was shown there meanwhile: compose it anew. */
    LEDGER_MOVED,
    /** The claim holds no more. */
    LOST
  }

  /**
   * The end of one try.
   *
   * @param notBefore when it is worked on again, for states that are not over
   * @param counted whether the try counts towards the most there may be
   * @param outcome one word for the history; null where nothing was tried
   * @param gate what all processes must let rest, and until when; null where nothing
   * @param suspends whether the destination's subscriptions rest from now on
   * @param decisions of a digest that was not sent, for the ledger
   */
  record Settlement(
      Claim claim,
      State state,
      Instant notBefore,
      boolean counted,
      @Nullable String outcome,
      @Nullable String receipt,
      @Nullable String why,
      @Nullable Instant absentAt,
      @Nullable Gate gate,
      boolean suspends,
      List<Decision> decisions) {
    public Settlement {
      decisions = List.copyOf(decisions);
    }
  }

  /** Something that rests. */
  record Gate(String scope, Instant until) {}

  /**
   * Claims what is due, longest due first, gates respected; also what a process left open whose
   * lease is over.
   *
   * @param scopes what the couriers of this process take, as {@link Courier#holds()} says it
   * @param owner names this process
   */
  List<Claim> claim(
      Collection<String> scopes, String owner, Instant now, Instant leaseUntil, int most);

  /**
   * Keeps what was composed, in the order given, each with its decisions and its further parts, all
   * of one delivery or nothing of it.
   */
  List<Freezing> freeze(List<Composed> composed, Instant now);

  /** Keeps the ends of tries in one transaction; those whose claim was lost are left out. */
  List<Settlement> settle(List<Settlement> settlements, Instant now);

  /** Notes that the owner of a suspended subscription was told. */
  void told(Collection<String> subscriptions);
}
