package dev.paperboy.console;

import dev.paperboy.chat.PaperView;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Readable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A paper with all that is known of it. */
final class FullCard {
  static final int AUTHORS = 20;
  private static final int LABEL = 11;

  private final Page page;
  private final PaperView view;
  private final Paper paper;

  FullCard(Page page, PaperView view) {
    this.page = page;
    this.view = view;
    this.paper = view.known().paper();
  }

  void write() {
    head();
    summary();
    section("Abstract", abstractOf(paper));
    if (paper.aiSummary() != null) {
      section("Hugging Face's own summary, written by a model", Readable.text(paper.aiSummary()));
    }
    page.blank();
    label("Topics", Piece.of(String.join(", ", paper.topics())));
    label("Listed", date(view.known().listed()));
    label("Published", date(paper.published()));
    for (Link link : Link.of(paper)) {
      label(link.label(), new Piece(link.address(), Ink.PLAIN, link.address(), Piece.Hold.WHOLE));
    }
  }

  private void head() {
    page.paragraph(Facts.title(view));
    List<Piece> facts = new ArrayList<>();
    facts.add(Facts.id(view));
    facts.addAll(Facts.signals(view));
    page.paragraph(Facts.joined(facts));
    if (!paper.authors().isEmpty()) {
      page.paragraph(List.of(Piece.of(authors(paper.authors()))));
    }
    if (paper.organization() != null) {
      page.paragraph(List.of(Piece.of(Readable.name(paper.organization()), Ink.QUIET)));
    }
  }

  private void summary() {
    List<Piece> summary = Facts.summary(view);
    if (summary.isEmpty()) {
      return;
    }
    page.blank();
    page.paragraph(summary);
    if (view.summary().second() != null) {
      page.paragraph(List.of(Piece.of("Result: ", Ink.STRONG), Piece.of(view.summary().second())));
    }
    page.paragraph(List.of(Piece.of(origin(view), Ink.QUIET)));
  }

  private void section(String heading, String text) {
    page.blank();
    page.paragraph(List.of(Piece.of(heading, Ink.STRONG)));
    page.paragraph(2, 2, List.of(Piece.of(text)));
  }

  private void label(String label, Piece value) {
    if (!value.text().isBlank()) {
      Piece name = Piece.whole(label + " ".repeat(LABEL - label.length()), Ink.QUIET);
      List<List<Piece>> lines =
          Flow.wrap(List.of(value), page.width() - LABEL, page.width() - LABEL, Integer.MAX_VALUE);
      List<Piece> first = new ArrayList<>(List.of(name));
      first.addAll(lines.get(0));
      page.line(0, first);
      page.lines(LABEL, LABEL, lines.subList(1, lines.size()));
    }
  }

  private Piece date(@Nullable LocalDate date) {
    return Piece.of(date == null ? "" : dateAndAge(date, page.look().today()));
  }

  static String dateAndAge(LocalDate date, LocalDate today) {
    return InWords.date(date) + ", " + InWords.age(date, today);
  }

  /** Whose words the summary is in. */
  static String origin(PaperView view) {
    String model = Facts.model(view);
    return model == null
        ? "The abstract's own words"
        : "Summary written by " + model + ", a language model";
  }

  static String abstractOf(Paper paper) {
    return paper.abstractText().isBlank() ? "None is known." : Readable.text(paper.abstractText());
  }

  static String authors(List<String> authors) {
    String names =
        authors.stream().limit(AUTHORS).map(Readable::name).collect(Collectors.joining(", "));
    int others = authors.size() - AUTHORS;
    return others > 0 ? names + " and " + InWords.grouped(others) + " more" : names;
  }

  /** Where more is to be found, fit to be printed. */
  record Link(String label, String address) {
    static List<Link> of(Paper paper) {
      List<Link> links = new ArrayList<>();
      add(links, "Paper", paper.paperLink());
      add(links, "arXiv", paper.arxivLink());
      add(links, "PDF", paper.pdfLink());
      add(links, "Code", paper.code());
      add(links, "Project", paper.project());
      return links;
    }

    private static void add(List<Link> links, String label, @Nullable String outside) {
      String address = TerminalText.address(outside);
      if (address != null && links.stream().noneMatch(link -> link.address().equals(address))) {
        links.add(new Link(label, address));
      }
    }
  }
}
