package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paperboy.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscordSettingsTest {
  @TempDir Path folder;

  @Test
  void aTokenIsEnough() {
    DiscordSettings settings = read("DISCORD_TOKEN=a.b.c");
    assertThat(settings.token().value()).isEqualTo("a.b.c");
    assertThat(settings.api()).hasToString("https://discord.com/api/v10/");
    assertThat(settings.shards()).isEmpty();
  }

  @Test
  void anAddressGetsTheSlashThatItNeeds() {
    assertThat(read("DISCORD_TOKEN=a.b.c", "DISCORD_API_URL=http://127.0.0.1:8080/api/v10").api())
        .hasToString("http://127.0.0.1:8080/api/v10/");
  }

  @Test
  void everyProblemIsSaidAtOnce() {
    assertThat(
            problems(
                "DISCORD_TOKEN=0123456789abcdef",
                "DISCORD_API_URL=here",
                "DISCORD_SHARDS=0",
                "PAPERBOY_LOG=xml"))
        .hasSize(4);
  }

  @Test
  void aMissingTokenIsSaidWithTheWayToIt() {
    assertThat(problems()).singleElement().asString().contains("DISCORD_TOKEN", "Reset Token");
  }

  @Test
  void aTokenMayStandInAFile() throws IOException {
    Files.writeString(folder.resolve("token"), "from.a.file\n");
    assertThat(read("DISCORD_TOKEN_FILE=token").token().value()).isEqualTo("from.a.file");
  }

  @Test
  void noSecretIsPrinted() {
    assertThat(read("DISCORD_TOKEN=very.secret.token").toString()).doesNotContain("secret");
  }

  private List<String> problems(String... variables) {
    return catchThrowableOfType(Environment.Unusable.class, () -> read(variables)).problems();
  }

  private DiscordSettings read(String... variables) {
    Map<String, String> environment = new HashMap<>();
    for (String variable : variables) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return DiscordSettings.read(Environment.of(environment, folder, folder));
  }
}
