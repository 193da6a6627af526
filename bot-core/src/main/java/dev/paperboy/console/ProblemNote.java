package dev.paperboy.console;

import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import java.util.List;

/** Says what is wrong with a line: the line with a mark under the place, why, and what is near. */
final class ProblemNote {
  private final Page page;
  private final Content.Problem problem;

  ProblemNote(Page page, Content.Problem problem) {
    this.page = page;
    this.problem = problem;
  }

  void write(String line) {
    boolean isSpoken = page.look().layout() == Layout.PLAIN;
    Integer column = problem.column();
    String where = "";
    if (column != null && !line.isBlank()) {
      if (isSpoken) {
        where = "At character " + column + " of the line: ";
      } else {
        mark(line, column);
      }
    }
    page.paragraph(List.of(Piece.of(where + problem.message())));
    String near = problem.near();
    if (near != null && !near.isBlank()) {
      String quote = isSpoken ? "" : "`";
      page.paragraph(
          0,
          2,
          List.of(
              Piece.of("Nearest: ", Ink.QUIET),
              Piece.whole(quote + TerminalText.line(near) + quote, Ink.ACCENT)));
    }
  }

  /** The part of the line around the place, and a mark under it. */
  private void mark(String line, int column) {
    int points = line.codePointCount(0, line.length());
    int at = line.offsetByCodePoints(0, Math.clamp(column - 1L, 0, points));
    String before = TerminalText.line(line.substring(0, at));
    String after = TerminalText.line(line.substring(at));
    int room = page.width() - 2;
    String start = Flow.tail(before, room * 2 / 3);
    String end = Flow.head(after, room - Flow.width(start));
    page.line(2, List.of(Piece.whole(start + end, Ink.PLAIN)));
    page.line(2 + Flow.width(start), List.of(Piece.whole("^", Ink.ALARM)));
  }
}
