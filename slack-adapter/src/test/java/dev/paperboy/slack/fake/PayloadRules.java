package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.slack.fake.BlockRules.Surface;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with a message or a view: the limits, and the official schema where it is given.
 */
public final class PayloadRules {
  private PayloadRules() {}

  /** A message as it is posted: {@code text}, {@code blocks} and {@code metadata}. */
  public static List<String> message(JsonNode message) {
    List<String> problems = new ArrayList<>();
    String text = message.path("text").asText("");
    if (text.isBlank()) {
      problems.add("text: missing; it is what notifications and screen readers say");
    }
    if (text.length() > Limits.MESSAGE_TEXT) {
      problems.add("text: " + text.length() + " characters, of " + Limits.MESSAGE_TEXT);
    }
    TextRules.characters("text", text, problems);
    if (message.path("mrkdwn").asBoolean(true)) {
      TextRules.markup("text", text, problems);
    }
    if (message.has("blocks")) {
      blocks(message.path("blocks"), Surface.MESSAGE, problems);
    }
    if (message.has("metadata")) {
      JsonNode metadata = message.path("metadata");
      if (metadata.path("event_type").asText("").isEmpty()
          || !metadata.path("event_payload").isObject()) {
        problems.add("metadata: needs event_type and event_payload");
      }
    }
    return problems;
  }

  /** A modal or a Home tab. */
  public static List<String> view(JsonNode view) {
    List<String> problems = new ArrayList<>();
    String type = view.path("type").asText();
    Surface surface = type.equals("home") ? Surface.HOME : Surface.MODAL;
    if (!type.equals("home") && !type.equals("modal")) {
      problems.add("view: type \"" + type + "\"");
    }
    if (surface == Surface.MODAL) {
      for (String part : List.of("title", "submit", "close")) {
        JsonNode text = view.path(part);
        if (text.isMissingNode()) {
          if (part.equals("title")) {
            problems.add("view: a modal needs a title");
          }
          continue;
        }
        String words = text.path("text").asText();
        if (!text.path("type").asText().equals("plain_text")
            || words.isBlank()
            || words.length() > Limits.most("view." + part)) {
          problems.add("view." + part + ": \"" + words + "\" of 1 to 24 plain characters");
        }
      }
      boolean asks = false;
      for (JsonNode block : view.path("blocks")) {
        asks |= block.path("type").asText().equals("input");
      }
      if (asks && view.path("submit").isMissingNode()) {
        problems.add("view: an input needs a submit button");
      }
    }
    for (String id : List.of("callback_id", "private_metadata")) {
      if (view.path(id).asText("").length() > Limits.most(id)) {
        problems.add("view." + id + ": " + view.path(id).asText().length() + " characters");
      }
    }
    blocks(view.path("blocks"), surface, problems);
    return problems;
  }

  private static void blocks(JsonNode blocks, Surface surface, List<String> problems) {
    problems.addAll(BlockRules.problems(blocks, surface));
    problems.addAll(OfficialSchema.problems(blocks));
  }
}
