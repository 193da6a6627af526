package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.CannedMessages;
import dev.paperboy.chat.Command.Layout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlackRendererTest {
  private static final String TITLE =
      "ComBodied Agents: a New Paradigm of Human-Centric Agentic AI";

  private final SlackRenderer renderer = new SlackRenderer(line -> "kept");

  @ParameterizedTest
  @EnumSource(Layout.class)
  void aDigestLooksAsItDid(Layout layout) throws IOException {
    SlackPayload payload = renderer.render(CannedMessages.digest(3), layout, "today");
    String shown = payload.text() + "\n\n" + payload.blocks().toPrettyString() + "\n";
    String name = "digest-" + layout.name().toLowerCase(java.util.Locale.ROOT) + ".txt";
    Path golden = Path.of("src/test/resources/dev/paperboy/slack").resolve(name);
    if ("write".equals(System.getProperty("paperboy.golden"))) {
      Files.writeString(golden, shown, StandardCharsets.UTF_8);
    }
    assertThat(shown).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
  }

  @Test
  void tenOrdinaryPapersKeepTheirButtons() {
    SlackPayload payload = renderer.render(CannedMessages.digest(10), Layout.CARDS);
    assertThat(payload.blocksAsText()).contains("show 2608.00010", "similar 2608.00010");
  }

  @Test
  void theTextCarriesTheWholeMessageInWords() {
    String text = renderer.render(CannedMessages.digest(10), Layout.COMPACT).text();
    assertThat(text)
        .contains(
            "Trending papers", "1. " + TITLE, "10. " + TITLE, "72 upvotes, 1 comment, 4 stars")
        .contains("By Q. Ding, X. Wang", "next: Thu 09:00 Europe/Berlin")
        .doesNotContain("▲", "★");
  }

  @Test
  void aLineTooLongForAButtonIsKept() {
    SlackPayload payload = renderer.render(CannedMessages.words("x".repeat(2_000)), Layout.CARDS);
    assertThat(payload.blocksAsText()).contains("\"value\":\"kept\"");
  }
}
