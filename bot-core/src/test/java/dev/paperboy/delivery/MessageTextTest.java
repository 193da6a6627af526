package dev.paperboy.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Action;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.PaperView;
import dev.paperboy.chat.Span;
import dev.paperboy.edition.CannedSource;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Signal;
import dev.paperboy.summary.Summary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTextTest {
  private static final Instant NOW = Instant.parse("2026-08-12T09:00:00.123Z");
  private static final List<Span> SPANS =
      List.of(
          new Span.Plain("a <b> & \"c\" 𝔘"),
          new Span.Strong("s"),
          new Span.Emphasis("e"),
          new Span.Code("x = 1"),
          new Span.Link("here", "https://example.org/?a=1&b=2"),
          new Span.Moment("12 min old", Instant.EPOCH, true),
          new Span.Place("c1", Address.channel("post", "s", "c1")),
          new Span.Highlight("h"));
  private static final PaperView PAPER =
      new PaperView(
          new CatalogPaper(
              CannedSource.paper("2608.00001", "Of owls"),
              LocalDate.of(2026, 8, 12),
              new Signal(3, 1, null, NOW),
              Origin.HUGGINGFACE),
          SPANS,
          new Summary("We show owls.", null, "abstract"),
          SPANS,
          0.25,
          List.of("new"));

  @Test
  void everyKindOfBlockAndSpanComesBackAsItWas() {
    List<Action> actions = List.of(new Action("More", "show 2608.00001"));
    Message message =
        new Message(
            Message.Status.ANSWERED,
            List.of(
                new Block.Heading("Heading"),
                new Block.Text(SPANS),
                new Block.PaperCard(PAPER, 1, false, actions),
                new Block.Preformatted("a\n  b"),
                new Block.Actions(actions),
                new Block.Image("https://example.org/a.png", "a picture"),
                new Block.FinePrint(SPANS)),
            new Content.Papers(List.of(PAPER), 7, NOW, Origin.HUGGINGFACE, List.of("note")),
            Layout.COMPACT);

    String text = MessageText.write(message);
    assertThat(MessageText.read(text)).isEqualTo(message);
    assertThat(MessageText.write(MessageText.read(text))).isEqualTo(text);
  }

  @Test
  void wordsAndProblemsComeBackToo() {
    for (Content content :
        List.of(
            new Content.Words("text", Map.of("number", 3, "list", List.of("a", true))),
            new Content.Problem("bad-query", "message", 8, "near"),
            new Content.Problem("failure", "message", null, null))) {
      Message message = new Message(Message.Status.FAILED, List.of(), content);
      assertThat(MessageText.read(MessageText.write(message))).isEqualTo(message);
    }
  }
}
