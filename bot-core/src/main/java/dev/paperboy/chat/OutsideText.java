package dev.paperboy.chat;

import dev.paperboy.paper.Readable;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Text from outside on its way to a platform: without what no one can see, escaped, and cut between
 * code points after escaping, so that no escape is cut in two.
 */
public final class OutsideText {
  private static final String CUT = "…";
  private static final Pattern HTTP = Pattern.compile("(?i)https?://[^/?#@\\\\]+(?:[/?#].*)?");

  private OutsideText() {}

  /** How a platform wants one code point written. */
  @FunctionalInterface
  public interface Escape {
    /**
     * The code point as the platform shows it literally.
     *
     * @param at where it stands in the text
     */
    String unit(String text, int at, int point);
  }

  /** Without any escape, for where a platform knows no markup. */
  public static String plain(String outside, int most) {
    return escaped(outside, most, (text, at, point) -> Character.toString(point));
  }

  /** In one line of at most so many UTF-16 units; what is cut ends with an ellipsis. */
  public static String escaped(String outside, int most, Escape escape) {
    return cut(clean(outside, most), most, escape);
  }

  /** The same of text that is clean already, its line breaks kept. */
  public static String cut(String text, int most, Escape escape) {
    StringBuilder escaped = new StringBuilder(Math.min(text.length(), most) + 16);
    int lastFit = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      String unit = escape.unit(text, i, point);
      if (escaped.length() + unit.length() > most) {
        escaped.setLength(lastFit);
        return most < CUT.length() ? "" : escaped.append(CUT).toString();
      }
      escaped.append(unit);
      if (escaped.length() <= most - CUT.length()) {
        lastFit = escaped.length();
      }
      i += Character.charCount(point);
    }
    return escaped.toString();
  }

  /** Each line by itself without what no one can see, but indented as it was. */
  public static String cleanLines(String outside) {
    return outside
        .lines()
        .map(line -> {
          int indent = 0;
          while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
          }
          return " ".repeat(indent) + Readable.clean(line);
        })
        .collect(Collectors.joining("\n"));
  }

  /**
   * An address fit to be linked: of http or https, ASCII, without white space; null where it is
   * none, or longer than {@code most}.
   *
   * @param unsafe ASCII characters that the platform's links cannot hold, written as %XX
   */
  public static @Nullable String address(@Nullable String outside, int most, String unsafe) {
    if (outside == null || outside.length() > most) {
      return null;
    }
    String trimmed = outside.strip();
    if (!HTTP.matcher(trimmed).matches()) {
      return null;
    }
    StringBuilder safe = new StringBuilder(trimmed.length() + 16);
    for (byte b : trimmed.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c > ' ' && c < 0x7f && unsafe.indexOf(c) < 0) {
        safe.append(c);
      } else {
        safe.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      }
    }
    return safe.length() > most ? null : safe.toString();
  }

  /** What is cut off later need not be cleaned. */
  private static String clean(String outside, int most) {
    int enough = 4 * most + 100;
    return Readable.clean(outside.length() > enough ? outside.substring(0, enough) : outside);
  }
}
