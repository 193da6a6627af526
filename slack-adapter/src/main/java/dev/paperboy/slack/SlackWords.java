package dev.paperboy.slack;

import dev.paperboy.chat.Block;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.PaperView;
import dev.paperboy.chat.Span;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message as paragraphs of plain words, every fact of it: the text beside the blocks, which
 * notifications and screen readers use, and the layout {@code plain}.
 */
final class SlackWords {
  private final List<String> paragraphs = new ArrayList<>();

  private SlackWords() {}

  /** Paragraphs from outside, not yet escaped. */
  static List<String> of(Message message) {
    SlackWords words = new SlackWords();
    message.blocks().forEach(words::add);
    return List.copyOf(words.paragraphs);
  }

  /** All of it as one text, escaped, whole paragraphs first. */
  static String text(Message message, int most) {
    StringBuilder text = new StringBuilder();
    for (String paragraph : of(message)) {
      int room = most - text.length() - 1;
      if (room < 40) {
        break;
      }
      text.append(text.isEmpty() ? "" : "\n").append(SlackText.spoken(paragraph, room));
    }
    return text.isEmpty() ? "Paperboy" : text.toString();
  }

  private void add(Block block) {
    switch (block) {
      case Block.Heading heading -> say(SlackFacts.sentence(SlackFacts.inWords(heading.text())));
      case Block.Text text -> say(spans(text.spans()));
      case Block.FinePrint print ->
          say(SlackFacts.sentence(SlackFacts.inWords(spans(print.spans()))));
      case Block.Preformatted preformatted -> say(preformatted.text());
      case Block.Image image -> say(image.inWords());
      case Block.Actions actions -> {} // they follow as buttons, which speak for themselves
      case Block.PaperCard card -> {
        if (card.full()) {
          full(card.paper());
        } else {
          listed(card);
        }
      }
    }
  }

  private void listed(Block.PaperCard card) {
    SlackFacts facts = new SlackFacts(card.paper());
    Paper paper = card.paper().known().paper();
    say(
        (card.rank() > 0 ? card.rank() + ". " : "")
            + SlackFacts.sentence(facts.title())
            + " "
            + SlackFacts.sentence(facts.summary())
            + " "
            + facts.inWords()
            + (paper.paperLink() == null ? "" : " " + paper.paperLink()));
  }

  private void full(PaperView view) {
    SlackFacts facts = new SlackFacts(view);
    Paper paper = view.known().paper();
    say(SlackFacts.sentence(facts.title()) + " Paper " + paper.id().value() + ".");
    say(facts.inWords());
    say("Organisation", paper.organization());
    say("Summary", facts.summary());
    say("Result", view.summary().second());
    say(SlackFacts.sentence(facts.origin()));
    say("Abstract", Readable.text(paper.abstractText()));
    say("Hugging Face's own summary, written by a model", paper.aiSummary());
    say("Topics", String.join(", ", paper.topics()));
    if (view.known().listed() != null) {
      say("Listed", SlackFacts.date(view.known().listed()));
    }
    if (paper.published() != null) {
      say("Published", SlackFacts.date(paper.published()));
    }
    say("Paper", paper.paperLink());
    say("arXiv", paper.arxivLink());
    say("PDF", paper.pdfLink());
    say("Code", paper.code());
    say("Project", paper.project());
  }

  private void say(String what, @Nullable String words) {
    if (words != null && !words.isBlank()) {
      say(what + ": " + words);
    }
  }

  private void say(String words) {
    if (!words.isBlank()) {
      paragraphs.add(words.strip());
    }
  }

  private static String spans(List<Span> spans) {
    return spans.stream()
        .map(span ->
            span instanceof Span.Link link && !link.text().equals(link.address())
                ? link.text() + " (" + link.address() + ")"
                : span.text())
        .collect(Collectors.joining());
  }
}
