package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paperboy.Environment;
import dev.paperboy.slack.SlackSettings.Managers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackSettingsTest {
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @TempDir Path folder;

  @Test
  void aBotTokenAndAnAppTokenMeanSocketMode() {
    SlackSettings settings = read("SLACK_BOT_TOKEN=xoxb-1", "SLACK_APP_TOKEN=xapp-1");
    assertThat(settings.mode()).isInstanceOf(SlackMode.Socket.class);
    assertThat(settings.api()).hasToString("https://slack.com/api/");
    assertThat(settings.managers()).isEqualTo(Managers.MEMBERS);
  }

  @Test
  void aBotTokenAndASigningSecretMeanHttpMode() {
    SlackSettings settings =
        read("SLACK_BOT_TOKEN=xoxb-1", "SLACK_SIGNING_SECRET=s", "SLACK_PORT=4000");
    assertThat(settings.mode()).isInstanceOf(SlackMode.Http.class);
    assertThat(settings.port()).isEqualTo(4000);
  }

  @Test
  void aClientMeansOAuthAndNeedsAKey() {
    String[] client = {"SLACK_CLIENT_ID=1.2", "SLACK_CLIENT_SECRET=c", "SLACK_SIGNING_SECRET=s"};
    assertThat(problems(client)).containsExactly("OAuth also needs PAPERBOY_KEY.");
    String[] whole = Arrays.copyOf(client, 4);
    whole[3] = "PAPERBOY_KEY=" + KEY;
    assertThat(read(whole).mode()).isInstanceOf(SlackMode.OAuth.class);
  }

  @Test
  void twoModesAtOnceAreAnErrorThatNamesBoth() {
    assertThat(
            problems("SLACK_BOT_TOKEN=xoxb-1", "SLACK_APP_TOKEN=xapp-1", "SLACK_SIGNING_SECRET=s"))
        .singleElement()
        .asString()
        .contains("Socket Mode", "HTTP mode");
  }

  @Test
  void everyProblemIsSaidAtOnce() {
    assertThat(
            problems(
                "SLACK_BOT_TOKEN=xoxp-1",
                "SLACK_APP_TOKEN=xoxb-1",
                "SLACK_PORT=many",
                "SLACK_API_URL=here",
                "PAPERBOY_SLACK_MANAGERS=owners",
                "PAPERBOY_LOG=xml"))
        .hasSize(6);
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(problems())
        .singleElement()
        .asString()
        .contains("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN");
    assertThat(problems("SLACK_BOT_TOKEN=xoxb-1"))
        .singleElement()
        .asString()
        .contains("SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET");
    assertThat(problems("SLACK_APP_TOKEN=xapp-1"))
        .containsExactly("Socket Mode also needs SLACK_BOT_TOKEN.");
  }

  @Test
  void aTokenMayStandInAFile() throws IOException {
    Files.writeString(folder.resolve("token"), "xoxb-from-file\n");
    SlackSettings settings = read("SLACK_BOT_TOKEN_FILE=token", "SLACK_APP_TOKEN=xapp-1");
    assertThat(((SlackMode.Socket) settings.mode()).botToken().value()).isEqualTo("xoxb-from-file");
  }

  @Test
  void noSecretIsPrinted() {
    assertThat(read("SLACK_BOT_TOKEN=xoxb-1", "SLACK_APP_TOKEN=xapp-1").toString())
        .doesNotContain("xoxb-1", "xapp-1");
  }

  private List<String> problems(String... variables) {
    return catchThrowableOfType(Environment.Unusable.class, () -> read(variables)).problems();
  }

  private SlackSettings read(String... variables) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return SlackSettings.read(Environment.of(environment, folder, folder));
  }
}
