package dev.paperboy.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts each person's commands of the last minute. */
final class Pace {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int PEOPLE = 10_000;

  private final int most;
  private final Cache<String, Deque<Instant>> seen =
      Caffeine.newBuilder().maximumSize(PEOPLE).build();

  Pace(int most) {
    this.most = most;
  }

  /** Returns how long to wait: zero where the command may go on, and then it counts. */
  Duration take(String person, Instant now) {
    Deque<Instant> mine = seen.get(person, key -> new ArrayDeque<>());
    synchronized (mine) {
      while (!mine.isEmpty() && !mine.peekFirst().plus(MINUTE).isAfter(now)) {
        mine.removeFirst();
      }
      if (mine.size() >= most) {
        return Duration.between(now, mine.getFirst().plus(MINUTE));
      }
      mine.addLast(now);
      return Duration.ZERO;
    }
  }
}
