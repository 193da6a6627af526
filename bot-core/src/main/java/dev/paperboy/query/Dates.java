package dev.paperboy.query;

import dev.paperboy.query.Query.Value;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes dates: a UTC date, ISO week, month or year, compared or as a range. */
final class Dates {
  private static final Pattern WHOLE =
      Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?|-[Ww](\\d{1,2}))?");
  private static final Pattern ANYWHERE =
      Pattern.compile(
          "(?<!\\d)(\\d{4})(?:"
              + "[-/.]?[Ww](\\d{1,2})"
              + "|[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?"
              + "|(\\d{2})(\\d{2}))?(?!\\d)");
  private static final int LAST_YEAR = 9999;
  private static final String EXAMPLE = "2026-08";

  private Dates() {}

  /** A stretch of UTC dates, both ends included. */
  private record Stretch(LocalDate first, LocalDate last) {}

  static Reading read(String raw) {
    String text = Numbers.asciiDigits(raw);
    Value.Dates dates = dates(text);
    return dates == null ? bad(raw, text) : new Reading.Good(dates);
  }

  private static Value.@Nullable Dates dates(String text) {
    int dots = text.indexOf("..");
    Value.Dates dates =
        dots >= 0
            ? range(text.substring(0, dots), text.substring(dots + 2))
            : compared(Comparison.of(text));
    return dates != null && isWritable(dates.from()) && isWritable(dates.to()) ? dates : null;
  }

  private static Value.@Nullable Dates range(String left, String right) {
    Stretch from = stretch(left);
    Stretch to = stretch(right);
    boolean bad = (from == null && !left.isEmpty()) || (to == null && !right.isEmpty());
    if (bad || (from == null && to == null)) {
      return null;
    }
    if (from != null && to != null && from.first().isAfter(to.last())) {
      return null;
    }
    return new Value.Dates(from == null ? null : from.first(), to == null ? null : to.last());
  }

  private static Value.@Nullable Dates compared(Comparison comparison) {
    Stretch stretch = stretch(comparison.operand());
    if (stretch == null) {
      return null;
    }
    LocalDate first = stretch.first();
    LocalDate last = stretch.last();
    return switch (comparison.sign()) {
      case ">" -> new Value.Dates(last.plusDays(1), null);
      case ">=" -> new Value.Dates(first, null);
      case "<" -> new Value.Dates(null, first.minusDays(1));
      case "<=" -> new Value.Dates(null, last);
      case "" -> new Value.Dates(first, last);
      default -> null;
    };
  }

  private static boolean isWritable(@Nullable LocalDate date) {
    return date == null || (date.getYear() >= 1 && date.getYear() <= LAST_YEAR);
  }

  private static Reading.Bad bad(String raw, String text) {
    int dots = text.indexOf("..");
    boolean backwards =
        dots > 0
            && stretch(text.substring(0, dots)) != null
            && stretch(text.substring(dots + 2)) != null;
    String message =
        backwards
            ? "The range %s runs backwards.".formatted(Findings.shown(raw))
            : "\u201C%s\u201D is no date; write it as 2026-08-12, 2026-W33, 2026-08 or 2026, compared as in"
                    .formatted(Findings.shown(raw))
                + " date:>=2026-08 or as a range, date:2026-08-01..2026-08-14.";
    return new Reading.Bad(message, nearest(text));
  }

  /** A valid value made of the dates that stand in the text, or an example. */
  private static String nearest(String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = ANYWHERE.matcher(text);
    while (found.size() < 2 && matcher.find()) {
      found.add(clamped(matcher));
    }
    if (found.isEmpty()) {
      return EXAMPLE;
    }
    String first = found.getFirst();
    if (found.size() == 2) {
      String second = found.get(1);
      String range = first + ".." + second;
      return dates(range) != null ? range : second + ".." + first;
    }
    Comparison comparison = Comparison.of(text);
    String sign = comparison.nearestSign();
    if (!comparison.hasSign()) {
      sign = text.endsWith("..") ? ">=" : text.startsWith("..") ? "<=" : "";
    }
    return dates(sign + first) != null ? sign + first : sign + "=" + first;
  }

  /** The date that a match stands for, each part put within its bounds. */
  private static String clamped(Matcher matcher) {
    int year = Math.max(1, Integer.parseInt(matcher.group(1)));
    String week = matcher.group(2);
    if (week != null) {
      return weekText(year, clamp(Integer.parseInt(week), weeks(year)));
    }
    String month = matcher.group(3) != null ? matcher.group(3) : matcher.group(5);
    String day = matcher.group(4) != null ? matcher.group(4) : matcher.group(6);
    if (month == null) {
      return yearText(year);
    }
    YearMonth inside = YearMonth.of(year, clamp(Integer.parseInt(month), 12));
    return day == null
        ? inside.toString()
        : inside.atDay(clamp(Integer.parseInt(day), inside.lengthOfMonth())).toString();
  }

  private static int clamp(int number, int largest) {
    return Math.max(1, Math.min(number, largest));
  }

  private static int weeks(int year) {
    return (int) LocalDate.of(year, 7, 1).range(IsoFields.WEEK_OF_WEEK_BASED_YEAR).getMaximum();
  }

  private static @Nullable Stretch stretch(String text) {
    Matcher matcher = WHOLE.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    int year = Integer.parseInt(matcher.group(1));
    int month = part(matcher, 2);
    int day = part(matcher, 3);
    int week = part(matcher, 4);
    if (year < 1 || month > 12 || month == 0 || day == 0 || week == 0) {
      return null;
    }
    if (week > 0) {
      return week > weeks(year) ? null : week(year, week);
    }
    if (month < 0) {
      return new Stretch(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
    YearMonth inside = YearMonth.of(year, month);
    if (day < 0) {
      return new Stretch(inside.atDay(1), inside.atEndOfMonth());
    }
    return inside.isValidDay(day) ? new Stretch(inside.atDay(day), inside.atDay(day)) : null;
  }

  /** -1 where the part is not there. */
  private static int part(Matcher matcher, int group) {
    String text = matcher.group(group);
    return text == null ? -1 : Integer.parseInt(text);
  }

  private static @Nullable Stretch week(int year, int week) {
    LocalDate monday = LocalDate.of(year, 1, 4).with(DayOfWeek.MONDAY).plusWeeks(week - 1L);
    return isWritable(monday) && isWritable(monday.plusDays(6))
        ? new Stretch(monday, monday.plusDays(6))
        : null;
  }

  /** The shortest text that reads as these dates. */
  static String write(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from == null) {
      return to == null ? "" : "<=" + to;
    }
    if (to == null) {
      return ">=" + from;
    }
    if (from.equals(to)) {
      return from.toString();
    }
    if (from.getDayOfYear() == 1 && to.equals(from.withDayOfYear(from.lengthOfYear()))) {
      return yearText(from.getYear());
    }
    if (isMonth(from, to)) {
      return YearMonth.from(from).toString();
    }
    return isWeek(from, to)
        ? weekText(from.get(IsoFields.WEEK_BASED_YEAR), from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
        : from + ".." + to;
  }

  private static String yearText(int year) {
    return String.format(Locale.ROOT, "%04d", year);
  }

  private static String weekText(int year, int week) {
    return String.format(Locale.ROOT, "%04d-W%02d", year, week);
  }

  static boolean isMonth(LocalDate from, LocalDate to) {
    return from.getDayOfMonth() == 1 && to.equals(from.withDayOfMonth(from.lengthOfMonth()));
  }

  static boolean isWeek(LocalDate from, LocalDate to) {
    return from.getDayOfWeek() == DayOfWeek.MONDAY && to.equals(from.plusDays(6));
  }

  /** The dates as people say them: "in August 2026". */
  static String english(Value.Dates dates) {
    LocalDate from = dates.from();
    LocalDate to = dates.to();
    if (from == null) {
      return to == null ? "at any time" : "on or before " + to;
    }
    if (to == null) {
      return "on or after " + from;
    }
    String written = write(from, to);
    if (isMonth(from, to)) {
      return "in "
          + from.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
          + " "
          + yearText(from.getYear());
    }
    if (isWeek(from, to)) {
      return "in week %s".formatted(written);
    }
    return from.equals(to)
        ? "on " + from
        : written.length() == 4 ? "in " + written : "from %s to %s".formatted(from, to);
  }
}
