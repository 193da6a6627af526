package dev.paperboy.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as Discord sends and takes it; the SDK's own model knows only some of the blocks. */
final class DiscordJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private DiscordJson() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** Missing where it is no JSON. */
  static JsonNode parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  static String write(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can always be written", e);
    }
  }

  /** The text at a path such as {@code user.id}; empty where there is none. */
  static String text(JsonNode node, String path) {
    JsonNode at = node;
    for (String name : path.split("\\.", -1)) {
      at = at.path(name);
    }
    return at.isValueNode() && !at.isNull() ? at.asText() : "";
  }
}
