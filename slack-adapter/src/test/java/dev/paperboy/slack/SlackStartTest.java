package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.slack.fake.FakeSlack;
import dev.paperboy.slack.fake.Fault;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator reads when Slack does not let Paperboy in, and when it does. */
class SlackStartTest {
  @TempDir Path home;
  private final FakeSlack slack = FakeSlack.start();
  private String bot;

  @BeforeEach
  void open() {
    bot = slack.workspace("T1").botToken();
  }

  @AfterEach
  void close() {
    slack.close();
  }

  @Test
  void aTokenThatSlackDoesNotKnowIsNamed() {
    assertThatThrownBy(
            () -> start(Map.of("SLACK_BOT_TOKEN", "xoxb-0", "SLACK_SIGNING_SECRET", "s")))
        .isInstanceOf(SlackApp.NotStarted.class)
        .hasMessage(
            "Slack does not accept SLACK_BOT_TOKEN (invalid_auth); copy it again from OAuth &"
                + " Permissions.");
  }

  @Test
  void anAppTokenThatSlackDoesNotKnowIsNamed() {
    assertThatThrownBy(() -> start(Map.of("SLACK_BOT_TOKEN", bot, "SLACK_APP_TOKEN", "xapp-0")))
        .isInstanceOf(SlackApp.NotStarted.class)
        .hasMessageStartingWith("Socket Mode cannot be started: ")
        .hasMessageContaining("invalid_auth")
        .hasMessageContaining("SLACK_APP_TOKEN needs the scope connections:write")
        .hasMessageNotContaining("xapp-0");
  }

  @Test
  void aSlackThatIsNotThereIsSaidToBeSo() {
    slack.next(Fault.cut("auth.test"));
    assertThatThrownBy(() -> start(http(Map.of())))
        .isInstanceOf(SlackApp.NotStarted.class)
        .hasMessageStartingWith("Slack cannot be reached at " + slack.apiUrl() + " (")
        .hasMessageEndingWith("); try again when the network is there.");
  }

  @Test
  void whereItListensIsSaidWithTheAddressThatSlackWants() {
    try (SlackApp app = start(http(Map.of()))) {
      assertThat(app.greeting())
          .isEqualTo(
              "Listening on port "
                  + app.port()
                  + ". Slack calls it from outside at /slack/events; with PAPERBOY_PUBLIC_URL set"
                  + " the whole address stands here.");
    }
    try (SlackApp app = start(http(Map.of("PAPERBOY_PUBLIC_URL", "https://papers.example.org/")))) {
      assertThat(app.greeting())
          .isEqualTo(
              "Listening on port "
                  + app.port()
                  + ". Slack's request URL is https://papers.example.org/slack/events.");
    }
    try (SlackApp app =
        SlackFixture.withOAuth(
            slack, home, new CannedDesk(), new SlackFixture.KeptInstallations())) {
      assertThat(app.greeting()).contains("people install at /slack/install");
    }
  }

  private Map<String, String> http(Map<String, String> more) {
    Map<String, String> mode = new HashMap<>(more);
    mode.put("SLACK_BOT_TOKEN", bot);
    mode.put("SLACK_SIGNING_SECRET", slack.signingSecret());
    return mode;
  }

  private SlackApp start(Map<String, String> mode) {
    return SlackApp.start(
        SlackFixture.settings(slack, home, mode),
        new CannedDesk(),
        new SlackFixture.KeptInstallations(),
        Clock.systemUTC());
  }
}
