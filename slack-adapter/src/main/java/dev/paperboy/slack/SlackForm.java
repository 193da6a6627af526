package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the dialog of a subscription holds, on its way from a stored subscription to the fields and
 * from the fields to a line of the grammar.
 *
 * @param cadence hourly, daily, weekdays, or weekly with its day
 */
record SlackForm(
    String query,
    String cadence,
    String time,
    String zone,
    String max,
    String quiet,
    String layout) {
  static final String QUERY = "query";
  static final String CADENCE = "cadence";
  static final String TIME = "time";
  static final String ZONE = "zone";
  static final String MAX = "max";
  static final String QUIET = "quiet";
  static final String LAYOUT = "layout";

  /** A field left empty means every paper, also where a filter stood before. */
  private static final String EVERYTHING = "*";

  static final SlackForm NEW = new SlackForm("", "weekdays", "09:00", "", "5", "say", "cards");

  /** A word that would be taken for the schedule if it stood last in the query. */
  private static final Pattern TAIL =
      Pattern.compile(
          "(?i)(?<=^|\\s)(hourly|daily|weekdays|weekly|mon|tue|wed|thu|fri|sat|sun"
              + "|\\d{1,2}:\\d{2}|[a-z_]+/[a-z_/+-]+|utc|gmt)\\s*$");

  /** Of a row of {@code subscriptions} or {@code digest list}. */
  static SlackForm of(Map<?, ?> row) {
    String cadence = text(row, CADENCE, NEW.cadence()).toLowerCase(Locale.ROOT);
    String day = text(row, "day", "").toLowerCase(Locale.ROOT);
    String time = text(row, TIME, NEW.time());
    return new SlackForm(
        text(row, QUERY, ""),
        cadence.equals("weekly") && day.length() >= 3 ? "weekly " + day.substring(0, 3) : cadence,
        time.length() > 5 ? time.substring(0, 5) : time,
        text(row, ZONE, ""),
        text(row, MAX, NEW.max()),
        text(row, QUIET, NEW.quiet()).toLowerCase(Locale.ROOT),
        text(row, LAYOUT, NEW.layout()).toLowerCase(Locale.ROOT));
  }

  /** Of a dialog that was sent. */
  static SlackForm of(JsonNode values) {
    return new SlackForm(
        value(values, QUERY).strip(),
        value(values, CADENCE),
        value(values, TIME),
        value(values, ZONE),
        value(values, MAX),
        value(values, QUIET),
        value(values, LAYOUT));
  }

  /** What a person entered in the field of that name; empty where nothing. */
  static String value(JsonNode values, String field) {
    JsonNode element = values.path(field).path(field);
    for (String path : List.of("value", "selected_time", "selected_option.value")) {
      String found = SlackJson.text(element, path);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  SlackForm in(String otherZone) {
    return new SlackForm(query, cadence, time, otherZone, max, quiet, layout);
  }

  /** The rest of a line after {@code subscribe}, {@code edit n} or {@code digest create}. */
  String tail() {
    Matcher tail = TAIL.matcher(query);
    String filter = query.isBlank() ? EVERYTHING : query.strip();
    if (tail.find()) {
      filter = query.substring(0, tail.start(1)) + '"' + tail.group(1) + '"';
    }
    return String.join(
            " ",
            filter,
            cadence,
            cadence.equals("hourly") ? "" : time,
            zone,
            max.isEmpty() ? "" : "max:" + max,
            quiet.isEmpty() ? "" : "quiet:" + quiet,
            layout.isEmpty() ? "" : "layout:" + layout)
        .replaceAll("\\s+", " ")
        .strip();
  }

  static String text(Map<?, ?> row, String key, String otherwise) {
    Object value = row.get(key);
    return value == null || value.toString().isBlank() ? otherwise : value.toString();
  }
}
