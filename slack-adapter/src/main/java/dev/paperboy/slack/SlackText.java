package dev.paperboy.slack;

import dev.paperboy.chat.Span;
import dev.paperboy.paper.Readable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text from outside on its way to Slack. It is data: nothing in it can mention, link, quote, format
 * or become an emoji, and it is cut between code points, after escaping.
 */
final class SlackText {
  private static final String CUT = "…";
  private static final int LONGEST_ADDRESS = 2_000;
  private static final String ZERO_WIDTH_SPACE = "\u200b";
  private static final String WORD_JOINER = "\u2060";
  private static final Pattern HTTP = Pattern.compile("(?i)https?://[^/?#@\\\\]+(?:[/?#].*)?");
  private static final Pattern EMOJI = Pattern.compile(":(?=[a-z0-9_+'-]*[a-z+][a-z0-9_+'-]*:)");

  private SlackText() {}

  /** For an element of the kind {@code plain_text}, which knows no markup. */
  static String plain(String outside, int most) {
    String clean = clean(outside, most);
    if (clean.length() <= most) {
      return clean;
    }
    int end = most - CUT.length();
    return clean.substring(0, Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end)
        + CUT;
  }

  /** For {@code mrkdwn}, in one line. */
  static String escaped(String outside, int most) {
    return escape(clean(outside, most), most, true);
  }

  /** The same for the top-level text, where only mentions and links must be disarmed. */
  static String spoken(String outside, int most) {
    return escape(clean(outside, most), most, false);
  }

  /** Preformatted lines, to stand between fences. */
  static String fenced(String outside, int most) {
    StringBuilder lines = new StringBuilder();
    for (String line : outside.split("\r?\n", -1)) {
      lines.append(lines.isEmpty() ? "" : "\n").append(Readable.clean(line).replace('`', 'ˋ'));
    }
    return escape(lines.toString(), most, false);
  }

  /** Spans in {@code mrkdwn}, no longer than {@code most} characters. */
  static String spans(List<Span> spans, int most) {
    StringBuilder text = new StringBuilder();
    for (Span span : spans) {
      int room = most - text.length();
      if (room < 2) {
        break;
      }
      String lead = gap(span.text(), true);
      String trail = gap(span.text(), false);
      String piece =
          switch (span) {
            case Span.Plain plain -> lead + escaped(plain.text(), room - 2) + trail;
            case Span.Strong strong -> marked(strong.text(), '*', room, text);
            case Span.Highlight highlight -> marked(highlight.text(), '*', room, text);
            case Span.Emphasis emphasis -> marked(emphasis.text(), '_', room, text);
            case Span.Code code -> marked(code.text(), '`', room, text);
            case Span.Link link -> lead + link(link.address(), link.text(), room - 2) + trail;
          };
      if (piece.length() <= room) {
        text.append(piece);
      } else {
        break;
      }
    }
    return text.toString().strip();
  }

  /** A link, or its words alone where the address is none or there is no room for it. */
  static String link(@Nullable String address, String words, int most) {
    String safe = address(address);
    if (safe == null || safe.length() + 8 > most) {
      return escaped(words, most);
    }
    String label = escaped(words, most - safe.length() - 3).replace('|', '¦');
    return label.isBlank() ? "<" + safe + ">" : "<" + safe + "|" + label + ">";
  }

  /** An address fit to be linked; null where it is not http or https, or too long. */
  static @Nullable String address(@Nullable String outside) {
    if (outside == null || outside.length() > LONGEST_ADDRESS) {
      return null;
    }
    String trimmed = outside.strip();
    if (!HTTP.matcher(trimmed).matches()) {
      return null;
    }
    StringBuilder safe = new StringBuilder(trimmed.length() + 16);
    for (byte b : trimmed.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c > ' ' && c < 0x7f && "<>|\"`\\^{}*".indexOf(c) < 0) {
        safe.append(c == '&' ? "&amp;" : String.valueOf(c));
      } else {
        safe.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      }
    }
    return safe.length() > LONGEST_ADDRESS ? null : safe.toString();
  }

  /** What Slack hands over as escaped text, as a person typed it. */
  static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static String marked(String outside, char mark, int room, StringBuilder before) {
    String inner = escaped(outside, room - 6).replace(mark, lookalike(mark)).strip();
    if (inner.isEmpty()) {
      return gap(outside, true);
    }
    String lead = gap(outside, true);
    boolean glued =
        lead.isEmpty()
            && !before.isEmpty()
            && Character.isLetterOrDigit(before.codePointBefore(before.length()));
    String trail = gap(outside, false);
    return (glued ? ZERO_WIDTH_SPACE : lead)
        + mark
        + inner
        + mark
        + (trail.isEmpty() ? ZERO_WIDTH_SPACE : trail);
  }

  private static String gap(String text, boolean leading) {
    if (text.isEmpty()) {
      return "";
    }
    char end = leading ? text.charAt(0) : text.charAt(text.length() - 1);
    return Character.isWhitespace(end) ? " " : "";
  }

  /** What is cut off later need not be cleaned. */
  private static String clean(String outside, int most) {
    int enough = 4 * most + 100;
    return Readable.clean(outside.length() > enough ? outside.substring(0, enough) : outside);
  }

  private static String escape(String clean, int most, boolean disarmed) {
    String text = disarmed ? EMOJI.matcher(clean).replaceAll(":" + WORD_JOINER) : clean;
    StringBuilder escaped = new StringBuilder(Math.min(text.length(), most) + 16);
    int lastFit = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      String unit = unit(text, i, point, disarmed);
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

  private static String unit(String text, int at, int point, boolean disarmed) {
    return switch (point) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> disarmed && at == 0 ? "›" : "&gt;"; // else a quotation would begin
      case '*', '_', '~', '`' ->
          disarmed && !isInsideWord(text, at)
              ? String.valueOf(lookalike((char) point))
              : Character.toString(point);
      default -> Character.toString(point);
    };
  }

  private static boolean isInsideWord(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.codePointBefore(at))
        && Character.isLetterOrDigit(text.codePointAt(at + 1));
  }

  private static char lookalike(char mark) {
    return switch (mark) {
      case '*' -> '∗';
      case '_' -> 'ˍ';
      case '~' -> '∼';
      default -> 'ˋ';
    };
  }
}
