package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.Environment;
import dev.paperboy.Paperboy;
import dev.paperboy.progress.Progress;
import dev.paperboy.slack.fake.FakeSlack;
import dev.paperboy.slack.fake.Human;
import dev.paperboy.source.FakeHuggingFace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/**
 * A whole Paperboy in Slack: a real store, planner and dispatcher, and papers and a clock to set.
 */
final class WholePaperboy implements AutoCloseable {
  /** How Slack reaches it. */
  enum Mode {
    SOCKET,
    HTTP,
    OAUTH
  }

  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final Pattern STATE = Pattern.compile("[?&]state=([^&\"]+)");
  private static final Path LOG = Path.of("target", "test.log");

  final JumpingClock clock;
  final FakeSlack slack;
  final FakeHuggingFace source = new FakeHuggingFace();
  final Paperboy paperboy;
  final SlackApp app;

  /** It is that moment, and the workspace T1 is there, with Paperboy in it but by OAuth. */
  WholePaperboy(Mode mode, Path home, String now) {
    clock = new JumpingClock(now);
    slack = FakeSlack.start(clock, 0);
    String token = slack.workspace("T1").botToken();
    SlackSettings settings =
        settings(
            home,
            switch (mode) {
              case SOCKET -> Map.of("SLACK_BOT_TOKEN", token, "SLACK_APP_TOKEN", slack.appToken());
              case HTTP ->
                  Map.of("SLACK_BOT_TOKEN", token, "SLACK_SIGNING_SECRET", slack.signingSecret());
              case OAUTH ->
                  Map.of(
                      "SLACK_CLIENT_ID", slack.clientId(),
                      "SLACK_CLIENT_SECRET", slack.clientSecret(),
                      "SLACK_SIGNING_SECRET", slack.signingSecret(),
                      "PAPERBOY_KEY", KEY);
            });
    paperboy = Paperboy.open(settings.core(), clock, Progress.SILENT, false);
    app =
        SlackApp.start(
            settings, paperboy.desk(SlackCourier.PLATFORM), paperboy.installations(), clock);
    if (mode == Mode.SOCKET) {
      slack.connected();
    } else {
      slack.callsAt(SlackFixture.address(app, SlackHttp.EVENTS));
    }
  }

  private SlackSettings settings(Path home, Map<String, String> mode) {
    Map<String, String> environment = new HashMap<>(mode);
    environment.put("PAPERBOY_HOME", home.toString());
    environment.put("PAPERBOY_VECTORS", "off");
    environment.put("PAPERBOY_HUGGINGFACE_URL", source.base().toString());
    environment.put("PAPERBOY_ARXIV_URL", "http://127.0.0.1:9");
    environment.put("SLACK_PORT", "0");
    environment.put("SLACK_API_URL", slack.apiUrl().toString());
    return SlackSettings.read(Environment.of(environment, home, home));
  }

  /** Begins to send what is due, as the program does. */
  void serve() {
    paperboy.serve(List.of(app.courier()));
  }

  /** Sends what is due now, and comes back when nothing is any more. */
  void sendDue() {
    int unused = paperboy.deliverDue(List.of(app.courier()));
  }

  /** What the source lists for a date: "2608.00001 72 A title". */
  void list(String date, String... papers) {
    StringBuilder body = new StringBuilder();
    for (String paper : papers) {
      String[] parts = paper.split(" ", 3);
      body.append(body.isEmpty() ? "[" : ",")
          .append(
              """
              {"paper":{"id":"%s","title":"%s","summary":"We think about %s.",
               "authors":[{"name":"Ada Lovelace","hidden":false}],
               "publishedAt":"2026-08-01T00:00:00.000Z","upvotes":%s},
               "publishedAt":"2026-08-01T00:00:00.000Z","title":"%s","numComments":1}
              """
                  .formatted(parts[0], parts[2], parts[2], parts[1], parts[2]));
    }
    source.list(date, body.append("]").toString());
  }

  /** Goes through the pages by which a workspace lets Paperboy in. */
  void install(Human person) {
    HttpResponse<String> page = get(SlackOAuth.INSTALL, "");
    Matcher state = STATE.matcher(page.body().replace("&amp;", "&"));
    assertThat(state.find()).as(page.body()).isTrue();
    String issued = URLDecoder.decode(state.group(1), StandardCharsets.UTF_8);
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    HttpResponse<String> done =
        get(
            SlackOAuth.REDIRECT
                + "?code="
                + person.letIn()
                + "&state="
                + URLEncoder.encode(issued, StandardCharsets.UTF_8),
            cookie);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(done.body()).doesNotContain("xoxb-");
  }

  private HttpResponse<String> get(String path, String cookie) {
    HttpRequest.Builder request = HttpRequest.newBuilder(SlackFixture.address(app, path));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Looks through all that was logged so far, by this and by the tests before. */
  void assertNoSecretIsLogged() {
    try {
      String mark = "looked through at " + UUID.randomUUID();
      LoggerFactory.getLogger(WholePaperboy.class).debug(mark);
      String log = Files.readString(LOG, StandardCharsets.UTF_8);
      assertThat(log.contains(mark)).as("this is the log").isTrue();
      for (String secret : slack.secrets()) {
        assertThat(log.contains(secret)).as("a secret beginning " + secret.charAt(0)).isFalse();
      }
      assertThat(log).doesNotContain(KEY).doesNotContainPattern("xox[abepr]-[0-9a-zA-Z]");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI api() {
    return slack.apiUrl();
  }

  @Override
  public void close() {
    // first, so that nobody waits for papers any more
    source.close();
    try (slack;
        paperboy;
        app) {
      assertThat(slack.problems()).isEmpty();
    }
  }
}
