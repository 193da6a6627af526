package dev.paperboy.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The few blocks and elements of Block Kit that are used, with their limits in characters. */
final class SlackBlocks {
  static final int HEADER = 150;
  static final int SECTION = 3_000;
  static final int LABEL = 75;
  static final int VALUE = 2_000;
  static final int ALT = 2_000;
  static final int PER_ACTIONS = 25;

  private SlackBlocks() {}

  static ObjectNode header(String text) {
    return block("header").set("text", plain(SlackText.plain(text, HEADER)));
  }

  static ObjectNode divider() {
    return block("divider");
  }

  static ObjectNode section(String mrkdwn) {
    return block("section").set("text", mrkdwn(mrkdwn));
  }

  static ObjectNode section(String mrkdwn, @Nullable ObjectNode accessory) {
    ObjectNode section = section(mrkdwn);
    if (accessory != null) {
      section.set("accessory", accessory);
    }
    return section;
  }

  static ObjectNode context(String mrkdwn) {
    return block("context").set("elements", SlackJson.array().add(mrkdwn(mrkdwn)));
  }

  static ObjectNode actions(List<ObjectNode> elements) {
    ArrayNode array = SlackJson.array();
    elements.stream().limit(PER_ACTIONS).forEach(array::add);
    return block("actions").set("elements", array);
  }

  static ObjectNode image(String address, String inWords) {
    return block("image").put("image_url", address).put("alt_text", alt(inWords));
  }

  /** The picture beside a section. */
  static ObjectNode picture(String address, String inWords) {
    return block("image").put("image_url", address).put("alt_text", alt(inWords));
  }

  static ObjectNode button(String label, String actionId, String value) {
    ObjectNode button = block("button");
    button.set("text", block("plain_text").put("text", label(label)));
    return button.put("action_id", actionId).put("value", value);
  }

  static ObjectNode option(String label, String value) {
    ObjectNode option = SlackJson.object();
    option.set("text", plain(label(label)));
    return option.put("value", value);
  }

  /** A text box of a view; its block's id is the field's name, where errors are shown. */
  static ObjectNode input(String id, String label, @Nullable String hint, ObjectNode element) {
    ObjectNode input = block("input").put("block_id", id);
    input.set("label", plain(SlackText.plain(label, 2_000)));
    input.set("element", element.put("action_id", id));
    if (hint != null) {
      input.set("hint", plain(SlackText.plain(hint, 2_000)));
    }
    return input;
  }

  static ObjectNode textInput(String initial, String placeholder) {
    ObjectNode element = block("plain_text_input");
    if (!initial.isEmpty()) {
      element.put("initial_value", SlackText.plain(initial, 3_000));
    }
    element.set("placeholder", plain(SlackText.plain(placeholder, 150)));
    return element.put("max_length", 1_000);
  }

  static ObjectNode select(List<ObjectNode> options, @Nullable String chosen) {
    ObjectNode element = block("static_select");
    ArrayNode array = SlackJson.array();
    options.forEach(array::add);
    element.set("options", array);
    options.stream()
        .filter(option -> SlackJson.text(option, "value").equals(chosen))
        .findFirst()
        .ifPresent(option -> element.set("initial_option", option.deepCopy()));
    return element;
  }

  static ObjectNode plain(String text) {
    return block("plain_text").put("text", text.isBlank() ? "–" : text).put("emoji", false);
  }

  static ObjectNode mrkdwn(String text) {
    // verbatim: else names in plain text would be looked up, and mentioned
    return block("mrkdwn").put("text", text.isBlank() ? "–" : text).put("verbatim", true);
  }

  private static ObjectNode block(String type) {
    return SlackJson.object().put("type", type);
  }

  private static String label(String text) {
    String label = SlackText.plain(text, LABEL);
    return label.isBlank() ? "–" : label;
  }

  private static String alt(String inWords) {
    String text = SlackText.plain(inWords, ALT);
    return text.isBlank() ? "a picture" : text;
  }
}
