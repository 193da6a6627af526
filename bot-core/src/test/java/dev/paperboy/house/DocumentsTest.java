package dev.paperboy.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.Variable;
import dev.paperboy.chat.CommandWord;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the documents state is what the code does. */
@Tag("house")
class DocumentsTest {
  @Test
  void theReadmeNamesEveryCommandAsTheCodeDoes() {
    List<String> rows =
        Arrays.stream(CommandWord.values())
            .map(word -> "| `" + word.form().replace("|", "\\|") + "` | " + word.help() + " |")
            .toList();
    assertThat(table("<!-- commands")).containsExactlyElementsOf(rows);
  }

  @Test
  void theReadmeNamesEveryVariableAsTheCodeDoes() {
    List<String> rows =
        Arrays.stream(Variable.values())
            .map(v -> "| `" + v + "` | `" + v.byDefault() + "` | " + v.meaning() + " |")
            .toList();
    assertThat(table("<!-- variables")).containsExactlyElementsOf(rows);
  }

  @Test
  void theExampleEnvironmentNamesEveryVariable() {
    Matcher line =
        Pattern.compile("(?m)^# (.+)\n#([A-Z_]+)=(.*)$").matcher(Repository.text(".env.example"));
    List<String> found = line.results().map(r -> r.group(2) + " " + r.group(1)).toList();
    assertThat(found)
        .containsExactlyElementsOf(
            Arrays.stream(Variable.values()).map(v -> v + " " + v.meaning()).toList());
  }

  @Test
  void whatTheDocumentsLinkToIsThere() {
    for (String document :
        List.of(
            "README.md", "docs/architecture.md", "docs/measurements.md", "docs/operations.md")) {
      Matcher link =
          Pattern.compile("\\]\\((?!https?:)([^)#]+)").matcher(Repository.text(document));
      while (link.find()) {
        assertThat(Repository.root().resolve(document).resolveSibling(link.group(1)))
            .as(document)
            .exists();
      }
    }
  }

  /** The rows of the table below a mark. */
  private static List<String> table(String mark) {
    String text = Repository.text("README.md");
    return text.substring(text.indexOf(mark))
        .lines()
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .toList();
  }
}
