package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fifty requests a second over all, those of interactions apart, and five posts in five seconds
 * into a channel, as its headers tell. Discord may set other numbers any day; the app has to go by
 * the headers.
 */
final class Rates {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final int POSTS = 5;
  private static final long WINDOW = 5 * SECOND;

  /** Posts into one channel since its window began. */
  private static final class Bucket {
    long began;
    int taken;
  }

  private final Deque<Long> lately = new ArrayDeque<>();
  private final Map<String, Bucket> buckets = new HashMap<>();
  private int most;
  private int refused;

  /** What the answer says where it comes too soon. */
  synchronized Optional<ObjectNode> take(String method, String path, long now, Headers headers) {
    lately.add(now);
    lately.removeIf(then -> now - then >= SECOND);
    most = Math.max(most, lately.size());
    if (lately.size() > Limits.REQUESTS_A_SECOND) {
      refused++;
      return Optional.of(limited(headers, Duration.ofNanos(SECOND), true));
    }
    if (!method.equals("POST") || !path.matches("/channels/\\d+/messages")) {
      return Optional.empty();
    }
    Bucket bucket = buckets.computeIfAbsent(path, unused -> new Bucket());
    if (bucket.taken == 0 || now - bucket.began >= WINDOW) {
      bucket.began = now;
      bucket.taken = 0;
    }
    Duration left = Duration.ofNanos(WINDOW - (now - bucket.began));
    boolean tooSoon = bucket.taken >= POSTS;
    bucket.taken += tooSoon ? 0 : 1;
    headers.add("X-RateLimit-Bucket", "posts");
    headers.add("X-RateLimit-Limit", Integer.toString(POSTS));
    headers.add("X-RateLimit-Remaining", Integer.toString(POSTS - bucket.taken));
    headers.add("X-RateLimit-Reset-After", seconds(left));
    headers.add(
        "X-RateLimit-Reset", seconds(Duration.ofMillis(System.currentTimeMillis()).plus(left)));
    if (tooSoon) {
      refused++;
      return Optional.of(limited(headers, left, false));
    }
    return Optional.empty();
  }

  static ObjectNode limited(Headers headers, Duration after, boolean global) {
    headers.add("Retry-After", Long.toString(Math.max(1, after.plusMillis(999).toSeconds())));
    headers.add("X-RateLimit-Scope", global ? "global" : "user");
    if (global) {
      headers.add("X-RateLimit-Global", "true");
    }
    return Json.object()
        .put("message", "You are being rate limited.")
        .put("retry_after", after.toMillis() / 1000.0)
        .put("global", global);
  }

  private static String seconds(Duration time) {
    return "%d.%03d".formatted(time.toSeconds(), time.toMillisPart());
  }

  /** The most requests that ever came within one second. */
  synchronized int most() {
    return most;
  }

  /** How many came too soon. */
  synchronized int refused() {
    return refused;
  }
}
