package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as somebody sees it.
 *
 * @param byBot whether the app wrote it
 * @param onlyFor the name of the one person who sees it; null where all do
 * @param body all of it, as Discord gives it out
 * @param nanos when it came, on the machine's steady clock
 */
public record Posted(
    String id,
    Channel channel,
    boolean byBot,
    @Nullable String onlyFor,
    JsonNode body,
    long nanos) {
  private static final List<String> TEXTS =
      List.of("content", "title", "description", "name", "value", "text", "label", "placeholder");

  public String content() {
    return Json.text(body, "content");
  }

  /** Every word of it that can be read, a line each. */
  public String everything() {
    List<String> words = new ArrayList<>();
    collect(body.path("content"), "content", words);
    collect(body.path("embeds"), "embeds", words);
    collect(body.path("components"), "components", words);
    body.path("attachments").forEach(file -> words.add(Json.text(file, "filename")));
    return String.join("\n", words);
  }

  /** The labels of its buttons, and what stands in its menus. */
  public List<String> ways() {
    List<String> ways = new ArrayList<>();
    for (JsonNode component : components()) {
      if (component.has("label")) {
        ways.add(Json.text(component, "label"));
      }
      for (JsonNode option : component.path("options")) {
        ways.add(Json.text(option, "label"));
      }
    }
    return ways;
  }

  /** All buttons and menus, out of their rows. */
  List<JsonNode> components() {
    List<JsonNode> found = new ArrayList<>();
    flatten(body.path("components"), found);
    return found;
  }

  private static void flatten(JsonNode components, List<JsonNode> found) {
    for (JsonNode component : components) {
      found.add(component);
      flatten(component.path("components"), found);
      if (component.path("accessory").isObject()) {
        found.add(component.path("accessory"));
      }
    }
  }

  private static void collect(JsonNode node, String field, List<String> words) {
    if (node.isTextual()) {
      if (TEXTS.contains(field)) {
        words.add(node.asText());
      }
    } else if (node.isArray()) {
      node.forEach(child -> collect(child, field, words));
    } else {
      node.properties().forEach(child -> collect(child.getValue(), child.getKey(), words));
    }
  }
}
