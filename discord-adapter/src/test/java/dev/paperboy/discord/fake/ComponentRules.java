package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Buttons, menus, and the layout components of the second version. */
final class ComponentRules {
  static final int ROW = 1;
  static final int BUTTON = 2;
  static final int STRING_SELECT = 3;
  static final int SECTION = 9;
  static final int TEXT_DISPLAY = 10;
  static final int THUMBNAIL = 11;
  static final int GALLERY = 12;
  static final int SEPARATOR = 14;
  static final int CONTAINER = 17;

  private static final int LINK_STYLE = 5;
  private static final Set<Integer> SELECTS = Set.of(STRING_SELECT, 5, 6, 7, 8);

  private ComponentRules() {}

  /** The rows of an ordinary message. */
  static void rows(List<JsonNode> rows, Findings findings) {
    for (int i = 0; i < rows.size(); i++) {
      JsonNode row = rows.get(i);
      if (row.path("type").asInt() == ROW) {
        row(row, "components[" + i + "]", findings);
      } else {
        findings.add("components[" + i + "]", "type " + row.path("type") + " without the flag");
      }
    }
  }

  /** Everything in a message of the second version. */
  static void modern(JsonNode message, Findings findings) {
    int[] sums = new int[2];
    for (JsonNode component : message.path("components")) {
      modern(component, "components", sums, findings);
    }
    if (sums[0] > Limits.V2_COMPONENTS) {
      findings.add("components", sums[0] + " in all, of " + Limits.V2_COMPONENTS);
    }
    if (sums[1] > Limits.V2_CHARACTERS) {
      findings.add("components", sums[1] + " characters, of " + Limits.V2_CHARACTERS);
    }
  }

  private static void modern(JsonNode component, String where, int[] sums, Findings findings) {
    sums[0]++;
    switch (component.path("type").asInt()) {
      case ROW -> {
        sums[0] += component.path("components").size();
        row(component, where + ".row", findings);
      }
      case BUTTON -> button(component, where + ".button", findings);
      case TEXT_DISPLAY ->
          sums[1] += findings.text(component, "content", where + ".text", 1, Limits.V2_CHARACTERS);
      case SECTION -> {
        if (!component.path("accessory").isObject()) {
          findings.add(where, "a section without its accessory");
        } else {
          modern(component.path("accessory"), where + ".accessory", sums, findings);
        }
        for (JsonNode text : findings.list(component, "components", where, 3)) {
          modern(text, where + ".section", sums, findings);
        }
      }
      case CONTAINER -> {
        for (JsonNode child : component.path("components")) {
          modern(child, where + ".container", sums, findings);
        }
      }
      case THUMBNAIL, GALLERY, SEPARATOR, 13 -> {} // the description checks their shape
      default -> findings.add(where, "type " + component.path("type"));
    }
  }

  private static void row(JsonNode row, String where, Findings findings) {
    List<JsonNode> children = findings.list(row, "components", where, Limits.BUTTONS);
    if (children.isEmpty()) {
      findings.add(where, "an empty row");
    }
    for (JsonNode child : children) {
      int type = child.path("type").asInt();
      if (type == BUTTON) {
        button(child, where, findings);
      } else if (SELECTS.contains(type)) {
        if (children.size() > 1) {
          findings.add(where, "a menu needs a row of its own");
        }
        select(child, where, findings);
      } else {
        findings.add(where, "type " + type + " in a row");
      }
    }
  }

  private static void button(JsonNode button, String where, Findings findings) {
    int label = findings.text(button, "label", where, Limits.LABEL);
    if (label == 0 && !button.path("emoji").isObject()) {
      findings.add(where, "a button without a label");
    }
    int style = button.path("style").asInt();
    if (style < 1 || style > 6) {
      findings.add(where, "style " + style);
    }
    if (style == LINK_STYLE) {
      findings.address(button, "url", where, Limits.LINK, false);
      if (!Json.has(button, "url") || Json.has(button, "custom_id")) {
        findings.add(where, "a link has an address and no custom_id");
      }
    } else {
      findings.customId(button, where);
    }
  }

  static void select(JsonNode select, String where, Findings findings) {
    findings.customId(select, where);
    int unused = findings.text(select, "placeholder", where, Limits.PLACEHOLDER);
    if (select.path("type").asInt() != STRING_SELECT) {
      return;
    }
    List<JsonNode> options = findings.list(select, "options", where, Limits.OPTIONS);
    if (options.isEmpty()) {
      findings.add(where, "a menu without options");
    }
    Set<String> values = new HashSet<>();
    int chosen = 0;
    for (JsonNode option : options) {
      int label = findings.text(option, "label", where, 1, Limits.OPTION_TEXT);
      int value = findings.text(option, "value", where, 1, Limits.OPTION_TEXT);
      int about = findings.text(option, "description", where, Limits.OPTION_TEXT);
      if (label + value + about > 0 && !values.add(Json.text(option, "value"))) {
        findings.add(where, "value \"" + Json.text(option, "value") + "\" twice");
      }
      chosen += option.path("default").asBoolean() ? 1 : 0;
    }
    int least = select.path("min_values").asInt(1);
    int most = select.path("max_values").asInt(1);
    if (least > most || most > Math.max(1, options.size()) || chosen > most) {
      findings.add(
          where, "of %d options %d to %d, %d chosen".formatted(values.size(), least, most, chosen));
    }
  }
}
