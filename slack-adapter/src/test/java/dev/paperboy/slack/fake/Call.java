package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One call of the Web API, or one use of a response address ({@code response_url}).
 *
 * @param team of the token; empty where it belongs to none
 * @param outcome {@code ok}, Slack's word for the error, or what went wrong on the way
 * @param nanos when it came, on the machine's steady clock
 */
public record Call(
    String method, String team, Map<String, String> arguments, String outcome, long nanos) {
  public String argument(String name) {
    return arguments.getOrDefault(name, "");
  }

  /** An argument that is JSON. */
  public JsonNode json(String name) {
    return Json.read(argument(name));
  }
}
