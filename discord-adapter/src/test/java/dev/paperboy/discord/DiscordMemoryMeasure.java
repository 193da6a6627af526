package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.console.Console;
import dev.paperboy.discord.fake.Channel;
import dev.paperboy.discord.fake.FakeDiscord;
import dev.paperboy.discord.fake.Guild;
import dev.paperboy.discord.fake.Human;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the idle bot holds resident beside a bare bot of the same SDK, with the real catalog. Prints
 * a table. {@code -Dpaperboy.idle=SECONDS} says how long they idle before they are looked at;
 * {@code -Dpaperboy.vectors=N} looks at the bot with vectors too, of the first N papers: after a
 * search, which loads the model, and eleven minutes later.
 */
@Tag("long")
class DiscordMemoryMeasure {
  private static final double MOST = 1.6;
  private static final int PATIENCE_S = 180;
  private static final long MODEL_LIVES_S = 11 * 60;

  /** As the launcher starts it. */
  private static final List<String> JAVA =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx256m",
          "-Xlog:disable",
          "--enable-native-access=ALL-UNNAMED");

  private final long idle = Long.getLong("paperboy.idle", 60);
  @TempDir Path folder;
  private Path home = Path.of("");

  @Test
  void printsWhatIsResident() throws Exception {
    home = folder;
    String data = System.getProperty("paperboy.data", "");
    Path papers = Path.of(data).resolve("huggingface/papers.jsonl.gz");
    Assumptions.assumeTrue(!data.isEmpty() && Files.exists(papers));
    Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")));
    try (FakeDiscord discord = FakeDiscord.start()) {
      Guild guild = discord.guild("Lab");
      Channel channel = guild.channel("papers");
      console("off", "import " + papers);
      long bare = bare(discord);
      long own = own(discord);
      double ratio = own / (double) bare;
      System.out.printf(
          Locale.ROOT,
          "%n| idle for %d s | resident MB |%n|---|---|%n| bare JDA bot | %d |%n"
              + "| Paperboy, whole catalog and index, no vectors | %d |%n| ratio | %.2f |%n",
          idle,
          bare / 1024,
          own / 1024,
          ratio);
      int vectors = Integer.getInteger("paperboy.vectors", 0);
      if (vectors > 0) {
        Path some = home.resolve("some.jsonl");
        Files.write(some, first(papers, vectors), StandardCharsets.UTF_8);
        home = Files.createDirectory(home.resolve("vectors"));
        console("off", "import " + some);
        console("on", "search graph");
        withVectors(discord, discord.human("Anna", guild), channel, vectors);
      }
      assertThat(ratio).isLessThanOrEqualTo(MOST);
    }
  }

  private static List<String> first(Path papers, int count) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(papers)), StandardCharsets.UTF_8))) {
      return lines.lines().limit(count).toList();
    }
  }

  private void console(String vectors, String line) throws Exception {
    Process console = start(environment(vectors), Console.class.getName(), line);
    assertThat(console.waitFor(1, TimeUnit.HOURS)).isTrue();
    assertThat(console.exitValue()).isZero();
  }

  private long bare(FakeDiscord discord) throws Exception {
    return idling(
        discord,
        start(Map.of(), BareBot.class.getName(), discord.apiUrl().toString(), discord.token()));
  }

  private long own(FakeDiscord discord) throws Exception {
    return idling(discord, start(bot(discord, "off"), DiscordBot.class.getName()));
  }

  private void withVectors(FakeDiscord discord, Human person, Channel channel, int vectors)
      throws Exception {
    Process bot = start(bot(discord, "on"), DiscordBot.class.getName());
    try {
      connected(discord);
      discord.awaits("commands", () -> discord.commands().size() > 0);
      var unused = person.uses(channel, "papers search", Map.of("query", "graph")).reply();
      pause(idle);
      long loaded = resident(bot);
      pause(MODEL_LIVES_S);
      System.out.printf(
          Locale.ROOT,
          "| %d papers with vectors, after a search | %d |%n| the same, %d min later | %d |%n",
          vectors,
          loaded / 1024,
          MODEL_LIVES_S / 60,
          resident(bot) / 1024);
    } finally {
      stop(bot);
    }
  }

  private long idling(FakeDiscord discord, Process bot) throws Exception {
    try {
      connected(discord);
      pause(idle);
      return resident(bot);
    } finally {
      stop(bot);
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
    // not among the arguments: the model's runtime does not bear a long line of them
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
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

  /** With patience for a machine that has other work. */
  private void connected(FakeDiscord discord) throws Exception {
    for (int waited = 0; discord.connections() == 0; waited++) {
      assertThat(waited).as("%s", Files.readString(home.resolve("said"))).isLessThan(PATIENCE_S);
      pause(1);
    }
  }

  private static void pause(long seconds) throws InterruptedException {
    boolean unused = new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
  }
}
