package dev.paperboy.console;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text from outside on its way to a terminal. What comes out can be read but cannot steer: no
 * control character, no escape sequence, nothing that turns the reading direction, no invisible
 * character but the joiners that a script needs, no lone surrogate, and never more than {@value
 * #MARKS} marks upon one letter.
 */
final class TerminalText {
  private static final int MARKS = 8;
  private static final int LONGEST_ADDRESS = 2_000;
  private static final int NEVER = -1;

  /** Whole sequences, so that nothing of them is left to read; what is broken loses its escape. */
  private static final Pattern SEQUENCE =
      Pattern.compile(
          "(?:\\x1b\\[|\\x9b)[0-?]*+[ -/]*+[@-~]"
              + "|(?:\\x1b[\\]PX^_]|[\\x9d\\x90\\x98\\x9e\\x9f])"
              + "[^\\x07\\x1b\\x9c]*+(?:\\x07|\\x1b\\\\|\\x9c)"
              + "|\\x1b[ -/]++[0-~]");

  private static final Pattern HTTP = Pattern.compile("(?i)https?://[^/?#]+.*", Pattern.DOTALL);

  private TerminalText() {}

  /** One line: line breaks, tabs and spaces of odd widths become plain spaces. */
  static String line(String outside) {
    return isPlain(outside) ? outside : clean(outside, ' ', ' ');
  }

  /** The same, line breaks kept as {@code \n}. */
  static String lines(String outside) {
    return isPlain(outside) ? outside : clean(outside, '\n', ' ');
  }

  /** For programs: line breaks and tabs kept. */
  static String data(String outside) {
    return isPlain(outside) ? outside : clean(outside, '\n', '\t');
  }

  /**
   * An address fit to be printed or linked, percent-encoded where it must be; null where it is not
   * http or https, names no host, hides its host behind a user name, or is longer than {@value
   * #LONGEST_ADDRESS} characters.
   */
  static @Nullable String address(@Nullable String outside) {
    if (outside == null || outside.length() > LONGEST_ADDRESS) {
      return null;
    }
    String trimmed = outside.strip();
    if (!HTTP.matcher(trimmed).matches()) {
      return null;
    }
    int host = trimmed.indexOf("//") + 2;
    StringBuilder safe = new StringBuilder(trimmed.length() + 16);
    safe.append(trimmed.substring(0, host).toLowerCase(Locale.ROOT));
    boolean inHost = true;
    for (byte b : trimmed.substring(host).getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      inHost = inHost && c != '/' && c != '?' && c != '#';
      if (inHost && (c == '@' || c == '\\')) {
        return null;
      }
      if (isAddressCharacter(c)) {
        safe.append(c);
      } else {
        safe.append('%').append(hex(c >> 4)).append(hex(c & 0xf));
      }
    }
    return safe.toString();
  }

  private static boolean isAddressCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~:/?#[]@!$&'()*+,;=%".indexOf(c) >= 0;
  }

  private static char hex(int digit) {
    return "0123456789ABCDEF".charAt(digit);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c > '~' && c < 0xa0) || c == 0xad || c >= 0x300) {
        return false;
      }
    }
    return true;
  }

  private static String clean(String outside, char lineBreak, char tab) {
    String text = hasEscape(outside) ? SEQUENCE.matcher(outside).replaceAll("") : outside;
    StringBuilder kept = new StringBuilder(text.length());
    int marks = 0;
    int last = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int next = i + Character.charCount(point);
      int written = written(point, lineBreak, tab);
      if (point == '\r' && next < text.length() && text.charAt(next) == '\n') {
        written = NEVER;
      } else if (isJoiner(point)) {
        written = joins(last, next < text.length() ? text.codePointAt(next) : 0) ? point : NEVER;
      } else if (isMark(point)) {
        written = last == 0 || ++marks > MARKS ? NEVER : written;
      } else if (written != NEVER) {
        marks = 0;
      }
      if (written != NEVER) {
        kept.appendCodePoint(written);
        last = written;
      }
      i = next;
    }
    return kept.toString();
  }

  private static boolean hasEscape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0x1b || (c >= 0x80 && c < 0xa0)) {
        return true;
      }
    }
    return false;
  }

  private static int written(int point, char lineBreak, char tab) {
    if (point == '\n' || point == '\r' || point == 0x85 || point == 0x2028 || point == 0x2029) {
      return lineBreak;
    }
    if (point == '\t') {
      return tab;
    }
    if (point == 0x0b || point == 0x0c || isOddSpace(point)) {
      return ' ';
    }
    return isUnwanted(point) ? NEVER : point;
  }

  private static boolean isOddSpace(int point) {
    return point > 0xff && Character.getType(point) == Character.SPACE_SEPARATOR;
  }

  private static boolean isUnwanted(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.SURROGATE -> true;
      case Character.FORMAT -> !isJoiner(point);
      case Character.UNASSIGNED ->
          (point & 0xfffe) == 0xfffe || (point >= 0xfdd0 && point < 0xfdf0);
      default -> isInvisible(point);
    };
  }

  /** Letters and marks that show nothing, and variants that no terminal draws. */
  private static boolean isInvisible(int point) {
    return point == 0x034f
        || (point >= 0x115f && point <= 0x1160)
        || (point >= 0x17b4 && point <= 0x17b5)
        || (point >= 0x180b && point <= 0x180f)
        || point == 0x3164
        || point == 0xffa0
        || (point >= 0xe0000 && point <= 0xe0fff);
  }

  private static boolean isJoiner(int point) {
    return point == 0x200c || point == 0x200d;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /** Between the letters of scripts that need them and between emoji; elsewhere they only hide. */
  private static boolean joins(int before, int after) {
    return before >= 0x300 && after >= 0x300 && !isJoiner(before) && !isJoiner(after);
  }
}
