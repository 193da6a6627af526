package dev.paperboy.chat;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message as paragraphs of plain words, every fact of it: for notifications, screen readers and
 * the layout {@code plain}. Buttons are left out: they speak for themselves.
 */
public final class SpokenMessage {
  private final List<String> paragraphs = new ArrayList<>();

  private SpokenMessage() {}

  /** Paragraphs from outside, not yet escaped. */
  public static List<String> of(Message message) {
    SpokenMessage words = new SpokenMessage();
    message.blocks().forEach(words::add);
    return List.copyOf(words.paragraphs);
  }

  private void add(Block block) {
    switch (block) {
      case Block.Heading heading -> say(Wording.sentence(Wording.withoutSigns(heading.text())));
      case Block.Text text -> say(spans(text.spans()));
      case Block.FinePrint print ->
          say(Wording.sentence(Wording.withoutSigns(spans(print.spans()))));
      case Block.Preformatted preformatted -> say(preformatted.text());
      case Block.Image image -> say(image.inWords());
      case Block.Actions actions -> {}
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
    PaperFacts facts = new PaperFacts(card.paper());
    Paper paper = card.paper().known().paper();
    say(
        (card.rank() > 0 ? card.rank() + ". " : "")
            + Wording.sentence(facts.title())
            + " "
            + Wording.sentence(facts.summary())
            + " "
            + facts.inWords()
            + (paper.paperLink() == null ? "" : " " + paper.paperLink()));
  }

  private void full(PaperView view) {
    PaperFacts facts = new PaperFacts(view);
    Paper paper = view.known().paper();
    say(Wording.sentence(facts.title()) + " Paper " + paper.id().value() + ".");
    say(facts.inWords());
    say("Organisation", paper.organization());
    say("Summary", facts.summary());
    say("Result", view.summary().second());
    say(Wording.sentence(facts.origin()));
    say("Abstract", Readable.text(paper.abstractText()));
    say("Hugging Face's own summary, written by a model", paper.aiSummary());
    say("Topics", String.join(", ", paper.topics()));
    if (view.known().listed() != null) {
      say("Listed", Ages.day(view.known().listed()));
    }
    if (paper.published() != null) {
      say("Published", Ages.day(paper.published()));
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
