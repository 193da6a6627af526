package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.Environment;
import dev.paperboy.Paperboy;
import dev.paperboy.Secret;
import dev.paperboy.access.Installation;
import dev.paperboy.access.Installations;
import dev.paperboy.chat.Address;
import dev.paperboy.progress.Progress;
import dev.paperboy.slack.fake.FakeSlack;
import dev.paperboy.slack.fake.Human;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole Paperboy that several workspaces install. */
class SlackOAuthTest {
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @TempDir Path home;
  private final BlockingQueue<String> removed = new LinkedBlockingQueue<>();

  @Test
  void aStateThatWasNotIssuedInstallsNothing() throws IOException, InterruptedException {
    try (FakeSlack slack = FakeSlack.start();
        Paperboy paperboy =
            Paperboy.open(settings(slack).core(), Clock.systemUTC(), Progress.SILENT, false);
        SlackApp app = app(slack, paperboy)) {
      HttpResponse<String> page = get(app, SlackOAuth.INSTALL, "");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Set-Cookie")).isPresent();
      assertThat(page.body()).contains("https://slack.com/oauth/v2/authorize", "chat%3Awrite");
      HttpResponse<String> refused =
          get(app, SlackOAuth.REDIRECT + "?code=x&state=made-up", "slack-app-oauth-state=made-up");
      assertThat(refused.body()).doesNotContain("xoxb");
      assertThat(paperboy.installations().on("slack")).isEmpty();
      assertThat(slack.calls("oauth.v2.access")).isEmpty();
    }
  }

  @Test
  void twoWorkspacesWithOneChannelIdAreAnsweredWithTheirOwnTokens() throws InterruptedException {
    try (FakeSlack slack = FakeSlack.start();
        Paperboy paperboy =
            Paperboy.open(settings(slack).core(), Clock.systemUTC(), Progress.SILENT, false);
        SlackApp app = app(slack, paperboy)) {
      slack.callsAt(URI.create("http://127.0.0.1:" + app.port() + SlackHttp.EVENTS));
      for (String team : new String[] {"T1", "T2"}) {
        slack.workspace(team);
        slack.channel(team, "C1");
        install(slack, paperboy, team);
        Human person = slack.human(team, "U1");
        String ts = person.mention("C1", "help", null);
        slack.message(team, "C1", posted -> ts.equals(posted.thread()));
      }
      assertThat(slack.messages("T1", "C1")).hasSize(1);
      assertThat(slack.messages("T2", "C1")).hasSize(1);
      slack.admin("T1").uninstall();
      assertThat(removed.poll(20, TimeUnit.SECONDS)).isEqualTo("T1");
      assertThat(paperboy.installations().find("slack", "T1")).isEmpty();
      assertThat(paperboy.installations().find("slack", "T2")).isPresent();
    }
  }

  /** As the pages of an installation leave it. */
  private static void install(FakeSlack slack, Paperboy paperboy, String team) {
    SlackSeal seal = new SlackSeal(List.of(new Secret(KEY)));
    String sealed = seal.seal(new Secret(slack.workspace(team).botToken()), team);
    assertThat(sealed).doesNotContain("xoxb");
    paperboy
        .installations()
        .keep(
            new Installation(
                "slack",
                team,
                team,
                slack.workspace(team).botUser(),
                "",
                "U1",
                sealed,
                Clock.systemUTC().instant()));
  }

  private SlackApp app(FakeSlack slack, Paperboy paperboy) {
    return SlackApp.start(
        settings(slack),
        paperboy.desk(SlackCourier.PLATFORM),
        watched(paperboy.installations()),
        Clock.systemUTC());
  }

  /** The real ones, which say when a space has been removed. */
  private Installations watched(Installations real) {
    return new Installations() {
      @Override
      public void keep(Installation installation) {
        real.keep(installation);
      }

      @Override
      public Optional<Installation> find(String platform, String space) {
        return real.find(platform, space);
      }

      @Override
      public List<Installation> on(String platform) {
        return real.on(platform);
      }

      @Override
      public int remove(String platform, String space, String why, Instant now) {
        int suspended = real.remove(platform, space, why, now);
        removed.add(space);
        return suspended;
      }

      @Override
      public List<Address> suspended(String platform, String space) {
        return real.suspended(platform, space);
      }
    };
  }

  private SlackSettings settings(FakeSlack slack) {
    return SlackSettings.read(
        Environment.of(
            Map.of(
                "PAPERBOY_HOME",
                home.toString(),
                "PAPERBOY_VECTORS",
                "off",
                "PAPERBOY_HUGGINGFACE_URL",
                "http://127.0.0.1:9",
                "PAPERBOY_ARXIV_URL",
                "http://127.0.0.1:9",
                "SLACK_CLIENT_ID",
                slack.clientId(),
                "SLACK_CLIENT_SECRET",
                slack.clientSecret(),
                "SLACK_SIGNING_SECRET",
                slack.signingSecret(),
                "PAPERBOY_KEY",
                KEY,
                "SLACK_PORT",
                "0",
                "SLACK_API_URL",
                slack.apiUrl().toString()),
            home,
            home));
  }

  private static HttpResponse<String> get(SlackApp app, String path, String cookie)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
