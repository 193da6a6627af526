package dev.paperboy.console;

import dev.paperboy.chat.PaperView;
import dev.paperboy.chat.Span;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Signal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said about a paper in few words, on a quiet line. */
final class Facts {
  private static final String BETWEEN = " · ";
  private static final String MODEL = "model:";

  private Facts() {}

  /** The title in bold, linked, with what met the query. */
  static List<Piece> title(PaperView view) {
    Paper paper = view.known().paper();
    List<Piece> pieces = new ArrayList<>();
    for (Span span : view.title()) {
      Ink ink = span instanceof Span.Highlight ? Ink.STRONG_HIGHLIGHT : Ink.STRONG;
      pieces.add(
          new Piece(TerminalText.line(span.text()), ink, paper.paperLink(), Piece.Hold.LOOSE));
    }
    if (pieces.stream().allMatch(piece -> piece.text().isBlank())) {
      return List.of(new Piece("(no title)", Ink.STRONG, paper.paperLink(), Piece.Hold.LOOSE));
    }
    return pieces;
  }

  static Piece id(PaperView view) {
    Paper paper = view.known().paper();
    return new Piece(paper.id().value(), Ink.QUIET, paper.paperLink(), Piece.Hold.WHOLE);
  }

  static List<Piece> summary(PaperView view) {
    List<Piece> pieces = new ArrayList<>();
    for (Span span : view.summarySpans()) {
      pieces.add(Piece.of(span.text(), span instanceof Span.Highlight ? Ink.HIGHLIGHT : Ink.PLAIN));
    }
    return pieces;
  }

  /** The name of the model that wrote the summary; null where the abstract's authors did. */
  static @Nullable String model(PaperView view) {
    String by = view.summary().by();
    return by.startsWith(MODEL) ? TerminalText.line(by.substring(MODEL.length())) : null;
  }

  /** "▲ 72", "1 comment", "★ 4", "new": what is not known or nought is left out. */
  static List<Piece> signals(PaperView view) {
    Signal signal = view.known().signal();
    List<Piece> facts = new ArrayList<>();
    if (!signal.equals(Signal.NONE)) {
      facts.add(Piece.whole("▲ " + InWords.grouped(signal.upvotes()), Ink.QUIET));
      if (signal.comments() != 0) {
        facts.add(Piece.whole(InWords.count(signal.comments(), "comment"), Ink.QUIET));
      }
      Integer stars = signal.stars();
      if (stars != null && stars != 0) {
        facts.add(Piece.whole("★ " + InWords.grouped(stars), Ink.QUIET));
      }
    }
    for (String mark : view.marks()) {
      facts.add(Piece.whole(mark, Ink.ACCENT));
    }
    return facts;
  }

  /** One line out of several facts. */
  static List<Piece> joined(List<Piece> facts) {
    List<Piece> line = new ArrayList<>();
    for (Piece fact : facts) {
      if (!fact.text().isBlank()) {
        if (!line.isEmpty()) {
          line.add(Piece.whole(BETWEEN, Ink.QUIET));
        }
        line.add(fact);
      }
    }
    return line;
  }

  /** "72 upvotes, 1 comment, 4 stars": the same without a sign; empty where nothing is known. */
  static String signalsInWords(PaperView view) {
    Signal signal = view.known().signal();
    if (signal.equals(Signal.NONE)) {
      return "";
    }
    StringBuilder words = new StringBuilder(InWords.count(signal.upvotes(), "upvote"));
    if (signal.comments() != 0) {
      words.append(", ").append(InWords.count(signal.comments(), "comment"));
    }
    Integer stars = signal.stars();
    if (stars != null && stars != 0) {
      words.append(", ").append(InWords.count(stars, "star"));
    }
    return words.toString();
  }
}
