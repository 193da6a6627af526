package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The addresses that an answer to a command or button may go to: five uses within 30 minutes. */
final class ResponseAddresses {
  private static final int USES = 5;
  private static final Duration LIFE = Duration.ofMinutes(30);

  /** One address. */
  private static final class Response {
    final Workspace workspace;
    final Channel channel;
    final String person;
    final @Nullable String source;
    final Instant until;
    int uses;

    Response(
        Workspace workspace,
        Channel channel,
        String person,
        @Nullable String source,
        Instant until) {
      this.workspace = workspace;
      this.channel = channel;
      this.person = person;
      this.source = source;
      this.until = until;
    }
  }

  private final World world;
  private final Map<String, Response> responses = new HashMap<>();

  ResponseAddresses(World world) {
    this.world = world;
  }

  /**
   * @param source the message whose button was pressed; null for a command
   * @return the path
   */
  String make(Workspace workspace, Channel channel, String person, @Nullable String source) {
    synchronized (world) {
      String path = "/respond/" + workspace.id + "/" + world.next();
      responses.put(
          path, new Response(workspace, channel, person, source, world.clock.instant().plus(LIFE)));
      return path;
    }
  }

  /** Takes an answer; the error's word, or {@code ok}. */
  String use(String path, JsonNode answer) {
    synchronized (world) {
      Response response = responses.get(path);
      if (response == null) {
        return "no_service";
      }
      if (world.clock.instant().isAfter(response.until)) {
        return "expired_url";
      }
      if (response.uses >= USES) {
        return "used_url";
      }
      response.uses++;
      if (answer.path("delete_original").asBoolean()) {
        take(response, null);
        return "ok";
      }
      world.problem("response_url", PayloadRules.message(answer));
      ObjectNode body = Json.object();
      body.put("text", answer.path("text").asText());
      if (answer.has("blocks")) {
        body.set("blocks", answer.path("blocks"));
      }
      if (answer.path("replace_original").asBoolean() && take(response, body)) {
        return "ok";
      }
      boolean all = answer.path("response_type").asText().equals("in_channel");
      world.post(
          response.channel,
          answer.path("thread_ts").isTextual() ? answer.path("thread_ts").asText() : null,
          response.workspace.botUser,
          body,
          all ? null : response.person);
      return "ok";
    }
  }

  private boolean take(Response response, @Nullable ObjectNode body) {
    boolean done =
        response.source != null
            && response.workspace.replace(response.channel.id, response.source, body);
    world.changed();
    return done;
  }

  /** As if all of them had been used up. */
  void useUp() {
    synchronized (world) {
      responses.values().forEach(response -> response.uses = USES);
    }
  }
}
