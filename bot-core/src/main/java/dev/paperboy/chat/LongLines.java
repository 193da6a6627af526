package dev.paperboy.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The store of command lines that are too long for the buttons of a platform. Throws {@code
 * StoreFailure}.
 */
public interface LongLines {
  /** How long a line is known after it was last put behind a button. */
  Duration KEPT = Duration.ofDays(90);

  /** Keeps a line. Returns 16 characters out of {@code A-Za-z0-9_-}, the same for the same line. */
  String idOf(String line, Instant now);

  /** Empty where it is not known, or not any more. */
  Optional<String> lineOf(String id, Instant now);
}
