package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands in a channel.
 *
 * @param channel id
 * @param ts names it in its channel
 * @param thread the ts of the message that it answers; null outside threads
 * @param author a person's id, or the bot's
 * @param body text, blocks and metadata as they were given
 * @param onlyFor the one person who sees it; null where all do
 * @param nanos when it came, on the machine's steady clock
 */
public record Posted(
    String channel,
    String ts,
    @Nullable String thread,
    String author,
    JsonNode body,
    @Nullable String onlyFor,
    long nanos) {
  public String text() {
    return body.path("text").asText("");
  }

  /** The whole body: what stands in blocks as well. */
  public String everything() {
    return Json.write(body);
  }

  Posted with(JsonNode newBody) {
    return new Posted(channel, ts, thread, author, newBody, onlyFor, nanos);
  }
}
