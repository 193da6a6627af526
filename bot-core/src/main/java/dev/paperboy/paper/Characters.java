package dev.paperboy.paper;

import java.text.Normalizer;

/**
 * The characters of a text, made harmless: composed where they arrive decomposed, white space as
 * single spaces, nothing that controls a terminal or turns the writing round.
 */
final class Characters {
  private static final int MOST_MARKS = 6;
  private static final int LONGEST_SEQUENCE = 32;
  private static final char ESCAPE = 0x1b;
  private static final int CONTROL_SEQUENCE = 0x9b;

  private Characters() {}

  static String clean(String raw) {
    return Normalizer.normalize(settled(harmless(raw)), Normalizer.Form.NFC);
  }

  private static String harmless(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    int at = 0;
    while (at < raw.length()) {
      int c = raw.codePointAt(at);
      int next = at + Character.charCount(c);
      if (c == ESCAPE || c == CONTROL_SEQUENCE) {
        next = afterSequence(raw, next, c);
      } else if (isSpace(c)) {
        out.append(' ');
      } else if (!isJunk(c)) {
        ligature(c, out);
      }
      at = next;
    }
    return out.toString();
  }

  /** Single spaces, joiners only where they mean something, no towers of marks. */
  private static String settled(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int marks = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (isJoiner(c)) {
        if (joins(c, out, text, at)) {
          out.appendCodePoint(c);
        }
      } else if (isMark(c)) {
        if (marks++ < MOST_MARKS) {
          out.appendCodePoint(c);
        }
      } else if (c == ' ') {
        marks = 0;
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      } else {
        marks = 0;
        out.appendCodePoint(c);
      }
    }
    int end = out.length();
    if (end > 0 && out.charAt(end - 1) == ' ') {
      out.setLength(end - 1);
    }
    return out.toString();
  }

  /** The rest of {@code ESC [ 31 m} and its like; a lone escape character takes nothing along. */
  private static int afterSequence(String raw, int from, int opener) {
    int at = from;
    if (opener == ESCAPE) {
      if (at >= raw.length() || raw.charAt(at) != '[') {
        return from;
      }
      at++;
    }
    int limit = Math.min(raw.length(), at + LONGEST_SEQUENCE);
    while (at < limit && raw.charAt(at) >= 0x20 && raw.charAt(at) <= 0x3f) {
      at++;
    }
    return at < limit && raw.charAt(at) >= 0x40 && raw.charAt(at) <= 0x7e ? at + 1 : from;
  }

  private static boolean isSpace(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> (c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x1f) || c == 0x85;
    };
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default -> false;
    };
  }

  /** Zero-width joiner, non-joiner and the variation selectors. */
  private static boolean isJoiner(int c) {
    return c == 0x200c || c == 0x200d || isSelector(c);
  }

  private static boolean isSelector(int c) {
    return c >= 0xfe00 && c <= 0xfe0f;
  }

  /** A joiner means something between emoji and in scripts that join their letters. */
  private static boolean joins(int joiner, StringBuilder out, String text, int next) {
    if (out.isEmpty()) {
      return false;
    }
    int before = out.codePointBefore(out.length());
    if (isSelector(joiner)) {
      return !isLatin(before) && !isJoiner(before);
    }
    if (isLatin(before) || before == 0x200c || before == 0x200d || next >= text.length()) {
      return false;
    }
    int after = text.codePointAt(next);
    return !isLatin(after) && !isJoiner(after);
  }

  private static boolean isLatin(int c) {
    return c < 0x80 || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
  }

  private static boolean isJunk(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE -> true;
      case Character.FORMAT -> !isJoiner(c) && !isWrittenFormat(c);
      default ->
          (c & 0xfffe) == 0xfffe
              || (c >= 0xfdd0 && c <= 0xfdef)
              || (c >= 0xe0100 && c <= 0xe01ef)
              || isBlank(c);
    };
  }

  /** The object replacement character and the fillers of Hangul and Mongolian: nothing to see. */
  private static boolean isBlank(int c) {
    return switch (c) {
      case 0xfffc, 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x3164, 0xffa0 -> true;
      default -> c >= 0x180b && c <= 0x180f;
    };
  }

  /** Signs of Arabic, Syriac and Kaithi numbers and verses, which are written. */
  private static boolean isWrittenFormat(int c) {
    return switch (c) {
      case 0x6dd, 0x70f, 0x890, 0x891, 0x8e2, 0x110bd, 0x110cd -> true;
      default -> c >= 0x600 && c <= 0x605;
    };
  }

  private static void ligature(int c, StringBuilder out) {
    switch (c) {
      case 0xfb00 -> out.append("ff");
      case 0xfb01 -> out.append("fi");
      case 0xfb02 -> out.append("fl");
      case 0xfb03 -> out.append("ffi");
      case 0xfb04 -> out.append("ffl");
      case 0xfb05, 0xfb06 -> out.append("st");
      default -> out.appendCodePoint(c);
    }
  }
}
