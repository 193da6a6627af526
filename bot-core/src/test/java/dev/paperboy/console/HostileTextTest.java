package dev.paperboy.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Message;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;

/** Whatever a message holds, it cannot steer the terminal. */
class HostileTextTest {
  private static final int MESSAGES = 1_000;
  private static final Pattern OUR_COLOURS =
      Pattern.compile("\u001b\\[(?:1|2|3|36|35|1;35|1;31)m([^\u001b]*)\u001b\\[0m");
  private static final Pattern OUR_LINKS =
      Pattern.compile("\u001b]8;;https?://[!-~]+\u001b\\\\([^\u001b]*)\u001b]8;;\u001b\\\\");
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "[\\p{Cc}\u200b\u200e\u200f\u061c\u2028-\u202e\u2060-\u206f\ufeff\u00ad\\x{e0000}-\\x{e0fff}&&[^\n"
              + "]]");

  @Test
  void noAnswerForPeopleSteersTheTerminalOrRunsOver() {
    for (int seed = 0; seed < MESSAGES; seed++) {
      HostileMessages hostile = new HostileMessages(seed);
      Message message = hostile.message();
      String line = hostile.text();
      boolean isDocument =
          !message.blocks().isEmpty()
              && message.blocks().stream().allMatch(Block.Preformatted.class::isInstance);
      for (Layout layout : Layout.values()) {
        int width = 20 + seed % 81;
        boolean rich = seed % 2 == 0;
        Look look = new Look(width, rich, rich, layout, CannedPapers.TODAY);
        String answer = TerminalRenderer.render(message, line, look);
        String shown =
            OUR_LINKS.matcher(OUR_COLOURS.matcher(answer).replaceAll("$1")).replaceAll("$1");
        assertThat(FORBIDDEN.matcher(shown).find()).as("seed %d: %s", seed, shown).isFalse();
        assertThat(roundTrip(shown)).as("seed %d", seed).isEqualTo(shown);
        if (!isDocument) {
          assertThat(shown.lines())
              .as("seed %d, %s, width %d", seed, layout, width)
              .allMatch(each -> width(each) <= width);
        }
        if (!rich) {
          assertThat(answer).doesNotContain("\u001b");
        }
      }
    }
  }

  @Test
  void everyAnswerForProgramsIsOneHarmlessObjectOnOneLine() {
    ObjectMapper mapper = new ObjectMapper();
    for (int seed = 0; seed < MESSAGES; seed++) {
      String json = JsonRenderer.render(new HostileMessages(seed).message());
      assertThat(json).doesNotContain("\n").startsWith("{").endsWith("}");
      assertThat(FORBIDDEN.matcher(json).find()).as("seed %d: %s", seed, json).isFalse();
      assertThat(roundTrip(json)).isEqualTo(json);
      assertThatCode(() -> mapper.readTree(json)).doesNotThrowAnyException();
      assertThat(json).doesNotContain("\\u001").doesNotContain("\\u0000");
    }
  }

  private static String roundTrip(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** As a terminal counts that knows no grapheme clusters. */
  private static int width(String line) {
    return line.codePoints()
        .map(point -> WCWidth.isRegionalIndicator(point) ? 1 : WCWidth.wcwidth(point))
        .sum();
  }
}
