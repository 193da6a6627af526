package dev.paperboy.console;

import dev.paperboy.chat.Block.PaperCard;
import dev.paperboy.chat.Byline;
import dev.paperboy.chat.PaperView;
import dev.paperboy.chat.Wording;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Readable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paper for a screen reader: no columns, no signs, every fact in words. */
final class SpokenCard {
  private final Page page;
  private final PaperView view;
  private final Paper paper;

  SpokenCard(Page page, PaperView view) {
    this.page = page;
    this.view = view;
    this.paper = view.known().paper();
  }

  void inList(PaperCard card) {
    say((card.rank() > 0 ? card.rank() + ". " : "") + sentence(title()) + " Paper " + id() + ".");
    say(Wording.of(view.summarySpans()));
    say(facts(Byline.inWords(paper.authors())));
  }

  void full() {
    say(sentence(title()) + " Paper " + id() + ".");
    say(facts(FullCard.authors(paper.authors())));
    if (paper.organization() != null) {
      say("Organisation", Readable.name(paper.organization()));
    }
    say("Summary", Wording.of(view.summarySpans()));
    say("Result", view.summary().second());
    say("Origin of the summary", FullCard.origin(view) + ".");
    say("Abstract", FullCard.abstractOf(paper));
    if (paper.aiSummary() != null) {
      say("Hugging Face's own summary, written by a model", Readable.text(paper.aiSummary()));
    }
    say("Topics", String.join(", ", paper.topics()));
    if (view.known().listed() != null) {
      say("Listed", FullCard.dateAndAge(view.known().listed(), page.look().today()) + ".");
    }
    if (paper.published() != null) {
      say("Published", FullCard.dateAndAge(paper.published(), page.look().today()) + ".");
    }
    FullCard.Link.of(paper).forEach(link -> say(link.label(), link.address()));
  }

  private String facts(String authors) {
    StringBuilder facts = new StringBuilder();
    if (!authors.isEmpty()) {
      facts.append("By ").append(sentence(authors)).append(' ');
    }
    String signals = Facts.signalsInWords(view);
    if (!signals.isEmpty()) {
      facts.append(signals).append(". ");
    }
    for (String mark : view.marks()) {
      if (!mark.isEmpty()) {
        facts.append(Wording.capitalised(Wording.withoutSigns(mark))).append(". ");
      }
    }
    String model = Facts.model(view);
    return model == null ? facts.toString() : facts + "Summary by the model " + model + ".";
  }

  private String title() {
    String title = Wording.of(view.title());
    return title.isBlank() ? "No title" : title;
  }

  private String id() {
    return paper.id().value();
  }

  private void say(String what, @Nullable String words) {
    if (words != null && !words.isBlank()) {
      say(what + ": " + words);
    }
  }

  private void say(String words) {
    page.paragraph(List.of(Piece.of(words)));
  }

  private static String sentence(String words) {
    char last = words.isEmpty() ? '.' : words.charAt(words.length() - 1);
    return ".!?".indexOf(last) >= 0 ? words : words + ".";
  }
}
