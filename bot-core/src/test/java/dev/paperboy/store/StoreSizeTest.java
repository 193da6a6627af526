package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What must hold with all papers of three years, and with many times as many. */
@Tag("long")
class StoreSizeTest {
  @TempDir Path home;

  @Test
  void writesThreeYearsOfPapersInThreeSecondsOfCpu() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    try (Store store = Store.open(home)) {
      long before = threads.getCurrentThreadCpuTime();
      ManyPapersWriter.write(store.catalog(), 13_789);
      Duration taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);

      assertThat(taken).isLessThan(Duration.ofSeconds(3));
      assertThat(store.catalog().count()).isEqualTo(13_789);
    }
  }

  /** The child has 256 MiB, the papers alone are larger. */
  @Test
  @Timeout(180)
  void holdsFarMorePapersThanTheMemory() throws Exception {
    try (ChildJvm child = ChildJvm.start(ManyPapersWriter.class, home.toString(), "200000")) {
      assertThat(child.hears("told 200000"::equals)).as("%s", child.heard()).isTrue();
    }
  }
}
