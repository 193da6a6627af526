package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The dialogs as Slack takes them. */
final class SlackViews {
  static final String SUBSCRIPTION = "subscription";
  static final String SETTINGS = "settings";
  static final String SEARCH = "search";
  static final String RESULT = "result";

  static final int MOST_BLOCKS = 100;
  private static final int TITLE = 24;

  private SlackViews() {}

  /**
   * The dialog of a subscription.
   *
   * @param words the line that it completes: {@code subscribe}, {@code edit 3}, {@code digest
   *     create}, {@code digest edit 3}
   */
  static ObjectNode subscription(SlackWhere where, String words, SlackForm form) {
    boolean edits = words.contains("edit");
    boolean shared = words.startsWith("digest");
    ArrayNode blocks = SlackJson.array();
    blocks.add(
        SlackBlocks.context(
            shared
                ? "A digest for this channel: everyone here sees it."
                : "A digest for you alone, in your direct messages with Paperboy."));
    blocks.add(
        optional(
            SlackBlocks.input(
                SlackForm.QUERY,
                "Which papers?",
                "Each word is required; - leaves out, a comma means or. Empty for all.",
                SlackBlocks.textInput(form.query(), "agents, 4d -video upvotes:>=20"))));
    blocks.add(
        SlackBlocks.input(
            SlackForm.CADENCE, "How often?", null, SlackBlocks.select(cadences(), form.cadence())));
    ObjectNode time = SlackJson.object().put("type", "timepicker").put("initial_time", form.time());
    blocks.add(SlackBlocks.input(SlackForm.TIME, "At what time?", "Not for hourly.", time));
    blocks.add(SlackBlocks.input(SlackForm.ZONE, "In which time zone?", null, zone(form.zone())));
    blocks.add(
        SlackBlocks.input(
            SlackForm.MAX,
            "How many papers at most?",
            null,
            SlackBlocks.select(numbers(), form.max())));
    blocks.add(
        SlackBlocks.input(
            SlackForm.QUIET,
            "On a day without papers?",
            null,
            SlackBlocks.select(
                List.of(
                    SlackBlocks.option("Say so, and why", "say"),
                    SlackBlocks.option("Stay silent", "silent")),
                form.quiet())));
    blocks.add(
        SlackBlocks.input(
            SlackForm.LAYOUT, "Layout", null, SlackBlocks.select(layouts(), form.layout())));
    return modal(SUBSCRIPTION, edits ? "Edit digest" : "New digest", blocks)
        .put("private_metadata", remember(where, words))
        .set("submit", SlackBlocks.plain(edits ? "Save" : "Subscribe"));
  }

  static ObjectNode settings(SlackWhere where, String zone, String layout) {
    ArrayNode blocks = SlackJson.array();
    blocks.add(SlackBlocks.input(SlackForm.ZONE, "Your time zone", null, zone(zone)));
    blocks.add(
        SlackBlocks.input(
            SlackForm.LAYOUT,
            "Layout of your answers",
            "Plain is for screen readers: all words, no signs.",
            SlackBlocks.select(layouts(), layout)));
    return modal(SETTINGS, "Settings", blocks)
        .put("private_metadata", remember(where, "settings"))
        .set("submit", SlackBlocks.plain("Save"));
  }

  static ObjectNode search(SlackWhere where, String query) {
    ArrayNode blocks = SlackJson.array();
    blocks.add(
        SlackBlocks.input(
            SlackForm.QUERY,
            "What are you looking for?",
            "A whole sentence may be asked; quotes and - filter.",
            SlackBlocks.textInput(query, "how do agents remember")));
    return modal(SEARCH, "Search papers", blocks)
        .put("private_metadata", remember(where, "search"))
        .set("submit", SlackBlocks.plain("Search"));
  }

  /** Something to read, without anything to send. */
  static ObjectNode result(SlackWhere where, String title, ArrayNode content) {
    ArrayNode blocks = SlackJson.array();
    for (JsonNode block : content) {
      if (blocks.size() < MOST_BLOCKS) {
        blocks.add(block);
      }
    }
    return modal(RESULT, title, blocks).put("private_metadata", remember(where, ""));
  }

  static ObjectNode words(SlackWhere where, String title, String sentence) {
    return result(
        where,
        title,
        SlackJson.array().add(SlackBlocks.section(SlackText.escaped(sentence, 2_900))));
  }

  /** Where a dialog was opened, and which line it completes. */
  static String remember(SlackWhere where, String words) {
    ObjectNode memory = SlackJson.object();
    memory.put("channel", where.channel()).put("direct", where.direct()).put("words", words);
    if (where.thread() != null) {
      memory.put("thread", where.thread());
    }
    return SlackJson.write(memory);
  }

  private static ObjectNode modal(String callback, String title, ArrayNode blocks) {
    ObjectNode view = SlackJson.object().put("type", "modal").put("callback_id", callback);
    view.set("title", SlackBlocks.plain(SlackText.plain(title, TITLE)));
    view.set("close", SlackBlocks.plain("Close"));
    return view.set("blocks", blocks);
  }

  private static ObjectNode optional(ObjectNode input) {
    return input.put("optional", true);
  }

  private static ObjectNode zone(String chosen) {
    ObjectNode element = SlackJson.object().put("type", "external_select");
    element.set("placeholder", SlackBlocks.plain("Type a city, such as Berlin"));
    if (!chosen.isEmpty()) {
      element.set("initial_option", SlackBlocks.option(chosen, chosen));
    }
    return element.put("min_query_length", 1);
  }

  private static List<ObjectNode> cadences() {
    List<ObjectNode> options = new ArrayList<>();
    options.add(SlackBlocks.option("Monday to Friday", "weekdays"));
    options.add(SlackBlocks.option("Every day", "daily"));
    for (String day :
        List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")) {
      options.add(
          SlackBlocks.option(
              "Every " + day, "weekly " + day.substring(0, 3).toLowerCase(Locale.ROOT)));
    }
    options.add(SlackBlocks.option("As papers appear, hourly at most", "hourly"));
    return options;
  }

  private static List<ObjectNode> numbers() {
    return IntStream.rangeClosed(1, 20)
        .mapToObj(number -> SlackBlocks.option(Integer.toString(number), Integer.toString(number)))
        .toList();
  }

  private static List<ObjectNode> layouts() {
    return List.of(
        SlackBlocks.option("Cards", "cards"),
        SlackBlocks.option("Compact", "compact"),
        SlackBlocks.option("Plain, for screen readers", "plain"));
  }

  /** The rows that an answer about subscriptions carries as data. */
  static List<java.util.Map<?, ?>> rows(java.util.Map<String, Object> fields) {
    List<java.util.Map<?, ?>> rows = new ArrayList<>();
    for (Object value : fields.values()) {
      if (value instanceof List<?> list) {
        for (Object row : list) {
          if (row instanceof java.util.Map<?, ?> map && map.containsKey("number")) {
            rows.add(map);
          }
        }
      }
    }
    return rows;
  }

  static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
