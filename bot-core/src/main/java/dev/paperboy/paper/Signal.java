package dev.paperboy.paper;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a paper's popularity at one moment.
 *
 * @param upvotes on Hugging Face
 * @param comments on Hugging Face
 * @param stars of the code on GitHub; null where no code is known
 */
public record Signal(int upvotes, int comments, @Nullable Integer stars, Instant at) {
  public static final Signal NONE = new Signal(0, 0, null, Instant.EPOCH);
}
