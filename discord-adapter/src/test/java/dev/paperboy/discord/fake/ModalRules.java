package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Dialogs. */
final class ModalRules {
  static final int TEXT_INPUT = 4;
  static final int LABEL = 18;

  private ModalRules() {}

  static void modal(JsonNode modal, Findings findings) {
    int title = findings.text(modal, "title", "", 1, Limits.MODAL_TITLE);
    findings.customId(modal, "modal");
    List<JsonNode> components = findings.list(modal, "components", "", Limits.MODAL_COMPONENTS);
    if (title > 0 && components.isEmpty()) {
      findings.add("components", "an empty dialog");
    }
    for (int i = 0; i < components.size(); i++) {
      JsonNode component = components.get(i);
      String where = "components[" + i + "]";
      switch (component.path("type").asInt()) {
        case LABEL -> {
          int label = findings.text(component, "label", where, 1, Limits.MODAL_LABEL);
          int about = findings.text(component, "description", where, Limits.MODAL_DESCRIPTION);
          if (label + about > 0) {
            field(component.path("component"), where + ".component", findings);
          }
        }
        case ComponentRules.TEXT_DISPLAY -> {
          int unused = findings.text(component, "content", where, 1, Limits.CONTENT);
        }
        case ComponentRules.ROW ->
            findings.add(where, "fields in rows are of old, a label holds one now");
        default -> findings.add(where, "type " + component.path("type") + " in a dialog");
      }
    }
  }

  private static void field(JsonNode field, String where, Findings findings) {
    int type = field.path("type").asInt();
    if (type != TEXT_INPUT) {
      ComponentRules.select(field, where, findings);
      return;
    }
    findings.customId(field, where);
    int unused = findings.text(field, "placeholder", where, Limits.INPUT_PLACEHOLDER);
    int style = field.path("style").asInt();
    if (style != 1 && style != 2) {
      findings.add(where, "style " + style);
    }
    int least = field.path("min_length").asInt(0);
    int most = field.path("max_length").asInt(Limits.TEXT_INPUT);
    if (least < 0 || most < 1 || most > Limits.TEXT_INPUT || least > most) {
      findings.add(where, "from " + least + " to " + most + " characters");
    }
    int value = findings.text(field, "value", where, Limits.TEXT_INPUT);
    if (value > 0 && (value > most || value < least)) {
      findings.add(where, "filled with " + value + " characters, of " + least + " to " + most);
    }
  }
}
