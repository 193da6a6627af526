package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.slack.fake.FakeSlack;
import dev.paperboy.slack.fake.Human;
import dev.paperboy.slack.fake.Posted;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The official client for Node lives with the fake as ours does: so the fake speaks Slack, and not
 * what one library makes of it. {@code .ci/slack-node} brings the client along.
 */
@Tag("long")
class SlackNodeTest {
  private final FakeSlack slack = FakeSlack.start();
  private @Nullable Process node;

  @BeforeEach
  void open() {
    var unused = slack.workspace("T1");
    slack.channel("T1", "C1");
  }

  @AfterEach
  void close() throws InterruptedException {
    if (node != null) {
      node.destroyForcibly();
      node.waitFor(10, TimeUnit.SECONDS);
    }
    slack.close();
    assertThat(slack.problems()).isEmpty();
  }

  @Test
  void livesWithTheFakeInSocketMode() throws IOException {
    assertThat(ready(Map.of("SLACK_APP_TOKEN", slack.appToken()))).isEqualTo("ready 0");
    slack.connected();
    doesAllThatPeopleAskFor();
    slack.disconnect("refresh_requested");
    slack.connected();
    isAnswered(slack.human("T1", "U2"), "after a new socket");
  }

  @Test
  void livesWithTheFakeOverHttp() throws IOException {
    String ready = ready(Map.of("SLACK_SIGNING_SECRET", slack.signingSecret()));
    assertThat(ready).matches("ready [1-9]\\d*");
    int port = Integer.parseInt(ready.substring("ready ".length()));
    slack.callsAt(URI.create("http://127.0.0.1:" + port + "/slack/events"));
    doesAllThatPeopleAskFor();
  }

  private void doesAllThatPeopleAskFor() {
    Human ann = slack.human("T1", "U1");
    Posted answer = isAnswered(ann, "agents & <tools>");
    assertThat(ann.press(answer, "Ask")).isLessThan(Duration.ofSeconds(3));
    var dialog = ann.modal("question");
    assertThat(ann.submit(dialog, Map.of())).containsEntry("what", "Say something.");
    assertThat(ann.submit(dialog, Map.of("what", "memory"))).isEmpty();
    Posted asked = slack.message("T1", "U1", said("asked memory"));
    assertThat(asked.body().at("/metadata/event_payload/about").asText()).isEqualTo("memory");
    assertThat(ann.press(answer, "Again")).isLessThan(Duration.ofSeconds(3));
    assertThat(slack.message("T1", "C1", said("replaced heard")).ts()).isEqualTo(answer.ts());

    ann.directMessage("good morning");
    assertThat(slack.message("T1", "U1", said("read good morning")).onlyFor()).isNull();
    String question = ann.mention("C1", "today", null);
    assertThat(slack.message("T1", "C1", said("mentioned")).thread()).isEqualTo(question);
    ann.open("home");
    var home = slack.await("the Home tab", () -> slack.home("T1", "U1"));
    assertThat(home.toString()).contains("At home");
    String url = "https://arxiv.org/abs/2608.00001";
    assertThat(slack.unfurls(ann.link("C1", url, true)).has(url)).isTrue();
    ann.shortcut("search_papers");
    assertThat(slack.message("T1", "C1", said("messages seen by U1")).onlyFor()).isNull();
  }

  private Posted isAnswered(Human human, String text) {
    assertThat(human.command("C1", text)).isLessThan(Duration.ofSeconds(3));
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return slack.message("T1", "C1", posted -> posted.text().equals("heard " + escaped));
  }

  private static Predicate<Posted> said(String part) {
    return posted -> posted.text().contains(part);
  }

  /** Starts the client; what it says once it runs. */
  private String ready(Map<String, String> mode) throws IOException {
    String modules = System.getProperty("paperboy.node", "");
    assertThat(modules).as("-Dpaperboy.node: the node_modules with @slack/bolt").isNotEmpty();
    Path script = Path.of("src/test/node/bolt.cjs").toAbsolutePath();
    ProcessBuilder builder = new ProcessBuilder("node", script.toString());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("SLACK_"));
    environment.putAll(mode);
    environment.put("SLACK_BOT_TOKEN", slack.workspace("T1").botToken());
    environment.put("SLACK_API_URL", slack.apiUrl().toString());
    environment.put("CHANNEL", "C1");
    environment.put("NODE_PATH", modules);
    Process started = builder.redirectErrorStream(true).start();
    node = started;
    BufferedReader lines = started.inputReader(StandardCharsets.UTF_8);
    List<String> before = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("ready ")) {
        Thread.ofVirtual().start(() -> lines.lines().forEach(System.out::println));
        return line;
      }
      before.add(line);
    }
    throw new AssertionError("node ended before it was ready: " + before);
  }
}
