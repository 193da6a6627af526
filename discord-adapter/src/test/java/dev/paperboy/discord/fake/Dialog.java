package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** A dialog on somebody's screen. */
public record Dialog(Interaction opened, JsonNode body) {
  public String title() {
    return Json.text(body, "title");
  }

  /** Its fields by their labels, each with what stands in it. */
  public Map<String, String> fields() {
    Map<String, String> fields = new TreeMap<>();
    for (JsonNode label : body.path("components")) {
      if (label.path("component").isObject()) {
        fields.put(Json.text(label, "label"), filled(label.path("component")));
      }
    }
    return fields;
  }

  static String filled(JsonNode field) {
    for (JsonNode option : field.path("options")) {
      if (option.path("default").asBoolean()) {
        return Json.text(option, "value");
      }
    }
    return Json.text(field, "value");
  }
}
