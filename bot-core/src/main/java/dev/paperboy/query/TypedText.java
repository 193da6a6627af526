package dev.paperboy.query;

/**
 * What was typed, made plain for reading: one space for any white space, straight quotes and
 * dashes, no control or format characters, no half of a surrogate pair. Remembers the column at
 * which each code point was typed.
 */
final class TypedText {
  /** In code points. */
  static final int LONGEST = 1_000;

  /** In code points as typed: how far to look among white space and what is dropped. */
  private static final int FARTHEST = 100_000;

  /** How far back from the longest length a word may begin to be left out whole. */
  private static final int LONGEST_WORD = 200;

  private final int[] points;
  private final int[] columns;
  private final int length;
  private final boolean cut;

  private TypedText(int[] points, int[] columns, int length, boolean cut) {
    this.points = points;
    this.columns = columns;
    this.length = length;
    this.cut = cut;
  }

  static TypedText of(String given) {
    int[] points = new int[LONGEST + 1];
    int[] columns = new int[LONGEST + 1];
    int length = 0;
    boolean space = false;
    int column = 0;
    int i = 0;
    while (i < given.length() && length <= LONGEST && column < FARTHEST) {
      int point = given.codePointAt(i);
      i += Character.charCount(point);
      column++;
      int plain = plain(point);
      if (plain == ' ') {
        space = length > 0;
      } else if (plain >= 0) {
        if (space) {
          points[length] = ' ';
          columns[length++] = column - 1;
          space = false;
        }
        if (length <= LONGEST) {
          points[length] = plain;
          columns[length++] = column;
        }
      }
    }
    if (length <= LONGEST) {
      return new TypedText(points, columns, length, i < given.length());
    }
    int end = LONGEST;
    while (end > LONGEST - LONGEST_WORD && points[end] != ' ') {
      end--;
    }
    return new TypedText(points, columns, points[end] == ' ' ? end : LONGEST, true);
  }

  /** The code point to read, or -1 for one that is dropped. */
  private static int plain(int point) {
    if (Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85) {
      return ' ';
    }
    return switch (point) {
      case '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB', '\uFF02' -> '"';
      case '\u2018', '\u2019', '\uFF07' -> '\'';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
      case '\uFE58', '\uFE63', '\uFF0D' -> '-';
      default -> isDropped(point) ? -1 : point;
    };
  }

  private static boolean isDropped(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
      case Character.UNASSIGNED ->
          (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point < 0xFDF0);
      default -> false;
    };
  }

  /** In code points. */
  int length() {
    return length;
  }

  /** The code point at an index, or -1 outside the text. */
  int at(int index) {
    return index >= 0 && index < length ? points[index] : -1;
  }

  /** The 1-based column, in code points, at which the code point at an index was typed. */
  int column(int index) {
    return length == 0 ? 1 : columns[Math.min(index, length - 1)];
  }

  /** Whether there was more than is read. */
  boolean cut() {
    return cut;
  }

  String text(int from, int to) {
    return new String(points, from, to - from);
  }

  @Override
  public String toString() {
    return text(0, length);
  }
}
