package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.Environment;
import dev.paperboy.Paperboy;
import dev.paperboy.progress.Progress;
import dev.paperboy.slack.fake.FakeSlack;
import dev.paperboy.slack.fake.Human;
import dev.paperboy.slack.fake.Posted;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole Paperboy in Socket Mode, against a Slack on the loopback address. */
class SlackSocketTest {
  @TempDir Path home;

  @Test
  void aRealPaperboyIsUsedBySocket() {
    try (FakeSlack slack = FakeSlack.start()) {
      slack.workspace("T1");
      slack.channel("T1", "C1");
      Human ada = slack.human("T1", "U1");
      SlackSettings settings =
          SlackSettings.read(
              Environment.of(
                  Map.of(
                      "PAPERBOY_HOME", home.toString(),
                      "PAPERBOY_VECTORS", "off",
                      "PAPERBOY_HUGGINGFACE_URL", "http://127.0.0.1:9",
                      "PAPERBOY_ARXIV_URL", "http://127.0.0.1:9",
                      "SLACK_BOT_TOKEN", slack.workspace("T1").botToken(),
                      "SLACK_APP_TOKEN", slack.appToken(),
                      "SLACK_API_URL", slack.apiUrl().toString()),
                  home,
                  home));
      try (Paperboy paperboy =
              Paperboy.open(settings.core(), Clock.systemUTC(), Progress.SILENT, false);
          SlackApp app =
              SlackApp.start(
                  settings,
                  paperboy.desk(SlackCourier.PLATFORM),
                  paperboy.installations(),
                  Clock.systemUTC())) {
        assertThat(app.doctor()).isEmpty();
        slack.connected();
        ada.command("C1", "help");
        Posted help = slack.message("T1", "C1", posted -> posted.text().contains("search"));
        assertThat(help.onlyFor()).isEqualTo("U1");
        ada.slash("/else", "C1", "x");
        String ts = ada.mention("C1", "status", null);
        assertThat(slack.message("T1", "C1", posted -> ts.equals(posted.thread())).text())
            .isNotBlank();
        ada.directMessage("hello");
        Posted welcome =
            slack.message("T1", "U1", posted -> posted.text().contains("this is Paperboy"));
        ada.press(welcome, "Help");
        ada.shortcut(SlackCommands.SEARCH);
        JsonNode search = ada.modal(SlackViews.SEARCH);
        assertThat(ada.submit(search, Map.of("query", "agents"))).isEmpty();
        ada.open("home");
        slack.call("views.publish", call -> true);
        assertThat(slack.problems()).isEmpty();
      }
    }
  }
}
