package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds blocks against the published limits, whatever the schema says. */
final class BlockRules {
  /** Where the blocks will stand. */
  enum Surface {
    MESSAGE,
    MODAL,
    HOME
  }

  private static final Set<String> SELECTS =
      Set.of(
          "static_select",
          "external_select",
          "users_select",
          "conversations_select",
          "channels_select",
          "multi_static_select",
          "multi_external_select");
  private static final Set<String> OTHER_INPUTS =
      Set.of("datepicker", "timepicker", "email_text_input", "url_text_input", "number_input");

  private final Surface surface;
  private final List<String> problems = new ArrayList<>();
  private final Set<String> actionIds = new HashSet<>();
  private final Set<String> blockIds = new HashSet<>();

  private BlockRules(Surface surface) {
    this.surface = surface;
  }

  /** What is wrong with these blocks; empty where nothing is. */
  static List<String> problems(JsonNode blocks, Surface surface) {
    BlockRules rules = new BlockRules(surface);
    rules.check(blocks);
    return rules.problems;
  }

  private void check(JsonNode blocks) {
    if (!blocks.isArray()) {
      problems.add("blocks: not a list");
      return;
    }
    int most = surface == Surface.MESSAGE ? Limits.BLOCKS : Limits.VIEW_BLOCKS;
    if (blocks.isEmpty() || blocks.size() > most) {
      problems.add("blocks: " + blocks.size() + " of 1 to " + most);
    }
    int length = Json.write(blocks).length();
    if (surface == Surface.MESSAGE && length > Limits.BLOCKS_JSON) {
      problems.add("blocks: " + length + " characters in all, of " + Limits.BLOCKS_JSON);
    }
    for (int i = 0; i < blocks.size(); i++) {
      block("blocks[" + i + "]", blocks.get(i));
    }
  }

  private void block(String where, JsonNode block) {
    String type = block.path("type").asText();
    id(where + ".block_id", block.path("block_id"), "block_id", blockIds);
    switch (type) {
      case "header" -> text(where, block.path("text"), "header.text", true);
      case "section" -> section(where, block);
      case "context" -> context(where, block);
      case "actions" -> {
        count(where + ".elements", block.path("elements"), 1, Limits.most("actions.elements"));
        each(where, block.path("elements"), this::element);
      }
      case "divider" -> {}
      case "image" -> image(where, block);
      case "input" -> {
        text(where + ".label", block.path("label"), "input.label", true);
        optional(where + ".hint", block.path("hint"), "input.hint", true);
        element(where + ".element", block.path("element"));
      }
      case "markdown" -> {
        if (surface != Surface.MESSAGE) {
          problems.add(where + ": a markdown block stands in messages only");
        }
        string(where + ".text", block.path("text"), 1, Limits.most("markdown.text"));
      }
      case "rich_text" -> count(where + ".elements", block.path("elements"), 1, 100);
      default -> problems.add(where + ": block type \"" + type + "\" is not known here");
    }
    if (type.equals("input")
        && surface == Surface.HOME
        && !block.path("dispatch_action").asBoolean()) {
      problems.add(where + ": an input on the Home tab is never submitted without dispatch_action");
    }
  }

  private void section(String where, JsonNode block) {
    JsonNode fields = block.path("fields");
    if (block.path("text").isMissingNode() && fields.isMissingNode()) {
      problems.add(where + ": a section needs text or fields");
    }
    optional(where, block.path("text"), "text", false);
    if (!fields.isMissingNode()) {
      count(where + ".fields", fields, 1, Limits.most("section.fields"));
      each(where, fields, (at, field) -> text(at, field, "section.field", false));
    }
    if (!block.path("accessory").isMissingNode()) {
      element(where + ".accessory", block.path("accessory"));
    }
  }

  private void context(String where, JsonNode block) {
    count(where + ".elements", block.path("elements"), 1, Limits.most("context.elements"));
    each(
        where,
        block.path("elements"),
        (at, element) -> {
          if (element.path("type").asText().equals("image")) {
            image(at, element);
          } else {
            text(at, element, "text", false);
          }
        });
  }

  private void element(String where, JsonNode element) {
    String type = element.path("type").asText();
    if (type.equals("image")) {
      image(where, element);
      return;
    }
    if (!element.path("action_id").isTextual()) {
      problems.add(where + ": an element needs an action_id");
    }
    id(where + ".action_id", element.path("action_id"), "action_id", actionIds);
    if (!element.path("confirm").isMissingNode()) {
      confirmation(where + ".confirm", element.path("confirm"));
    }
    if (SELECTS.contains(type) || type.equals("plain_text_input") || OTHER_INPUTS.contains(type)) {
      optional(where + ".placeholder", element.path("placeholder"), "select.placeholder", true);
    }
    switch (type) {
      case "button" -> button(where, element);
      case "static_select", "multi_static_select" -> {
        if (element.path("option_groups").isMissingNode()) {
          options(where, element, 1, Limits.most("select.options"));
        }
      }
      case "overflow" -> options(where, element, 1, Limits.most("overflow.options"));
      case "checkboxes" -> options(where, element, 1, Limits.most("checkboxes.options"));
      case "radio_buttons" -> options(where, element, 1, Limits.most("radio_buttons.options"));
      case "plain_text_input" -> {
        int most = element.path("max_length").asInt(1);
        if (most < 1 || most > Limits.most("plain_text_input.max_length")) {
          problems.add(where + ".max_length: " + most);
        }
        String initial = element.path("initial_value").asText("");
        if (element.has("max_length") && initial.length() > most) {
          problems.add(where + ".initial_value: longer than its own max_length");
        }
        TextRules.characters(where + ".initial_value", initial, problems);
      }
      default -> {
        if (!SELECTS.contains(type) && !OTHER_INPUTS.contains(type)) {
          problems.add(where + ": element type \"" + type + "\" is not known here");
        }
      }
    }
  }

