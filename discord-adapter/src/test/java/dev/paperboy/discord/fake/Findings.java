package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with one payload, each with the place where. */
final class Findings {
  private final List<String> problems = new ArrayList<>();
  private final Set<String> customIds = new HashSet<>();

  List<String> problems() {
    return List.copyOf(problems);
  }

  void add(String where, String what) {
    problems.add(where + ": " + what);
  }

  void addAll(List<String> others) {
    problems.addAll(others);
  }

  /** A text that may be missing, of at most so many characters, as Java counts them. */
  int text(JsonNode node, String field, String where, int most) {
    return text(node, field, where, 0, most);
  }

  /** A text of so many characters; 0 at least means that it may be missing. */
  int text(JsonNode node, String field, String where, int least, int most) {
    JsonNode value = node.path(field);
    String at = where.isEmpty() ? field : where + "." + field;
    if (value.isMissingNode() || value.isNull()) {
      if (least > 0) {
        add(at, "missing");
      }
      return 0;
    }
    if (!value.isTextual()) {
      add(at, "no text");
      return 0;
    }
    String text = value.asText();
    if (least > 0 && text.isBlank()) {
      add(at, "blank");
    }
    if (text.length() > most) {
      add(at, text.length() + " characters, of " + most);
    }
    whole(text, at);
    return text.length();
  }

  /** A list of at most so many. */
  List<JsonNode> list(JsonNode node, String field, String where, int most) {
    JsonNode value = node.path(field);
    if (Json.has(node, field) && !value.isArray()) {
      add(where, field + " is no list");
      return List.of();
    }
    if (value.size() > most) {
      add(where.isEmpty() ? field : where + "." + field, value.size() + " of " + most);
    }
    return Json.list(node, field);
  }

  void customId(JsonNode node, String where) {
    int unused = text(node, "custom_id", where, 1, Limits.CUSTOM_ID);
    String id = Json.text(node, "custom_id");
    if (!id.isEmpty() && !customIds.add(id)) {
      add(where, "custom_id \"" + id + "\" twice");
    }
  }

  void address(JsonNode node, String field, String where, int most, boolean attachment) {
    if (Json.has(node, field)) {
      int unused = text(node, field, where, 1, most);
      String address = Json.text(node, field);
      if (!address.matches(attachment ? "(https?|attachment)://\\S+" : "(https?|discord)://\\S+")) {
        add(where, field + " \"" + address + "\" is no address");
      }
    }
  }

  private void whole(String text, String at) {
    if (text.indexOf(0) >= 0) {
      add(at, "holds a character 0");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        add(at, "half a character at " + i);
        return;
      }
    }
  }
}
