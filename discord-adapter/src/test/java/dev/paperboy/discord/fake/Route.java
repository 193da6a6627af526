package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A kind of request and what answers it. */
record Route(String method, Pattern path, Handler handler) {
  /** What is given back; without a body for a status that has none. */
  record Answer(int status, @Nullable JsonNode body) {
    static Answer of(JsonNode body) {
      return new Answer(200, body);
    }

    static Answer nothing() {
      return new Answer(204, null);
    }
  }

  /** Called with the world's lock held. */
  interface Handler {
    Answer answer(Request request);
  }

  /**
   * @param kind method and path, with {@code {}} for each part that varies
   */
  static Route of(String kind, Handler handler) {
    String[] parts = kind.split(" ", 2);
    String path = parts[1].replace("{}", "([^/]+)");
    return new Route(parts[0], Pattern.compile(path), handler);
  }

  Optional<Answer> answer(Request request) {
    Matcher matcher = path.matcher(request.path());
    return request.method().equals(method) && matcher.matches()
        ? Optional.of(handler.answer(request.matching(matcher.toMatchResult())))
        : Optional.empty();
  }
}