  private void button(String where, JsonNode button) {
    text(where + ".text", button.path("text"), "button.text", true);
    if (button.has("value")) {
      string(where + ".value", button.path("value"), 0, Limits.most("button.value"));
    }
    if (button.has("url")) {
      address(where + ".url", button.path("url"), Limits.most("button.url"));
    }
    String style = button.path("style").asText("primary");
    if (!style.equals("primary") && !style.equals("danger")) {
      problems.add(where + ".style: " + style);
    }
  }

  private void options(String where, JsonNode element, int least, int most) {
    JsonNode options = element.path("options");
    count(where + ".options", options, least, most);
    each(
        where + ".options",
        options,
        (at, option) -> {
          text(at + ".text", option.path("text"), "option.text", false);
          optional(at + ".description", option.path("description"), "option.description", false);
          string(at + ".value", option.path("value"), 1, Limits.most("option.value"));
          if (option.has("url")) {
            address(at + ".url", option.path("url"), Limits.most("option.url"));
          }
        });
    JsonNode initial = element.path("initial_option");
    if (!initial.isMissingNode()) {
      boolean among = false;
      for (JsonNode option : options) {
        among |= option.equals(initial);
      }
      if (!among) {
        problems.add(where + ".initial_option: not one of the options");
      }
    }
  }

  private void confirmation(String where, JsonNode confirm) {
    text(where + ".title", confirm.path("title"), "confirmation.title", true);
    text(where + ".text", confirm.path("text"), "confirmation.text", false);
    optional(where + ".confirm", confirm.path("confirm"), "confirmation.confirm", true);
    optional(where + ".deny", confirm.path("deny"), "confirmation.deny", true);
  }

  private void image(String where, JsonNode image) {
    address(where + ".image_url", image.path("image_url"), Limits.most("image.image_url"));
    string(where + ".alt_text", image.path("alt_text"), 1, Limits.most("image.alt_text"));
  }

  private void optional(String where, JsonNode text, String limit, boolean plainOnly) {
    if (!text.isMissingNode()) {
      text(where, text, limit, plainOnly);
    }
  }

  private void text(String where, JsonNode text, String limit, boolean plainOnly) {
    String type = text.path("type").asText();
    boolean markup = type.equals("mrkdwn");
    if (!markup && !type.equals("plain_text")) {
      problems.add(where + ": not a text object: " + type);
      return;
    }
    if (markup && plainOnly) {
      problems.add(where + ": must be plain_text");
    }
    string(where + ".text", text.path("text"), 1, Limits.most(limit));
    if (text.path("text").asText().isBlank()) {
      problems.add(where + ": blank text");
    }
    if (markup) {
      TextRules.markup(where, text.path("text").asText(), problems);
    }
  }

  private void string(String where, JsonNode value, int least, int most) {
    if (!value.isTextual()) {
      problems.add(where + ": no text");
      return;
    }
    String text = value.asText();
    if (text.length() < least || text.length() > most) {
      problems.add(where + ": " + text.length() + " characters, of " + least + " to " + most);
    }
    TextRules.characters(where, text, problems);
  }

  private void address(String where, JsonNode value, int most) {
    string(where, value, 1, most);
    String text = value.asText();
    if (!text.matches("https?://[^\\s<>\"|]+")) {
      problems.add(where + ": not an address: " + text);
    }
  }

  private void id(String where, JsonNode value, String limit, Set<String> seen) {
    if (value.isMissingNode()) {
      return;
    }
    string(where, value, 1, Limits.most(limit));
    if (!seen.add(value.asText())) {
      problems.add(where + ": \"" + value.asText() + "\" stands twice");
    }
  }

  private void count(String where, JsonNode list, int least, int most) {
    if (!list.isArray() || list.size() < least || list.size() > most) {
      problems.add(where + ": " + list.size() + " items, of " + least + " to " + most);
    }
  }

  private interface Check {
    void at(String where, JsonNode node);
  }

  private static void each(String where, JsonNode list, Check check) {
    for (int i = 0; i < list.size(); i++) {
      check.at(where + "[" + i + "]", list.get(i));
    }
  }
}
