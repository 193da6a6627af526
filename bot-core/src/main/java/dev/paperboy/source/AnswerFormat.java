package dev.paperboy.source;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How the answers of one kind are read, and how long one stays good. Must be thread-safe. */
public interface AnswerFormat<T> {
  /**
   * Reads the body of a 2xx answer.
   *
   * @param at when the source gave it
   * @throws IOException where the body is not what was expected; counts as a failed try
   */
  T read(byte[] body, Instant at) throws IOException;

  /** How long an answer is served again without asking. */
  Duration fresh(T answer);

  /** The answer that a 404 stands for; empty where a 404 is a refusal like any other 4xx. */
  default Optional<T> missing() {
    return Optional.empty();
  }

  /** Why the source refused, in its own words; by default the text under {@code error}. */
  default Optional<String> reason(byte[] body) {
    return JsonText.error(body);
  }
}
