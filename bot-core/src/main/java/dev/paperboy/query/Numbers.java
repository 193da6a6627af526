package dev.paperboy.query;

import dev.paperboy.query.Query.Value.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of upvotes, comments and stars: 50, {@code >=50}, 10..50, 1k, 1,000. */
final class Numbers {
  /** The largest number that is understood. */
  static final long LARGEST = Integer.MAX_VALUE;

  private static final String NUMBER = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?[kKmM]?";
  private static final Pattern WHOLE = Pattern.compile(NUMBER);
  private static final Pattern ANYWHERE =
      Pattern.compile("(?:\\d{1,3}(?:,\\d{3})+|\\d{1,1000})(?:\\.\\d{1,1000})?[kKmM]?");

  private Numbers() {}

  static Reading read(Field field, String raw) {
    String text = asciiDigits(raw);
    int dots = text.indexOf("..");
    return dots >= 0
        ? range(field, raw, text.substring(0, dots), text.substring(dots + 2))
        : compared(field, raw, Comparison.of(text));
  }

  private static Reading range(Field field, String raw, String left, String right) {
    Long from = left.isEmpty() ? null : number(left);
    Long to = right.isEmpty() ? null : number(right);
    boolean bad = (from == null && !left.isEmpty()) || (to == null && !right.isEmpty());
    if (bad || (from == null && to == null) || tooLarge(from) || tooLarge(to)) {
      return bad(field, raw);
    }
    if (from != null && to != null && from > to) {
      return new Reading.Bad(
          "The range %s runs backwards.".formatted(Findings.shown(raw)), to + ".." + from);
    }
    return new Reading.Good(new Range(from, to));
  }

  private static Reading compared(Field field, String raw, Comparison comparison) {
    Long number = number(comparison.operand());
    if (number == null || tooLarge(number) || !comparison.isKnown()) {
      return bad(field, raw);
    }
    return switch (comparison.sign()) {
      case ">" ->
          number == LARGEST
              ? new Reading.Bad(
                  "%s go no higher than %s.".formatted(name(field), grouped(LARGEST)), "" + LARGEST)
              : new Reading.Good(new Range(number + 1, null));
      case ">=" -> new Reading.Good(new Range(number, null));
      case "<" ->
          number == 0
              ? new Reading.Bad("%s are never fewer than 0.".formatted(name(field)), "0")
              : new Reading.Good(new Range(null, number - 1));
      case "<=" -> new Reading.Good(new Range(null, number));
      default -> new Reading.Good(new Range(number, number));
    };
  }

  private static Reading.Bad bad(Field field, String raw) {
    String nearest = nearest(asciiDigits(raw));
    return new Reading.Bad(
        "\u201C%s\u201D is no number of %s; write a number from 0 to %s, such as %s:>=%s or %s:10..50."
            .formatted(
                Findings.shown(raw),
                field.word(),
                grouped(LARGEST),
                field.word(),
                example(field),
                field.word()),
        nearest.isEmpty() ? ">=" + example(field) : nearest);
  }

  /** A valid value made of the numbers that stand in the text; empty where there are none. */
  private static String nearest(String text) {
    List<Long> found = new ArrayList<>();
    Matcher matcher = ANYWHERE.matcher(text);
    while (found.size() < 2 && matcher.find()) {
      found.add(value(matcher.group()).min(BigDecimal.valueOf(LARGEST)).longValue());
    }
    if (found.isEmpty()) {
      return "";
    }
    if (found.size() == 2) {
      return Math.min(found.get(0), found.get(1)) + ".." + Math.max(found.get(0), found.get(1));
    }
    Comparison comparison = Comparison.of(text);
    String sign = comparison.nearestSign();
    if (!comparison.hasSign()) {
      sign = text.endsWith("+") || text.endsWith("..") ? ">=" : text.startsWith("..") ? "<=" : "";
    }
    if ((sign.equals(">") && found.getFirst() == LARGEST)
        || (sign.equals("<") && found.getFirst() == 0)) {
      sign += "=";
    }
    return sign + found.getFirst();
  }

  /** A number that an example may use. */
  static String example(Field field) {
    return switch (field) {
      case COMMENTS -> "5";
      case STARS -> "100";
      default -> "50";
    };
  }

  private static String name(Field field) {
    return field.word().substring(0, 1).toUpperCase(Locale.ROOT) + field.word().substring(1);
  }

  /** A number as people read it: 1,000. */
  static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static boolean tooLarge(@Nullable Long number) {
    return number != null && number > LARGEST;
  }

  /** Null for a text that is no whole number; numbers beyond all bounds are one too large. */
  private static @Nullable Long number(String text) {
    if (!WHOLE.matcher(text).matches()) {
      return null;
    }
    BigDecimal value = value(text);
    if (value.scale() > 0) {
      return null;
    }
    return value.compareTo(BigDecimal.valueOf(LARGEST)) > 0 ? LARGEST + 1 : value.longValueExact();
  }

  private static BigDecimal value(String number) {
    String digits = number.replace(",", "");
    int last = digits.length() - 1;
    int thousands =
        switch (digits.charAt(last)) {
          case 'k', 'K' -> 3;
          case 'm', 'M' -> 6;
          default -> 0;
        };
    return new BigDecimal(thousands == 0 ? digits : digits.substring(0, last))
        .scaleByPowerOfTen(thousands)
        .stripTrailingZeros();
  }

  /** Digits of any script as those of ASCII, and an ellipsis as the two dots of a range. */
  static String asciiDigits(String raw) {
    StringBuilder plain = new StringBuilder();
    raw.codePoints()
        .forEach(point -> {
          int digit = Character.digit(point, 10);
          if (digit >= 0) {
            plain.append(digit);
          } else if (point == 0x2026) {
            plain.append("..");
          } else {
            plain.appendCodePoint(point);
          }
        });
    String text = plain.toString().replace("...", "..");
    boolean sentence =
        !text.endsWith("..")
            && text.length() > 1
            && ".;!?".indexOf(text.charAt(text.length() - 1)) >= 0;
    return sentence ? text.substring(0, text.length() - 1) : text;
  }
}
