package dev.paperboy.discord;

import dev.paperboy.chat.OutsideText;
import dev.paperboy.chat.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text from outside on its way to Discord. It is data: nothing in it can mention, link, quote,
 * format or become an emoji, and it is cut between code points, after escaping.
 */
final class DiscordText {
  private static final Pattern ID = Pattern.compile("\\d{1,20}");
  private static final int LONGEST_ADDRESS = 512;
  private static final String ZERO_WIDTH_SPACE = "\u200b";

  /** What a link in parentheses cannot hold. */
  private static final String UNSAFE = "<>()[]|\"`\\^{}*~@";

  private static final String MARKS = "\\*_~`|[]<>";
  private static final Pattern EMOJI = Pattern.compile(":[A-Za-z0-9_+-]+:");
  private static final Pattern EVERYONE = Pattern.compile("(?i)@(?:everyone|here)");
  private static final Pattern OWN_ADDRESS =
      Pattern.compile("://(?:huggingface\\.co/papers|arxiv\\.org/(?:abs|pdf))/[\\w./-]+");

  private DiscordText() {}

  /** For what knows no Markdown: footers, labels, names. */
  static String plain(String outside, int most) {
    return OutsideText.plain(outside, most);
  }

  /** Markdown that shows the text as it is, in one line. */
  static String escaped(String outside, int most) {
    return OutsideText.escaped(outside, most, DiscordText::unit);
  }

  /** Preformatted lines between fences. */
  static String fenced(String outside, int most) {
    String lines = OutsideText.cleanLines(outside).replace('`', 'ˋ');
    return "```\n" + OutsideText.cut(lines, most - 8, DiscordText::inCode) + "\n```";
  }

  /** Spans as Markdown, no longer than {@code most} characters. */
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
            case Span.Strong strong -> marked(strong.text(), "**", room, text);
            case Span.Highlight highlight -> marked(highlight.text(), "**", room, text);
            case Span.Emphasis emphasis -> marked(emphasis.text(), "*", room, text);
            case Span.Code code -> code(code.text(), room, text);
            case Span.Link link -> lead + link(link.address(), link.text(), room - 2) + trail;
            case Span.Moment moment -> lead + moment(moment) + trail;
            case Span.Place place -> lead + place(place) + trail;
          };
      if (piece.length() > room) {
        break;
      }
      text.append(piece);
    }
    return text.toString().strip();
  }

  /** A link, or its words alone where the address is none or there is no room for it. */
  static String link(@Nullable String address, String words, int most) {
    String safe = address(address);
    if (safe == null || safe.length() + 12 > most) {
      return escaped(words, most);
    }
    String label = escaped(words, most - safe.length() - 6);
    // in angles, so that no preview is drawn below the message
    return label.isBlank() ? "<" + safe + ">" : "[" + label + "](<" + safe + ">)";
  }

  /** An address fit to be linked; null where it is not http or https, or too long. */
  static @Nullable String address(@Nullable String outside) {
    return OutsideText.address(outside, LONGEST_ADDRESS, UNSAFE);
  }

  /** In the reader's own zone and language. */
  private static String moment(Span.Moment moment) {
    return "<t:" + moment.at().getEpochSecond() + (moment.isAge() ? ":R>" : ":f>");
  }

  /** By its name, and a way there. */
  private static String place(Span.Place place) {
    String thread = place.address().thread();
    String id = thread == null ? place.address().place() : thread;
    return ID.matcher(id).matches()
        ? "<#" + id + ">"
        : escaped(place.text(), place.text().length());
  }

  private static String marked(String outside, String mark, int room, StringBuilder before) {
    String inner = escaped(outside, room - 2 * mark.length() - 3).strip();
    return inner.isEmpty()
        ? gap(outside, true)
        : lead(outside, before) + mark + inner + mark + gap(outside, false);
  }

  private static String code(String outside, int room, StringBuilder before) {
    String inner =
        OutsideText.escaped(outside.replace('`', 'ˋ'), room - 5, DiscordText::inCode).strip();
    return inner.isEmpty()
        ? gap(outside, true)
        : lead(outside, before) + "`" + inner + "`" + gap(outside, false);
  }

  /** Marks that touch would be read as one. */
  private static String lead(String outside, StringBuilder before) {
    String gap = gap(outside, true);
    boolean touches =
        gap.isEmpty() && !before.isEmpty() && "*`".indexOf(before.charAt(before.length() - 1)) >= 0;
    return touches ? ZERO_WIDTH_SPACE : gap;
  }

  private static String gap(String text, boolean leading) {
    if (text.isEmpty()) {
      return "";
    }
    char end = leading ? text.charAt(0) : text.charAt(text.length() - 1);
    return Character.isWhitespace(end) ? " " : "";
  }

  private static String unit(String text, int at, int point) {
    if (MARKS.indexOf(point) >= 0) {
      return "\\" + inCode(text, at, point);
    }
    return switch (point) {
      case '#', '-', '+' -> at == 0 ? "\\" + (char) point : Character.toString(point);
      case '.', ')' -> isNumberOfAList(text, at) ? "\\" + (char) point : Character.toString(point);
      case ':' -> isEmojiOrAddress(text, at) ? "\\:" : ":";
      default -> inCode(text, at, point);
    };
  }

  /** No mention even where nothing is escaped. */
  private static String inCode(String text, int at, int point) {
    boolean begins =
        switch (point) {
          case '@' -> looking(EVERYONE, text, at);
          case '<' -> at + 1 < text.length() && isNameOrSign(text.charAt(at + 1));
          default -> false;
        };
    return Character.toString(point) + (begins ? ZERO_WIDTH_SPACE : "");
  }

  private static boolean isNameOrSign(char c) {
    return "@#:/".indexOf(c) >= 0 || (c >= 'a' && c <= 'z');
  }

  private static boolean isEmojiOrAddress(String text, int at) {
    return (text.startsWith("://", at) && !looking(OWN_ADDRESS, text, at))
        || looking(EMOJI, text, at);
  }

  /** "1." at the start would begin a list. */
  private static boolean isNumberOfAList(String text, int at) {
    return at > 0 && at < 10 && text.substring(0, at).chars().allMatch(Character::isDigit);
  }

  private static boolean looking(Pattern pattern, String text, int at) {
    Matcher matcher = pattern.matcher(text);
    return matcher.region(at, text.length()).lookingAt();
  }
}
