package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.discord.fake.Channel;
import dev.paperboy.discord.fake.Choice;
import dev.paperboy.discord.fake.FakeDiscord;
import dev.paperboy.discord.fake.Guild;
import dev.paperboy.discord.fake.Human;
import dev.paperboy.discord.fake.Interaction;
import dev.paperboy.discord.fake.Posted;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * discord.js lives with the fake as JDA does: so the fake speaks Discord, and not what one library
 * makes of it. {@code .ci/discord-node} brings the client along.
 */
@Tag("long")
class DiscordNodeTest {
  private final FakeDiscord discord = FakeDiscord.start();
  private final Guild lab = discord.guild("Lab");
  private final Channel papers = lab.channel("papers");
  private final Human ann = discord.human("Ann", lab);
  private @Nullable Process node;

  @AfterEach
  void close() throws InterruptedException {
    if (node != null) {
      node.destroyForcibly();
      node.waitFor(10, TimeUnit.SECONDS);
    }
    discord.close();
    assertThat(discord.problems()).isEmpty();
  }

  @Test
  void livesWithTheFake() throws IOException {
    start();
    Guild elsewhere = discord.guildWithoutBot("Elsewhere");
    Human bob = discord.human("Bob", elsewhere).installs();
    assertIsAnswered(ann, papers);
    assertIsAnswered(ann, ann.directMessages());
    assertIsAnswered(bob, elsewhere.channel("chat"));
    assertIsAnswered(bob, discord.group(ann, bob));
    assertThat(ann.types(papers, "echo say", "text", "ag", Map.of()))
        .extracting(Choice::name)
        .containsExactly("ag 1", "ag 2");
    assertThat(ann.actsOn(papers, "Echo this", "a message").reply().content())
        .isEqualTo("a message");

    Posted shown = ann.uses(papers, "echo say", Map.of("text", "two")).reply();
    assertThat(ann.chooses(shown, "Second").reply(said("chosen 2")).id()).isEqualTo(shown.id());
    Posted other = ann.uses(papers, "echo say", Map.of("text", "three")).reply();
    var dialog = ann.presses(other, "Ask").dialog();
    Interaction asked = ann.submits(dialog, Map.of("Keyword", "memory"));
    assertThat(asked.reply().content()).startsWith("once");
    assertThat(discord.message(ann.directMessages(), said("you asked memory")).byBot()).isTrue();
  }

  @Test
  void comesBackToTheFake() throws IOException {
    start();
    discord.shutGateway(true);
    discord.closeSockets(4000);
    discord.awaits("the line to be cut", () -> discord.connections() == 0);
    Interaction meanwhile = ann.uses(papers, "echo say", Map.of("text", "meanwhile"));
    discord.shutGateway(false);
    assertThat(meanwhile.reply().everything()).contains("meanwhile");
    discord.askToReconnect();
    discord.awaits("a second RESUME", () -> discord.resumes() >= 2);
    discord.connected(1);
    assertIsAnswered(ann, papers);
    assertThat(discord.identifies()).isEqualTo(1);
    discord.invalidateSessions();
    discord.awaits("a new session", () -> discord.identifies() == 2);
    discord.connected(1);
    assertIsAnswered(ann, papers);
  }

  private void assertIsAnswered(Human human, Channel where) {
    Interaction asked = human.uses(where, "echo say", Map.of("text", "hello"));
    Posted answer = asked.reply(posted -> posted.everything().contains("hello"));
    assertThat(answer.onlyFor()).isEqualTo(human.name());
    assertThat(answer.ways()).containsExactly("More", "Ask", "First", "Second");
    assertThat(asked.reply(said("followed hello")).id()).isNotEqualTo(answer.id());
    assertThat(human.presses(answer, "More").reply(said("more")).id()).isEqualTo(answer.id());
  }

  private static Predicate<Posted> said(String part) {
    return posted -> posted.content().contains(part);
  }

  /** Starts the client and waits until it runs. */
  private void start() throws IOException {
    String modules = System.getProperty("paperboy.node", "");
    assertThat(modules).as("-Dpaperboy.node: the node_modules with discord.js").isNotEmpty();
    Path script = Path.of("src/test/node/discord.cjs").toAbsolutePath();
    ProcessBuilder builder = new ProcessBuilder("node", script.toString());
    Map<String, String> environment = builder.environment();
    environment.put("DISCORD_TOKEN", discord.token());
    environment.put("DISCORD_API", discord.apiUrl().resolve("..").toString().replaceAll("/$", ""));
    environment.put("CHANNEL", papers.id());
    environment.put("NODE_PATH", modules);
    Process started = builder.redirectErrorStream(true).start();
    node = started;
    BufferedReader lines = started.inputReader(StandardCharsets.UTF_8);
    List<String> before = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals("ready")) {
        Thread.ofVirtual().start(() -> lines.lines().forEach(System.out::println));
        return;
      }
      before.add(line);
    }
    throw new AssertionError("node ended before it was ready: " + before);
  }
}
