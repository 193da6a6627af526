package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.discord.fake.Channel;
import dev.paperboy.discord.fake.FakeDiscord;
import dev.paperboy.discord.fake.Guild;
import dev.paperboy.discord.fake.Human;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started: a process of its own, with an environment and signals. */
@Tag("long")
class DiscordProgramTest {
  /** Well below the time after which a stop no longer waits for what is under way. */
  private static final long STOP_S = 18;

  @TempDir Path home;
  private final FakeDiscord discord = FakeDiscord.start();
  private final List<String> said = new ArrayList<>();
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void close() {
    started.forEach(Process::destroyForcibly);
    discord.close();
  }

  @Test
  void answersUntilItIsToldToStop() throws IOException, InterruptedException {
    Guild lab = discord.guild("Lab");
    Channel papers = lab.channel("papers");
    Human ann = discord.human("Ann", lab);
    Process program = start(discord.token());
    BufferedReader lines = program.inputReader(StandardCharsets.UTF_8);
    hears(lines, "Connected to Discord as Paperboy");
    assertThat(ann.uses(papers, "papers status").reply().everything()).contains("papers known");
    program.toHandle().destroy(); // the process itself would close its output
    hears(lines, "Stopping");
    assertThat(program.waitFor(STOP_S, TimeUnit.SECONDS)).as("it stops at once").isTrue();
    discord.awaits("the connection to end", () -> discord.connections() == 0);
    assertThat(said).noneMatch(line -> line.contains(discord.token()));
    assertThat(discord.problems()).isEmpty();
  }

  @Test
  void saysInOneLineWhyItDoesNotStart() throws IOException, InterruptedException {
    Process program = start("not.the.token");
    BufferedReader lines = program.inputReader(StandardCharsets.UTF_8);
    lines.lines().forEach(said::add);
    assertThat(program.waitFor()).isEqualTo(1);
    assertThat(said).singleElement().asString().contains("does not accept DISCORD_TOKEN");
  }

  private Process start(String token) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            DiscordBot.class.getName());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.matches("(DISCORD|PAPERBOY|SLACK)_.*"));
    environment.put("DISCORD_TOKEN", token);
    environment.put("DISCORD_API_URL", discord.apiUrl().toString());
    environment.put("PAPERBOY_HOME", home.resolve("data").toString());
    environment.put("PAPERBOY_VECTORS", "off");
    environment.put("PAPERBOY_HUGGINGFACE_URL", "http://127.0.0.1:9");
    environment.put("PAPERBOY_ARXIV_URL", "http://127.0.0.1:9");
    Process process = builder.directory(home.toFile()).redirectErrorStream(true).start();
    started.add(process);
    return process;
  }

  private void hears(BufferedReader lines, String wanted) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      if (line.contains(wanted)) {
        return;
      }
    }
    throw new AssertionError("it ended without saying \"" + wanted + "\": " + said);
  }
}
