package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An answer that says what was wrong, by Discord's own number. */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;
  private final transient List<String> problems;

  ApiError(int status, int code, String message) {
    this(status, code, message, List.of());
  }

  private ApiError(int status, int code, String message, List<String> problems) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }

  static ApiError unknown(int code, String what) {
    return new ApiError(404, code, "Unknown " + what);
  }

  static ApiError form(List<String> problems) {
    return new ApiError(400, 50035, "Invalid Form Body", problems);
  }

  int status() {
    return status;
  }

  int code() {
    return code;
  }

  List<String> problems() {
    return problems;
  }

  ObjectNode body() {
    ObjectNode body = Json.object().put("message", getMessage()).put("code", code);
    if (!problems.isEmpty()) {
      ObjectNode errors = body.putObject("errors");
      for (String problem : problems) {
        int colon = problem.indexOf(':');
        String field = colon < 0 ? "_" : problem.substring(0, colon).replaceAll("\\W.*", "");
        errors
            .withObjectProperty(field.isEmpty() ? "_" : field)
            .withArrayProperty("_errors")
            .addObject()
            .put("code", "BASE_TYPE_BAD_LENGTH")
            .put("message", problem);
      }
    }
    return body;
  }
}
