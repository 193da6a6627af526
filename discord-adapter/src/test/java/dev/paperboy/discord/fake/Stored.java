package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands, to be changed by edits.
 *
 * @param onlyFor the one person who sees it; null where all do
 * @param source the interaction that it answers; null where it answers none
 */
record Stored(
    Channel channel,
    ObjectNode json,
    @Nullable Person onlyFor,
    @Nullable Interaction source,
    Instant at,
    long nanos) {
  /** Between a deferred answer and the words. */
  static final int LOADING = 1 << 7;

  String id() {
    return Json.text(json, "id");
  }

  boolean loading() {
    return (json.path("flags").asInt() & LOADING) != 0;
  }

  Posted seen() {
    return new Posted(
        id(),
        channel,
        Long.parseLong(Json.text(json.path("author"), "id")) == World.APP,
        onlyFor == null ? null : onlyFor.name,
        json.deepCopy(),
        nanos);
  }
}
