package dev.paperboy.digest;

import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import dev.paperboy.when.Occasion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger: what was decided about a paper for a destination, and why.
 *
 * @param destination {@code Address.key()}
 * @param reason for shown papers what was new about them, for others why they were held back; a
 *     word of a small vocabulary
 * @param signal what was known of its popularity at that moment
 * @param hadCode whether its code was released then
 * @param delivery id of the first part that carries it; null where nothing was sent
 */
public record Decision(
    String destination,
    PaperId paper,
    String subscription,
    Occasion occasion,
    Verdict verdict,
    String reason,
    Signal signal,
    boolean hadCode,
    Instant at,
    @Nullable String delivery) {
  public enum Verdict {
    /** In the message. Does not count where its delivery came to nothing. */
    SHOWN,
    /** Matched, and did not fit under the cap: behind the button. */
    OVERFLOW,
    /** Matched, and was held back. */
    HELD
  }
}
