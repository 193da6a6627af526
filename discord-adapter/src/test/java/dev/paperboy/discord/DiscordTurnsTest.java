package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DiscordTurnsTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final AtomicLong now = new AtomicLong();

  @Test
  void aTurnComesAgainOneSecondAfterItsAnswer() {
    DiscordTurns turns = new DiscordTurns(2, now::get);
    assertThat(turns.takeNow()).isTrue();
    assertThat(turns.takeNow()).isTrue();
    assertThat(turns.takeNow()).isFalse();
    now.addAndGet(5 * SECOND);
    assertThat(turns.takeNow()).as("neither is answered").isFalse();
    turns.over();
    now.addAndGet(SECOND - 1);
    assertThat(turns.takeNow()).isFalse();
    now.addAndGet(1);
    assertThat(turns.takeNow()).isTrue();
    assertThat(turns.takeNow()).isFalse();
  }

  /** Requests arrive at any time between their sending and their answer. */
  @Test
  void noSecondSeesMoreHoweverLateRequestsArrive() {
    Random random = new Random(7);
    DiscordTurns turns = new DiscordTurns(10, now::get);
    List<Long> arrivals = new ArrayList<>();
    Queue<Long> ends = new PriorityQueue<>();
    for (int step = 0; step < 20_000; step++) {
      now.addAndGet(random.nextLong(SECOND / 50));
      while (turns.takeNow()) {
        long end = now.get() + random.nextLong(random.nextInt(10) == 0 ? 3 * SECOND : SECOND / 10);
        arrivals.add(now.get() + random.nextLong(end - now.get() + 1));
        ends.add(end);
      }
      while (!ends.isEmpty() && ends.peek() <= now.get()) {
        long unused = ends.remove();
        turns.over();
      }
    }
    arrivals.sort(null);
    assertThat(arrivals.size()).isGreaterThan(1_000);
    for (int i = 10; i < arrivals.size(); i++) {
      assertThat(arrivals.get(i) - arrivals.get(i - 10)).isGreaterThanOrEqualTo(SECOND);
    }
  }
}
