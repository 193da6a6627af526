package dev.paperboy.discord;

import dev.paperboy.chat.Zones;
import dev.paperboy.when.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A time and a time zone as people type them into fields of their own. In a line of the grammar a
 * word that is neither would be searched for.
 *
 * @param time such as 09:00; empty where none was typed
 * @param zone the name of a zone; empty where none was typed
 * @param problem what is wrong, with what would be right
 */
record DiscordWhen(String time, String zone, Optional<String> problem) {
  private static final int MOST_ZONES = 1_000;
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?::?(\\d{2}))?\\s*([ap])?\\.?(?:m\\.?)?");

  /** A time, then a zone or a city, each of which may be missing. */
  private static final Pattern BOTH =
      Pattern.compile(
          "\\s*(\\d{1,2}(?::?\\d{2})?(?:\\s*[ap]\\.?m\\.?)?(?=\\s|$))?\\s*(.*?)\\s*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  static DiscordWhen of(String typed) {
    Matcher both = BOTH.matcher(typed);
    return both.matches()
        ? of(both.group(1) == null ? "" : both.group(1), both.group(2))
        : of("", typed);
  }

  static DiscordWhen of(String time, String zone) {
    Optional<String> at = time(time);
    Optional<String> in = zone(zone);
    List<String> problems =
        Stream.of(
                at.isEmpty() ? "“" + time.strip() + "” is no time; say it like 09:00." : "",
                in.isEmpty()
                    ? "There is no time zone “"
                        + zone.strip()
                        + "”; name a city, such as Berlin, or a zone, such as Europe/Berlin."
                    : "")
            .filter(problem -> !problem.isEmpty())
            .toList();
    return new DiscordWhen(
        at.orElse(time.strip()),
        in.orElse(zone.strip()),
        problems.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", problems)));
  }

  /** What is wrong with a date, week or month. */
  static Optional<String> problemOfDate(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    boolean known =
        text.isEmpty()
            || text.equals("today")
            || text.equals("yesterday")
            || Period.looksLike(text.toUpperCase(Locale.ROOT));
    return known
        ? Optional.empty()
        : Optional.of(
            "“"
                + typed.strip()
                + "” is no date; dates are written like 2026-08-12, weeks like 2026-W33, months"
                + " like 2026-08.");
  }

  private static Optional<String> time(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    Matcher time = TIME.matcher(text);
    if (text.isEmpty() || !time.matches()) {
      return text.isEmpty() ? Optional.of("") : Optional.empty();
    }
    int hour = Integer.parseInt(time.group(1));
    int minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
    boolean halves = time.group(3) != null;
    if (halves && (hour < 1 || hour > 12)) {
      return Optional.empty();
    }
    int whole = halves ? hour % 12 + ("p".equals(time.group(3)) ? 12 : 0) : hour;
    return whole > 23 || minute > 59
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "%02d:%02d", whole, minute));
  }

  /** A city is enough where only one zone is named by it. */
  private static Optional<String> zone(String typed) {
    String text = typed.strip().replace(' ', '_');
    if (text.isEmpty()) {
      return Optional.of("");
    }
    Optional<String> exact = Zones.of(text).map(ZoneId::getId);
    if (exact.isPresent()) {
      return exact;
    }
    String city = "/" + text.toLowerCase(Locale.ROOT);
    List<String> found = Zones.completing(text, MOST_ZONES);
    List<String> named =
        found.stream().filter(id -> id.toLowerCase(Locale.ROOT).endsWith(city)).toList();
    List<String> meant = named.isEmpty() ? found : named;
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }
}
