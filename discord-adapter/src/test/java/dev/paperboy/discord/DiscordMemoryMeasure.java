package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.console.Console;
import dev.paperboy.discord.fake.FakeDiscord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the idle bot holds resident beside a bare bot of the same SDK, with the real catalog. Prints
 * a table. {@code -Dpaperboy.idle=SECONDS} says how long they idle before they are looked at;
 * {@code -Dpaperboy.vectors=true} measures with vectors too, which embeds every paper first.
 */
@Tag("long")
class DiscordMemoryMeasure {
  private static final double MOST = 1.6;
  private static final long MODEL_LIVES_S = 11 * 60;

  /** As the launcher starts it. */
  private static final List<String> JAVA =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx256m",
          "-Xlog:disable",
          "--enable-native-access=ALL-UNNAMED",
          "-cp",
          System.getProperty("java.class.path"));

  private final long idle = Long.getLong("paperboy.idle", 60);
  @TempDir Path home;

  @Test
  void printsWhatIsResident() throws Exception {
    String data = System.getProperty("paperboy.data", "");
    Path papers = Path.of(data).resolve("huggingface/papers.jsonl.gz");
    Assumptions.assumeTrue(!data.isEmpty() && Files.exists(papers));
    Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")));
    try (FakeDiscord discord = FakeDiscord.start()) {
      var unused = discord.guild("Lab").channel("papers");
      imported(papers, "off");
      long bare = bare(discord);
      long own = own(discord, "off");
      double ratio = own / (double) bare;
      System.out.printf(
          Locale.ROOT,
          "%n| idle for %d s | resident MB |%n|---|---|%n| bare JDA bot | %d |%n"
              + "| Paperboy, whole catalog and index, no vectors | %d |%n| ratio | %.2f |%n",
          idle,
          bare / 1024,
          own / 1024,
          ratio);
      if (Boolean.getBoolean("paperboy.vectors")) {
        imported(papers, "on");
        withVectors(discord);
      }
      assertThat(ratio).isLessThanOrEqualTo(MOST);
      assertThat(discord.problems()).isEmpty();
    }
  }

  private void imported(Path papers, String vectors) throws Exception {
    Process importing =
        start(
            environment(vectors),
            "-Dpaperboy.terminals=",
            Console.class.getName(),
            vectors.equals("on") ? "search graph" : "import " + papers);
    assertThat(importing.waitFor(2, TimeUnit.HOURS)).isTrue();
    assertThat(importing.exitValue()).isZero();
  }

  private long bare(FakeDiscord discord) throws Exception {
    return idling(
        discord,
        start(Map.of(), BareBot.class.getName(), discord.apiUrl().toString(), discord.token()));
  }

  private long own(FakeDiscord discord, String vectors) throws Exception {
    return idling(discord, start(bot(discord, vectors), DiscordBot.class.getName()));
  }

  private void withVectors(FakeDiscord discord) throws Exception {
    Process bot = start(bot(discord, "on"), DiscordBot.class.getName());
    try {
      discord.connected(1);
      pause(idle);
      long before = resident(bot);
      // whoever searches wakes the model
      pause(MODEL_LIVES_S);
      System.out.printf(
          Locale.ROOT,
          "| with vectors | %d |%n| the same, %d min later | %d |%n",
          before / 1024,
          MODEL_LIVES_S / 60,
          resident(bot) / 1024);
    } finally {
      stop(bot);
      discord.connected(0);
    }
  }

  private long idling(FakeDiscord discord, Process bot) throws Exception {
    try {
      discord.connected(1);
      pause(idle);
      return resident(bot);
    } finally {
      stop(bot);
      discord.connected(0);
    }
  }

  private Map<String, String> bot(FakeDiscord discord, String vectors) {
    Map<String, String> variables = new HashMap<>(environment(vectors));
    variables.put("DISCORD_TOKEN", discord.token());
    variables.put("DISCORD_API_URL", discord.apiUrl().toString());
    return variables;
  }

  private Map<String, String> environment(String vectors) {
    String nowhere = "http://127.0.0.1:9";
    return Map.of(
        "PAPERBOY_HOME", home.toString(),
        "PAPERBOY_VECTORS", vectors,
        "PAPERBOY_HUGGINGFACE_URL", nowhere,
        "PAPERBOY_ARXIV_URL", nowhere);
  }

  private Process start(Map<String, String> variables, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(JAVA);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PAPERBOY_"));
    builder.environment().putAll(variables);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("said").toFile()))
        .start();
  }

  private static void stop(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  /** In KiB, as the kernel counts it. */
  private static long resident(Process process) {
    try {
      return Files.readAllLines(
              Path.of("/proc", String.valueOf(process.pid()), "status"), StandardCharsets.UTF_8)
          .stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause(long seconds) throws InterruptedException {
    boolean unused = new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
  }
}
