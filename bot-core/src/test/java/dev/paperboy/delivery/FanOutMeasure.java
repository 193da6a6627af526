package dev.paperboy.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Address;
import dev.paperboy.store.FreshStore;
import dev.paperboy.store.Store;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How close sending comes to the limit of its platform, and what it costs. */
@Tag("long")
@Timeout(900)
class FanOutMeasure {
  private static final int DELIVERIES = 10_000;
  private static final int PER_SECOND = 50;

  @RegisterExtension final FreshStore fresh = FreshStore.onSqlite();

  @Test
  void tenThousandDeliveriesTakeLittleLongerThanThePlatformAsks() throws Exception {
    Store store = fresh.store();
    List<Address> places =
        IntStream.range(0, DELIVERIES)
            .mapToObj(n -> Address.channel(Sendings.LOOK, "space", "place-" + n))
            .toList();
    long planning = System.nanoTime();
    Sendings.plan(store, places, 1);
    double commits = DELIVERIES / ((System.nanoTime() - planning) / 1e9);
    try (FakePlatform platform = new FakePlatform(false, PER_SECOND);
        Dispatcher dispatcher =
            new Dispatcher(
                store.claims(),
                Sendings.composer(store),
                List.of(
                    new PlainCourier(
                        Sendings.LOOK,
                        platform.address(),
                        false,
                        new Pace(PER_SECOND, Duration.ZERO))),
                Clock.systemUTC(),
                Timing.USUAL,
                "measure",
                unused -> {})) {
      long start = used();
      long began = System.nanoTime();
      dispatcher.start();
      platform.awaitAccepted(DELIVERIES / 2);
      long middle = used();
      platform.awaitAccepted(DELIVERIES);
      double seconds = (System.nanoTime() - began) / 1e9;
      long end = used();
      double least = DELIVERIES / (double) PER_SECOND;
      System.out.printf(
          "| deliveries | least s | took s | over | commits/s of the disk | MiB start, middle, end"
              + " |%n| %d | %.0f | %.1f | %.1f %% | %.0f | %d, %d, %d |%n%s%n",
          DELIVERIES,
          least,
          seconds,
          100 * (seconds / least - 1),
          commits,
          start,
          middle,
          end,
          platform.account());
      assertThat(seconds).isLessThan(least * 1.1);
      assertThat(platform.duplicates()).isZero();
    }
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }
}
