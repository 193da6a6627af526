package dev.paperboy.slack.fake;

import java.util.Map;

/** The platform's published limits, by the names of its own reference. */
final class Limits {
  static final int BLOCKS = 50;
  static final int VIEW_BLOCKS = 100;

  /** Not published; above it messages came back as too long. */
  static final int BLOCKS_JSON = 13_200;

  static final int MESSAGE_TEXT = 40_000;

  /** Characters of texts, items of lists. */
  static final Map<String, Integer> MOST =
      Map.ofEntries(
          Map.entry("text", 3_000),
          Map.entry("action_id", 255),
          Map.entry("block_id", 255),
          Map.entry("callback_id", 255),
          Map.entry("private_metadata", 3_000),
          Map.entry("button.text", 75),
          Map.entry("button.url", 3_000),
          Map.entry("button.value", 2_000),
          Map.entry("confirmation.title", 100),
          Map.entry("confirmation.text", 300),
          Map.entry("confirmation.confirm", 30),
          Map.entry("confirmation.deny", 30),
          Map.entry("option.text", 75),
          Map.entry("option.value", 150),
          Map.entry("option.description", 75),
          Map.entry("option.url", 3_000),
          Map.entry("select.placeholder", 150),
          Map.entry("select.options", 100),
          Map.entry("overflow.options", 5),
          Map.entry("checkboxes.options", 10),
          Map.entry("radio_buttons.options", 10),
          Map.entry("plain_text_input.max_length", 3_000),
          Map.entry("actions.elements", 25),
          Map.entry("context.elements", 10),
          Map.entry("header.text", 150),
          Map.entry("image.image_url", 3_000),
          Map.entry("image.alt_text", 2_000),
          Map.entry("input.label", 2_000),
          Map.entry("input.hint", 2_000),
          Map.entry("markdown.text", 12_000),
          Map.entry("section.fields", 10),
          Map.entry("section.field", 2_000),
          Map.entry("view.title", 24),
          Map.entry("view.close", 24),
          Map.entry("view.submit", 24));

  private Limits() {}

  static int most(String name) {
    Integer most = MOST.get(name);
    if (most == null) {
      throw new IllegalArgumentException("no such limit: " + name);
    }
    return most;
  }
}
