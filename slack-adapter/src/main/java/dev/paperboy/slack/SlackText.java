package dev.paperboy.slack;

import dev.paperboy.chat.OutsideText;
import dev.paperboy.chat.Span;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text from outside on its way to Slack. It is data: nothing in it can mention, link, quote, format
 * or become an emoji, and it is cut between code points, after escaping.
 */
final class SlackText {
  private static final int LONGEST_ADDRESS = 2_000;
  private static final String ZERO_WIDTH_SPACE = "\u200b";
  private static final String WORD_JOINER = "\u2060";
  private static final Pattern EMOJI = Pattern.compile(":(?=[a-z0-9_+'-]*[a-z+][a-z0-9_+'-]*:)");

  private SlackText() {}

  /** For an element of the kind {@code plain_text}, which knows no markup. */
  static String plain(String outside, int most) {
    return OutsideText.plain(outside, most);
  }

  /** For {@code mrkdwn}, in one line. */
  static String escaped(String outside, int most) {
    return OutsideText.escaped(outside, most, SlackText::disarmed);
  }

  /** The same for the top-level text, where only mentions and links must be disarmed. */
  static String spoken(String outside, int most) {
    return OutsideText.escaped(outside, most, SlackText::unit);
  }

  /** Preformatted lines, to stand between fences. */
  static String fenced(String outside, int most) {
    return OutsideText.cut(
        OutsideText.cleanLines(outside).replace('`', 'ˋ'), most, SlackText::unit);
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
            case Span.Moment moment -> lead + escaped(moment.text(), room - 2) + trail;
            case Span.Place place -> lead + escaped(place.text(), room - 2) + trail;
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
    String safe = OutsideText.address(outside, LONGEST_ADDRESS, "<>|\"`\\^{}*");
    String escaped = safe == null ? "" : safe.replace("&", "&amp;");
    return escaped.isEmpty() || escaped.length() > LONGEST_ADDRESS ? null : escaped;
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

  private static String unit(String text, int at, int point) {
    return switch (point) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      default -> Character.toString(point);
    };
  }

  private static String disarmed(String text, int at, int point) {
    return switch (point) {
      case '>' -> at == 0 ? "›" : "&gt;"; // else a quotation would begin
      case ':' ->
          EMOJI.matcher(text).region(at, text.length()).lookingAt() ? ":" + WORD_JOINER : ":";
      case '*', '_', '~', '`' ->
          isInsideWord(text, at)
              ? Character.toString(point)
              : String.valueOf(lookalike((char) point));
      default -> unit(text, at, point);
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
