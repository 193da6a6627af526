package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request, read.
 *
 * @param path without the version
 * @param body a missing node where there is none
 * @param files the names of what was uploaded
 * @param parts what the path holds in the places where a route has ids
 */
record Request(
    String method,
    String path,
    Map<String, String> query,
    JsonNode body,
    List<String> files,
    List<String> parts) {
  private static final Pattern VERSION = Pattern.compile("^/api(/v\\d+)?");
  private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");

  static Request of(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    List<String> files = new ArrayList<>();
    JsonNode body = MissingNode.getInstance();
    if (type != null && type.startsWith("multipart/form-data")) {
      body = parts(bytes, type, files);
    } else if (bytes.length > 0) {
      body = Json.read(new String(bytes, StandardCharsets.UTF_8));
    }
    String path = VERSION.matcher(exchange.getRequestURI().getPath()).replaceFirst("");
    return new Request(
        exchange.getRequestMethod(),
        path,
        query(exchange.getRequestURI().getRawQuery()),
        body,
        List.copyOf(files),
        List.of());
  }

  Request matching(MatchResult match) {
    List<String> found = new ArrayList<>();
    for (int i = 1; i <= match.groupCount(); i++) {
      found.add(match.group(i));
    }
    return new Request(method, path, query, body, files, found);
  }

  String part(int index) {
    return parts.get(index);
  }

  long id(int index) {
    return Long.parseLong(parts.get(index));
  }

  long parameter(String name, long otherwise) {
    String value = query.get(name);
    return value == null ? otherwise : Long.parseLong(value);
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new HashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        query.put(
            equals < 0 ? pair : pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static JsonNode parts(byte[] bytes, String type, List<String> files) {
    String boundary = type.replaceFirst(".*boundary=\"?([^\";]+)\"?.*", "$1");
    JsonNode body = MissingNode.getInstance();
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    for (String part : all.split(Pattern.quote("--" + boundary), -1)) {
      int end = part.indexOf("\r\n\r\n");
      if (end < 0) {
        continue;
      }
      String head = part.substring(0, end);
      Matcher file = FILE.matcher(head);
      if (head.contains("name=\"payload_json\"")) {
        String json = part.substring(end + 4).stripTrailing();
        body =
            Json.read(
                new String(json.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
      } else if (file.find()) {
        files.add(file.group(1));
      }
    }
    return body.isMissingNode() ? Json.object() : body;
  }
}
