package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documents say of Slack is what the code does. */
class SlackDocumentsTest {
  private static final Path ROOT = root();

  @Test
  void theReadmeNamesEveryVariableOfSlack() throws IOException {
    List<String> rows =
        Arrays.stream(SlackVariable.values())
            .map(v -> "| `" + v + "` | `" + v.byDefault() + "` | " + v.meaning() + " |")
            .toList();
    String readme = text("README.md");
    assertThat(readme.substring(readme.indexOf("<!-- slack variables")).lines())
        .containsSubsequence(rows);
  }

  @Test
  void theExampleEnvironmentNamesEveryVariableOfSlack() throws IOException {
    Matcher line = Pattern.compile("(?m)^## (.+)\n#([A-Z_]+)=(.*)$").matcher(text(".env.example"));
    assertThat(line.results().map(found -> found.group(2) + " " + found.group(1)).toList())
        .containsExactlyElementsOf(
            Arrays.stream(SlackVariable.values()).map(v -> v + " " + v.meaning()).toList());
  }

  @Test
  void whatThePageOfSlackLinksToIsThere() throws IOException {
    Matcher link = Pattern.compile("\\]\\((?!https?:)([^)#]+)").matcher(text("docs/slack.md"));
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
