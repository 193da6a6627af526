package dev.paperboy.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every source has google-java-format's form. {@code mvn -Dfast test -Dtest=FormatTest
 * -Dpaperboy.excluded= -Dpaperboy.format=apply} gives it to them.
 */
@Tag("house")
class FormatTest {
  @Test
  void everySourceIsFormatted() throws IOException, FormatterException {
    boolean apply = "apply".equals(System.getProperty("paperboy.format"));
    Formatter formatter = new Formatter();
    List<Path> unformatted = new ArrayList<>();
    for (Path file : Repository.sources()) {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      String formatted = formatter.formatSourceAndFixImports(text);
      if (!formatted.equals(text)) {
        if (apply) {
          Files.writeString(file, formatted, StandardCharsets.UTF_8);
        } else {
          unformatted.add(Repository.root().relativize(file));
        }
      }
    }
    assertThat(unformatted).isEmpty();
  }
}
