package dev.paperboy.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source could not answer. The message starts with who failed: "huggingface: 503 after 3 tries".
 */
public final class SourceFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient @Nullable Instant retryAt;
  private final boolean refused;

  /**
   * @param retryAt when it may be asked again, where that is known
   * @param refused the source understood and said no (400, 404): asking again will not help
   */
  public SourceFailure(
      String message, @Nullable Instant retryAt, boolean refused, @Nullable Throwable cause) {
    super(message, cause);
    this.retryAt = retryAt;
    this.refused = refused;
  }

  public @Nullable Instant retryAt() {
    return retryAt;
  }

  public boolean refused() {
    return refused;
  }
}
