package dev.paperboy.slack.fake;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Posts: one a second into a channel, with a short burst allowed; what came faster is answered with
 * 429. Also remembers the shortest time between two posts into one channel.
 */
final class Pace {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** A bucket that holds so many seconds' worth of posts. */
  private static final int BURST = 5;

  private final Map<String, Long> emptyUntil = new HashMap<>();
  private final Map<String, Long> last = new HashMap<>();
  private long shortest = Long.MAX_VALUE;
  private boolean enforced = true;

  synchronized void enforce(boolean enforcing) {
    enforced = enforcing;
  }

  /** Seconds to wait before this call is taken; empty where it is taken now. */
  synchronized Optional<Integer> wait(String token, String method, String channel) {
    if (!enforced || !method.equals("chat.postMessage")) {
      return Optional.empty();
    }
    long now = System.nanoTime();
    long until = Math.max(now, emptyUntil.getOrDefault(token + channel, now));
    if (until - now > (BURST - 1) * SECOND) {
      return Optional.of(1);
    }
    emptyUntil.put(token + channel, until + SECOND);
    return Optional.empty();
  }

  synchronized void took(String token, String channel, long nanos) {
    Long before = last.put(token + channel, nanos);
    if (before != null) {
      shortest = Math.min(shortest, nanos - before);
    }
  }

  /** The shortest time between two posts into the same channel. */
  synchronized Duration shortest() {
    return Duration.ofNanos(shortest);
  }
}
