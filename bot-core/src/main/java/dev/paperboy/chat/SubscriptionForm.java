package dev.paperboy.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A subscription in the fields of a dialog, on its way to a line of the grammar. What is empty was
 * left out.
 *
 * @param cadence hourly, daily, weekdays, or weekly with its day
 */
public record SubscriptionForm(
    String query,
    String cadence,
    String time,
    String zone,
    String max,
    String quiet,
    String layout) {
  public static final SubscriptionForm NEW =
      new SubscriptionForm("", "weekdays", "09:00", "", "5", "say", "");

  /** A word that would be taken for the schedule if it stood last in the query. */
  private static final Pattern TAIL =
      Pattern.compile(
          "(?i)(?<=^|\\s)(hourly|daily|weekdays|weekly|mon|tue|wed|thu|fri|sat|sun"
              + "|\\d{1,2}:\\d{2}|[a-z_]+/[a-z_/+-]+|utc|gmt|channel|thread)\\s*$");

  /** The rest of a line after {@code subscribe}, {@code edit n} or {@code digest create}. */
  public String tail() {
    return Stream.of(
            asFilter(query),
            cadence,
            cadence.equals("hourly") ? "" : time,
            zone,
            option("max", max),
            option("quiet", quiet),
            option("layout", layout))
        .filter(part -> !part.isBlank())
        .map(String::strip)
        .collect(Collectors.joining(" "));
  }

  /** A query of which no word is taken for the schedule that follows it. */
  public static String asFilter(String query) {
    String filter = query.strip().replaceAll("\\s+", " ");
    Matcher tail = TAIL.matcher(filter);
    return tail.find() ? filter.substring(0, tail.start(1)) + '"' + tail.group(1) + '"' : filter;
  }

  private static String option(String name, String value) {
    return value.isBlank() ? "" : name + ":" + value.strip();
  }
}
