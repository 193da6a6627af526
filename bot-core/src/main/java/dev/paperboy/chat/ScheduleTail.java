package dev.paperboy.chat;

import dev.paperboy.chat.Command.Spot;
import dev.paperboy.chat.Line.Token;
import dev.paperboy.when.Cadence;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The schedule of a line: the longest tail made of cadence, time and zone, in any order, each once.
 * Words in quotes are never part of it.
 */
final class ScheduleTail {
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?::(\\d{2}))?([ap]m)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern TIME_SHAPE =
      Pattern.compile("\\d{1,3}:\\d{1,3}(?:[ap]m)?|\\d{1,3}[ap]m", Pattern.CASE_INSENSITIVE);
  private static final String QUOTE = " To search for it, put it in quotes.";

  private final Line line;
  private final List<Token> tokens;
  private final List<Token> taken = new ArrayList<>();

  /** What is wrong, from the right to the left, each with what would be right. */
  private final Map<Token, String> mended = new LinkedHashMap<>();

  private String message = "";
  private @Nullable Cadence cadence;
  private @Nullable DayOfWeek day;
  private @Nullable LocalTime time;
  private @Nullable ZoneId zone;
  private @Nullable Spot spot;

  private ScheduleTail(Line line) {
    this.line = line;
    tokens = line.tokensOutsideQuotes();
  }

  /**
   * What was said of the schedule; null where nothing was.
   *
   * @param rest the line without it
   * @param text the tail as typed
   */
  record Said(
      @Nullable Cadence cadence,
      @Nullable DayOfWeek day,
      @Nullable LocalTime time,
      @Nullable ZoneId zone,
      @Nullable Spot spot,
      Line rest,
      String text) {}

  /**
   * @param withSpot whether {@code channel} or {@code thread} may stand behind a schedule
   */
  static Said of(Line line, boolean withSpot) {
    return new ScheduleTail(line).read(withSpot);
  }

  private Said read(boolean withSpot) {
    int at = tokens.size() - 1;
    int end = line.text().length();
    if (withSpot && at > 0 && isLast(at, end)) {
      Optional<Spot> last = spot(tokens.get(at).text());
      if (last.isPresent() && isPart(at - 1, tokens.get(at).start())) {
        spot = last.get();
        end = take(at);
        at--;
      }
    }
    while (at >= 0 && isLast(at, end)) {
      int parts = part(at);
      if (parts == 0) {
        break;
      }
      for (int i = 0; i < parts; i++) {
        end = take(at--);
      }
    }
    nearlyADay(at, end);
    if (!mended.isEmpty()) {
      Token first = List.copyOf(mended.keySet()).get(mended.size() - 1);
      throw new Mistake(
          "bad-schedule", message, line.column(first.start()), line.replacing(mended).strip());
    }
    String text = line.text().substring(taken.isEmpty() ? line.text().length() : end);
    return new Said(
        cadence, day, time, zone, spot, taken.isEmpty() ? line : line.without(taken), text);
  }

  private int take(int at) {
    taken.add(tokens.get(at));
    return tokens.get(at).start();
  }

  /** Whether nothing but blanks stands between a token and what was taken already. */
  private boolean isLast(int at, int end) {
    return line.text().substring(tokens.get(at).end(), end).isBlank();
  }

  private boolean isPart(int at, int end) {
    String text = tokens.get(at).text();
    return isLast(at, end)
        && (cadence(text).isPresent()
            || TIME_SHAPE.matcher(text).matches()
            || Zones.looksLike(text)
            || (day(text).isPresent() && at > 0 && cadence(tokens.get(at - 1)) == Cadence.WEEKLY));
  }

  /** Reads the part that ends with a token. Returns of how many tokens it is made. */
  private int part(int at) {
    Token token = tokens.get(at);
    String text = token.text();
    Optional<DayOfWeek> named = day(text);
    if (named.isPresent()) {
      if (at == 0
          || !isLast(at - 1, token.start())
          || cadence(tokens.get(at - 1)) != Cadence.WEEKLY) {
        return 0;
      }
      day = named.get();
      once(cadence, tokens.get(at - 1));
      cadence = Cadence.WEEKLY;
      return 2;
    }
    Optional<Cadence> often = cadence(text);
    if (often.isPresent()) {
      if (often.get() == Cadence.WEEKLY) {
        wrong(token, "`weekly` wants a day: `weekly mon`." + QUOTE, "weekly mon");
      }
      once(cadence, token);
      cadence = often.get();
      return 1;
    }
    if (TIME_SHAPE.matcher(text).matches()) {
      once(time, token);
      time = time(token);
      return 1;
    }
    if (Zones.looksLike(text)) {
      once(zone, token);
      zone = zone(token);
      return 1;
    }
    return 0;
  }

  private void once(@Nullable Object before, Token token) {
    if (before != null) {
      wrong(
          token,
          "“"
              + token.text()
              + "” is one too many: a schedule has one cadence, one time and one zone."
              + QUOTE,
          "");
    }
  }

  private @Nullable LocalTime time(Token token) {
    Matcher typed = TIME.matcher(token.text());
    if (typed.matches()) {
      int hour = Integer.parseInt(typed.group(1));
      int minute = typed.group(2) == null ? 0 : Integer.parseInt(typed.group(2));
      String half = typed.group(3);
      boolean fits = half == null ? hour < 24 : hour >= 1 && hour <= 12;
      if (fits && minute < 60) {
        int shift = half == null ? 0 : (half.equalsIgnoreCase("pm") ? 12 : 0) - hour / 12 * 12;
        return LocalTime.of(hour + shift, minute);
      }
    }
    String[] parts = token.text().toLowerCase(Locale.ROOT).replaceAll("[apm]", "").split(":", -1);
    int minute = parts.length < 2 ? 0 : Integer.parseInt(parts[1]);
    int hour = Integer.parseInt(parts[0]);
    wrong(
        token,
        "There is no time " + token.text() + "; times go from 00:00 to 23:59." + QUOTE,
        "%02d:%02d".formatted(hour == 24 ? 0 : Math.min(hour, 23), Math.min(minute, 59)));
    return null;
  }

  private @Nullable ZoneId zone(Token token) {
    Optional<ZoneId> known = Zones.of(token.text());
    if (known.isEmpty()) {
      wrong(
          token,
          "There is no time zone “"
              + token.text()
              + "”; zones are named like Europe/Berlin."
              + QUOTE,
          Zones.nearest(token.text()));
    }
    return known.orElse(null);
  }

  /** {@code weekly mondy 09:00} was meant as a schedule. */
  private void nearlyADay(int at, int end) {
    if (at < 1
        || !isLast(at, end)
        || cadence != null
        || cadence(tokens.get(at - 1)) != Cadence.WEEKLY
        || !isLast(at - 1, tokens.get(at).start())) {
      return;
    }
    Token token = tokens.get(at);
    Nearest.of(token.text(), DAYS.keySet().stream().filter(name -> name.length() > 3).toList())
        .ifPresent(near -> wrong(token, "There is no day “" + token.text() + "”." + QUOTE, near));
  }

  private void wrong(Token token, String why, String instead) {
    mended.remove(token);
    mended.put(token, instead);
    message = why;
  }

  private static @Nullable Cadence cadence(Token token) {
    return cadence(token.text()).orElse(null);
  }

  private static Optional<Cadence> cadence(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "hourly" -> Optional.of(Cadence.HOURLY);
      case "daily" -> Optional.of(Cadence.DAILY);
      case "weekdays", "weekday" -> Optional.of(Cadence.WEEKDAYS);
      case "weekly" -> Optional.of(Cadence.WEEKLY);
      default -> Optional.empty();
    };
  }

  private static Optional<Spot> spot(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "channel" -> Optional.of(Spot.CHANNEL);
      case "thread" -> Optional.of(Spot.THREAD);
      default -> Optional.empty();
    };
  }

  private static final Map<String, DayOfWeek> DAYS = days();

  private static Optional<DayOfWeek> day(String text) {
    return Optional.ofNullable(DAYS.get(text.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, DayOfWeek> days() {
    Map<String, DayOfWeek> days = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.name().toLowerCase(Locale.ROOT);
      days.put(name, day);
      days.put(name.substring(0, 3), day);
    }
    days.put("tues", DayOfWeek.TUESDAY);
    days.put("thur", DayOfWeek.THURSDAY);
    days.put("thurs", DayOfWeek.THURSDAY);
    return days;
  }
}
