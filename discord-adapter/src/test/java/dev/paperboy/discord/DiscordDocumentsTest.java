package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documents say of Discord is what the code does. */
class DiscordDocumentsTest {
  private static final Path ROOT = root();

  @Test
  void theReadmeNamesEveryVariableOfDiscord() throws IOException {
    String readme = text("README.md");
    assertThat(readme.substring(readme.indexOf("<!-- discord variables")).lines())
        .containsSubsequence(
            Arrays.stream(DiscordVariable.values())
                .map(v -> "| `" + v + "` | `" + v.byDefault() + "` | " + v.meaning() + " |")
                .toList());
  }

  @Test
  void theExampleEnvironmentNamesEveryVariableOfDiscord() throws IOException {
    Matcher line = Pattern.compile("(?m)^### (.+)\n#([A-Z_]+)=(.*)$").matcher(text(".env.example"));
    assertThat(line.results().map(found -> found.group(2) + " " + found.group(1)).toList())
        .containsExactlyElementsOf(
            Arrays.stream(DiscordVariable.values()).map(v -> v + " " + v.meaning()).toList());
  }

  @Test
  void whatThePageOfDiscordLinksToIsThere() throws IOException {
    Matcher link = Pattern.compile("\\]\\((?!https?:)([^)#]+)").matcher(text("docs/discord.md"));
    while (link.find()) {
      assertThat(ROOT.resolve("docs").resolve(link.group(1))).exists();
    }
  }

  private static String text(String path) throws IOException {
    return Files.readString(ROOT.resolve(path), StandardCharsets.UTF_8);
  }

  private static Path root() {
    String root = System.getProperty("paperboy.root", "");
    return root.isEmpty() ? Path.of("..").toAbsolutePath().normalize() : Path.of(root);
  }
}
