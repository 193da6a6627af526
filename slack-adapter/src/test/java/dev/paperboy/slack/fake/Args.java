package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, from a form or from JSON. */
record Args(Map<String, String> all) {
  static Args of(HttpExchange exchange, String body) {
    Map<String, String> all = new TreeMap<>();
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null && type.startsWith("application/json")) {
      Json.read(body)
          .properties()
          .forEach(field ->
              all.put(
                  field.getKey(),
                  field.getValue().isTextual()
                      ? field.getValue().asText()
                      : Json.write(field.getValue())));
    } else {
      form(body, all);
    }
    form(exchange.getRequestURI().getRawQuery(), all);
    return new Args(all);
  }

  static void form(@Nullable String text, Map<String, String> into) {
    for (String pair : (text == null ? "" : text).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        into.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
  }

  boolean has(String name) {
    return !text(name).isEmpty();
  }

  String text(String name) {
    return all.getOrDefault(name, "");
  }

  String required(String name) {
    if (!has(name)) {
      throw new ApiError("invalid_arguments");
    }
    return text(name);
  }

  boolean flag(String name) {
    return text(name).equals("1") || text(name).equals("true");
  }

  JsonNode json(String name, String errorWhereBroken) {
    JsonNode node = Json.read(required(name));
    if (node.isMissingNode()) {
      throw new ApiError(errorWhereBroken);
    }
    return node;
  }
}
