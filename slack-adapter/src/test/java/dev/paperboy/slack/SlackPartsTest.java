package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Block;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Exports come whole, in as many messages as they take. */
class SlackPartsTest {
  @Test
  void whatFitsStaysOneMessage() {
    Message message = export("one line");
    assertThat(SlackParts.of(message)).containsExactly(message);
  }

  @Test
  void allOfAnExportIsShownInOrderAndInWholeEntries() {
    List<Message> parts = SlackParts.of(export(entries(300)));
    assertThat(parts).hasSizeBetween(3, 30);
    assertThat(lines(parts)).isEqualTo(entries(300).replace("\n\n", "\n"));
    assertThat(parts.get(0).blocks().get(0)).isInstanceOf(Block.Heading.class);
    for (Message part : parts) {
      Block.Preformatted lines =
          (Block.Preformatted)
              part.blocks().stream()
                  .filter(block -> block instanceof Block.Preformatted)
                  .findFirst()
                  .orElseThrow();
      assertThat(lines.text().strip()).startsWith("@misc{").endsWith("}");
    }
  }

  @Test
  void everyPartFitsSlackInEachLayoutWhateverItHolds() {
    String hostile =
        "<!channel> & \"quotes\" \\ back ```` ticks\n".repeat(700)
            + "&".repeat(30_000)
            + "𝔸".repeat(9_999);
    for (String text : List.of(entries(300), hostile)) {
      for (Message part : SlackParts.of(export(text))) {
        for (Layout layout : Layout.values()) {
          SlackPayload payload = new SlackRenderer(line -> "help").render(part, layout);
          String json = payload.blocksAsText();
          assertThat(json.length()).isLessThanOrEqualTo(SlackRenderer.BUDGET);
          assertThat(json).contains("Part ").doesNotContain("longer than Slack", "the beginning");
        }
      }
    }
  }

  @Test
  void whatIsTooMuchEvenSoIsSaidToBeLeftOut() {
    List<Message> parts = SlackParts.of(export(entries(9_000)));
    assertThat(parts).hasSize(SlackParts.MOST);
    assertThat(String.valueOf(parts.get(SlackParts.MOST - 1).blocks()))
        .contains("characters more do not fit here");
  }

  @Test
  void aMessageThatWasNotSplitSaysThatItIsTheBeginning() {
    for (Layout layout : Layout.values()) {
      SlackPayload payload = new SlackRenderer(line -> "help").render(export(entries(300)), layout);
      assertThat(payload.blocksAsText()).contains("This is the beginning");
    }
  }

  private static Message export(String text) {
    return new Message(
        Message.Status.ANSWERED,
        List.of(new Block.Heading("Your list"), new Block.Preformatted(text)),
        new Content.Words(text, Map.of()));
  }

  private static String entries(int many) {
    return IntStream.range(0, many)
        .mapToObj(i ->
            "@misc{2608.%05d,\n  title = {{A title & more}},\n  year = {2026}\n}\n".formatted(i))
        .collect(Collectors.joining("\n"));
  }

  private static String lines(List<Message> parts) {
    return parts.stream()
        .flatMap(part -> part.blocks().stream())
        .filter(block -> block instanceof Block.Preformatted)
        .map(block -> ((Block.Preformatted) block).text())
        .collect(Collectors.joining())
        .replace("\n\n", "\n");
  }
}
