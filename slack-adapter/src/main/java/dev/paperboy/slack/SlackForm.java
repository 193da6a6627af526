package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.chat.SubscriptionForm;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
    return new SubscriptionForm(
            query.isBlank() ? EVERYTHING : query, cadence, time, zone, max, quiet, layout)
        .tail();
  }

  static String text(Map<?, ?> row, String key, String otherwise) {
    Object value = row.get(key);
    return value == null || value.toString().isBlank() ? otherwise : value.toString();
  }
}
