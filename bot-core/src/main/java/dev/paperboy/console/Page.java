package dev.paperboy.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Lines on their way to a terminal: the one place that writes escape sequences of our own. */
final class Page {
  private static final String ESCAPE = "\u001b";

  private final Look look;
  private final StringBuilder text = new StringBuilder();

  Page(Look look) {
    this.look = look;
  }

  Look look() {
    return look;
  }

  int width() {
    return look.width();
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  void blank() {
    text.append('\n');
  }

  /** A paragraph over the full width. */
  void paragraph(List<Piece> pieces) {
    paragraph(0, 0, pieces);
  }

  /**
   * A paragraph whose first line stands in by some columns, and the others by some more or less.
   */
  void paragraph(int first, int rest, List<Piece> pieces) {
    lines(first, rest, Flow.wrap(pieces, width() - first, width() - rest, Integer.MAX_VALUE));
  }

  void lines(int first, int rest, List<List<Piece>> lines) {
    int indent = first;
    for (List<Piece> line : lines) {
      line(indent, line);
      indent = rest;
    }
  }

  void line(int indent, List<Piece> line) {
    text.append(" ".repeat(indent));
    int start = 0;
    for (int end = 1; end <= line.size(); end++) {
      if (end == line.size() || !looksTheSame(line.get(start), line.get(end))) {
        write(line.subList(start, end));
        start = end;
      }
    }
    text.append('\n');
  }

  private static boolean looksTheSame(Piece one, Piece other) {
    return one.ink() == other.ink() && Objects.equals(one.address(), other.address());
  }

  /** A text at the left, another at the right end of the same line; they must fit. */
  void row(String before, List<Piece> left, Piece right) {
    int gap = width() - Flow.width(before) - Flow.width(left) - Flow.width(right.text());
    List<Piece> line = new ArrayList<>();
    line.add(Piece.whole(before, Ink.PLAIN));
    line.addAll(left);
    line.add(Piece.whole(" ".repeat(Math.max(1, gap)), Ink.PLAIN));
    line.add(right);
    line(0, line);
  }

  /** A text of lines, each as it stands, however long. */
  void verbatim(String lines) {
    String harmless = TerminalText.data(lines).replace("\t", "    ");
    text.append(harmless).append(harmless.endsWith("\n") ? "" : "\n");
  }

  /** Pieces that look the same. */
  private void write(List<Piece> pieces) {
    String address = look.links() ? TerminalText.address(pieces.get(0).address()) : null;
    String attributes = look.colours() ? pieces.get(0).ink().attributes() : "";
    if (address != null) {
      text.append(ESCAPE).append("]8;;").append(address).append(ESCAPE).append('\\');
    }
    if (!attributes.isEmpty()) {
      text.append(ESCAPE).append('[').append(attributes).append('m');
    }
    pieces.forEach(piece -> text.append(piece.text()));
    if (!attributes.isEmpty()) {
      text.append(ESCAPE).append("[0m");
    }
    if (address != null) {
      text.append(ESCAPE).append("]8;;").append(ESCAPE).append('\\');
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
