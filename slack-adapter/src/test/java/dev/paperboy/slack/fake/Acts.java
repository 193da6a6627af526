package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.slack.fake.AppLink.Ack;
import dev.paperboy.slack.fake.AppLink.Kind;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends what people do to the app, and holds the app to its three seconds. */
final class Acts implements AutoCloseable {
  private static final int EVENT_TRIES = 3;

  final World world;
  final ViewMethods views;
  private final Supplier<URI> base;
  private volatile AppLink link;

  Acts(World world, ViewMethods views, AppLink link, Supplier<URI> base) {
    this.world = world;
    this.views = views;
    this.link = link;
    this.base = base;
  }

  void link(AppLink next) {
    link.close();
    link = next;
  }

  String responseUrl(Workspace workspace, Channel channel, String person, @Nullable String source) {
    return base.get().resolve(world.responses.make(workspace, channel, person, source)).toString();
  }

  /** A command, a button, a shortcut or a view: sent once. */
  Ack once(Kind kind, ObjectNode payload) {
    Ack ack = link.send(kind, payload, 0);
    if (!ack.came()) {
      world.problem(kind + " " + payload.path("type").asText(), List.of(ack.why()));
    }
    return ack;
  }

  /** An event: sent again until it is acknowledged, three times at most. */
  Ack event(Workspace workspace, ObjectNode event) {
    return send(callback(workspace, event));
  }

  ObjectNode callback(Workspace workspace, ObjectNode event) {
    long seconds = world.clock.instant().getEpochSecond();
    if (!event.has("event_ts")) {
      event.put("event_ts", world.ts());
    }
    ObjectNode payload =
        Json.object()
            .put("token", "fixed-value")
            .put("team_id", workspace.id)
            .put("api_app_id", World.APP);
    payload.set("event", event);
    payload
        .put("type", "event_callback")
        .put("event_id", "Ev" + world.next())
        .put("event_time", seconds);
    payload
        .putArray("authorizations")
        .addObject()
        .putNull("enterprise_id")
        .put("team_id", workspace.id)
        .put("user_id", workspace.botUser)
        .put("is_bot", true)
        .put("is_enterprise_install", false);
    payload.put("is_ext_shared_channel", false);
    return payload;
  }

  Ack send(ObjectNode callback) {
    Ack ack = link.send(Kind.EVENTS_API, callback, 0);
    for (int attempt = 1; attempt < EVENT_TRIES && !ack.came(); attempt++) {
      ack = link.send(Kind.EVENTS_API, callback, attempt);
    }
    if (!ack.came()) {
      world.problem(
          "event " + callback.path("event").path("type").asText(),
          List.of("never acknowledged: " + ack.why()));
    }
    return ack;
  }

  /** The same event once more, as when the acknowledgement was lost on its way. */
  Ack again(ObjectNode callback) {
    return link.send(Kind.EVENTS_API, callback, 1);
  }

  AppLink link() {
    return link;
  }

  @Override
  public void close() {
    link.close();
  }
}
