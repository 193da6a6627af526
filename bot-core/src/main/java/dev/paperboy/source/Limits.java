package dev.paperboy.source;

import java.time.Duration;

/**
 * How much one call to a source may take.
 *
 * @param connect until a connection stands
 * @param call for a whole call, its body and its redirects included
 * @param bytes the largest body that is read
 */
public record Limits(Duration connect, Duration call, int bytes) {
  public static final Limits STANDARD =
      new Limits(Duration.ofSeconds(5), Duration.ofSeconds(15), 32 << 20);
}
