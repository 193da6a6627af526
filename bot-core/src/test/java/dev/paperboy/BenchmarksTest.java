package dev.paperboy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs the micro-benchmarks, each in a JVM of its own with the launcher's flags, and prints a
 * table. Needs the profile {@code jmh}.
 */
@Tag("long")
class BenchmarksTest {
  @Test
  void printsWhatASearchASummaryAndAVectorTakeBesideTheirBaselines() throws RunnerException {
    String data = System.getProperty("paperboy.data", "");
    Assumptions.assumeFalse(data.isEmpty(), "no folder of real inputs");
    assertThat(getClass().getResource("/META-INF/BenchmarkList"))
        .describedAs("the benchmarks are compiled with -Pjmh only")
        .isNotNull();
    Options options =
        new OptionsBuilder()
            .include("dev\\.paperboy\\..*Benchmark\\..*")
            .mode(Mode.SampleTime)
            .timeUnit(TimeUnit.MILLISECONDS)
            .warmupIterations(2)
            .warmupTime(TimeValue.seconds(3))
            .measurementIterations(3)
            .measurementTime(TimeValue.seconds(3))
            .forks(1)
            .jvmArgs(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-Dpaperboy.data=" + data,
                "-Dpaperboy.vectors=" + System.getProperty("paperboy.vectors", "target/measure"))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    System.out.println("| JMH, C1 compiler only | median ms | 99th percentile | samples |");
    System.out.println("|---|---|---|---|");
    List<RunResult> sorted =
        results.stream().sorted(Comparator.comparing(BenchmarksTest::name)).toList();
    for (RunResult result : sorted) {
      Statistics times = result.getPrimaryResult().getStatistics();
      System.out.printf(
          Locale.ROOT,
          "| %s | %.3f | %.3f | %,d |%n",
          name(result),
          times.getPercentile(50),
          times.getPercentile(99),
          times.getN());
      Figures.add(
          "JMH: " + name(result) + ", median ms (99th percentile)",
          String.format(
              Locale.ROOT, "%.3f (%.3f)", times.getPercentile(50), times.getPercentile(99)),
          "",
          "");
    }
    assertThat(sorted).isNotEmpty();
  }

  /** search5Hybrid: "search 5, hybrid". */
  private static String name(RunResult result) {
    String label = result.getPrimaryResult().getLabel();
    return label
        .replaceAll("(\\d)(\\p{Lu})", "$1, $2")
        .replaceAll("(?<=\\p{Ll})(?=[\\p{Lu}\\d])", " ")
        .toLowerCase(Locale.ROOT);
  }
}
