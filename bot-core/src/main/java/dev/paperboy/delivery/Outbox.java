package dev.paperboy.delivery;

import dev.paperboy.digest.Order;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The store of deliveries. Throws {@code StoreFailure}. */
public interface Outbox {
  /** The states of a delivery; {@code docs/decisions} has the picture. */
  enum State {
    PENDING,
    SENDING,
    SENT,
    RETRY,
    UNCERTAIN,
    HELD,
    DEAD,
    SKIPPED;

    public boolean isOver() {
      return this == SENT || this == DEAD || this == SKIPPED;
    }
  }

  /**
   * One delivery as the history shows it.
   *
   * @param papers how many it carries; 0 before it is composed
   * @param why what the last try, or the skipping, said; null where there is nothing to say
   */
  record Entry(
      String id,
      String subscription,
      String occasion,
      int part,
      State state,
      int papers,
      int attempts,
      Instant createdAt,
      @Nullable Instant sentAt,
      @Nullable String receipt,
      @Nullable String why,
      List<Attempt> tries) {
    public Entry {
      tries = List.copyOf(tries);
    }
  }

  /** One try. */
  record Attempt(int number, Instant at, String outcome, @Nullable String detail) {}

  /**
   * Plans a delivery by hand, due at once: the n-th of a local date, as {@code date#n}.
   *
   * @return the entry planned
   */
  Entry planByHand(String subscription, String localDate, Order order, Instant now);

  /** The deliveries of a subscription, latest first. */
  List<Entry> history(String subscription, int most);

  /** Those of a platform that are HELD, DEAD or UNCERTAIN, latest first, for the doctor. */
  List<Entry> troubled(String platform, int most);
}
