package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.Secret;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Message;
import dev.paperboy.delivery.Courier;
import dev.paperboy.delivery.Delivery;
import dev.paperboy.delivery.DeliveryKey;
import dev.paperboy.delivery.Pace;
import dev.paperboy.delivery.Permit;
import dev.paperboy.delivery.Reconciliation;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands digests to Slack. Slack knows no key against doubles, so each message carries its
 * delivery's id as metadata, and an open send is looked up in the history by it.
 */
final class SlackCourier implements Courier {
  static final String PLATFORM = "slack";
  static final String EVENT_TYPE = "paper_digest";

  /** One message a second to a channel, and a little more: what counts is when Slack sees it. */
  private static final Pace PACE = new Pace(0, SlackPace.BETWEEN);

  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);
  private static final int PAGES = 5;

  private final SlackWeb web;
  private final SlackTokens tokens;
  private final SlackRenderer renderer;
  private final SlackPace pace;
  private final SlackDoctor doctor;
  private final @Nullable String own;

  /**
   * @param own the one workspace that it may write to; null for all that have installed Paperboy
   */
  SlackCourier(
      SlackWeb web,
      SlackTokens tokens,
      SlackRenderer renderer,
      SlackPace pace,
      SlackDoctor doctor,
      @Nullable String own) {
    this.web = web;
    this.tokens = tokens;
    this.renderer = renderer;
    this.pace = pace;
    this.doctor = doctor;
    this.own = own;
  }

  @Override
  public String platform() {
    return PLATFORM;
  }

  @Override
  public String holds() {
    return own == null ? PLATFORM : PLATFORM + ":" + own;
  }

  @Override
  public List<String> obstacles(Address to) {
    return doctor.obstacles(to);
  }

  @Override
  public Pace pace() {
    return PACE;
  }

  @Override
  public Delivery deliver(Address to, Message message, DeliveryKey key, Permit permit) {
    Optional<Secret> token = tokens.in(to.space());
    if (token.isEmpty()) {
      return new Delivery.Unreachable(SlackErrors.notInstalled(to.space()));
    }
    SlackPlace first = SlackPlace.of(key.first());
    String channel = first == null ? to.place() : first.channel();
    SlackPayload payload =
        renderer.render(message, message.layout() == null ? Layout.CARDS : message.layout());
    Map<String, String> arguments = arguments(to, channel, first, payload, key);
    SlackAnswer answer = web.call(token.get(), "chat.postMessage", arguments, permit);
    pace.sent(to.space() + ":" + channel);
    if (answer instanceof SlackAnswer.Refused refused
        && SlackErrors.of(refused.error()) == SlackErrors.Meaning.PAYLOAD) {
      // surely not posted; the words alone are better than nothing
      arguments.remove("blocks");
      answer = web.call(token.get(), "chat.postMessage", arguments, permit);
      pace.sent(to.space() + ":" + channel);
    }
    return answer instanceof SlackAnswer.Failed failed && failed.nothingDone() && !permit.holds()
        ? new Delivery.Withheld()
        : delivery(to, answer);
  }

  private static Map<String, String> arguments(
      Address to,
      String channel,
      @Nullable SlackPlace first,
      SlackPayload payload,
      DeliveryKey key) {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("channel", channel);
    arguments.put("text", payload.text());
    arguments.put("blocks", payload.blocksAsText());
    arguments.put("metadata", metadata(key));
    arguments.put("unfurl_links", "false");
    arguments.put("unfurl_media", "false");
    arguments.put("link_names", "false");
    arguments.put("parse", "none");
    String thread = to.thread() != null ? to.thread() : first == null ? null : first.ts();
    if (thread != null) {
      arguments.put("thread_ts", thread);
    }
    return arguments;
  }

  /** Readable by every app of the workspace: only an opaque id. */
  private static String metadata(DeliveryKey key) {
    var metadata = SlackJson.object().put("event_type", EVENT_TYPE);
    metadata.set("event_payload", SlackJson.object().put("delivery", key.id()));
    return SlackJson.write(metadata);
  }

  private static Delivery delivery(Address to, SlackAnswer answer) {
    return switch (answer) {
      case SlackAnswer.Done done ->
          new Delivery.Delivered(
              new SlackPlace(
                      SlackJson.text(done.body(), "channel"), SlackJson.text(done.body(), "ts"))
                  .receipt());
      case SlackAnswer.Limited limited ->
          new Delivery.TryLater(
              limited.after(), "slack: " + limited.inWords(), PLATFORM + ":" + to.space(), true);
      case SlackAnswer.Failed failed ->
          failed.nothingDone()
              ? new Delivery.TryLater(Duration.ZERO, failed.why(), "", false)
              : new Delivery.Uncertain(failed.why());
      case SlackAnswer.Refused refused -> {
        String why = SlackErrors.inWords(refused);
        yield switch (SlackErrors.of(refused.error())) {
          case PLACE, ACCESS -> new Delivery.Unreachable(why);
          case PAYLOAD -> new Delivery.Refused(why);
          case LATER -> new Delivery.TryLater(Duration.ZERO, why, "", false);
          case OPEN -> new Delivery.Uncertain(why);
        };
      }
    };
  }

  @Override
  public Reconciliation reconcile(
      Address to, Message message, DeliveryKey key, Instant sentAt, Permit permit) {
    Optional<Secret> token = tokens.in(to.space());
    if (token.isEmpty()) {
      return new Reconciliation.CannotLook(SlackErrors.notInstalled(to.space()), false);
    }
    SlackPlace first = SlackPlace.of(key.first());
    String channel = first == null ? to.place() : first.channel();
    if (first == null && to.kind() == Address.Kind.DIRECT) {
      SlackAnswer opened = web.call(token.get(), "conversations.open", Map.of("users", to.place()));
      if (!(opened instanceof SlackAnswer.Done done)) {
        return notFound(to, opened, "im:write");
      }
      channel = SlackJson.text(done.body(), "channel.id");
    }
    String thread = to.thread() != null ? to.thread() : first == null ? null : first.ts();
    return look(to, token.get(), channel, thread, key, sentAt);
  }

  private Reconciliation look(
      Address to,
      Secret token,
      String channel,
      @Nullable String thread,
      DeliveryKey key,
      Instant sentAt) {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("channel", channel);
    arguments.put("oldest", sentAt.minus(CLOCKS_DIFFER).getEpochSecond() + ".000000");
    arguments.put("include_all_metadata", "true");
    arguments.put("limit", "200");
    if (thread != null) {
      arguments.put("ts", thread);
    }
    String method = thread == null ? "conversations.history" : "conversations.replies";
    for (int page = 0; page < PAGES; page++) {
      SlackAnswer answer = web.call(token, method, arguments);
      if (!(answer instanceof SlackAnswer.Done done)) {
        return notFound(to, answer, "channels:history");
      }
      for (JsonNode found : done.body().path("messages")) {
        if (SlackJson.text(found, "metadata.event_payload.delivery").equals(key.id())) {
          return new Reconciliation.Found(
              new SlackPlace(channel, SlackJson.text(found, "ts")).receipt());
        }
      }
      String cursor = SlackJson.text(done.body(), "response_metadata.next_cursor");
      if (cursor.isEmpty()) {
        return new Reconciliation.Absent();
      }
      arguments.put("cursor", cursor);
    }
    return new Reconciliation.CannotLook(
        "slack: the channel has too many messages since to be looked through", false);
  }

  /** A second digest is the lesser evil in direct messages, a missing one in channels. */
  private static Reconciliation notFound(Address to, SlackAnswer answer, String scope) {
    return switch (answer) {
      case SlackAnswer.Done done -> new Reconciliation.Absent();
      case SlackAnswer.Limited limited ->
          new Reconciliation.LookLater(limited.after(), "slack: " + limited.inWords());
      case SlackAnswer.Failed failed -> new Reconciliation.LookLater(Duration.ZERO, failed.why());
      case SlackAnswer.Refused refused ->
          switch (SlackErrors.of(refused.error())) {
            case PLACE, ACCESS, PAYLOAD ->
                new Reconciliation.CannotLook(
                    SlackErrors.inWords(
                        refused.error().equals("missing_scope") && refused.needed().isEmpty()
                            ? new SlackAnswer.Refused("missing_scope", scope)
                            : refused),
                    to.kind() == Address.Kind.DIRECT
                        && SlackErrors.of(refused.error()) == SlackErrors.Meaning.ACCESS);
            case LATER, OPEN ->
                new Reconciliation.LookLater(Duration.ofSeconds(30), "slack: " + refused.error());
          };
    };
  }

  @Override
  public boolean reachable(Address to) {
    Optional<Secret> token = tokens.in(to.space());
    if (token.isEmpty() || to.kind() == Address.Kind.DIRECT) {
      return false; // nobody is disturbed to find that out
    }
    SlackAnswer answer = web.call(token.get(), "conversations.info", Map.of("channel", to.place()));
    return answer instanceof SlackAnswer.Done done
        && !done.body().path("channel").path("is_archived").asBoolean(false)
        && (done.body().path("channel").path("is_member").asBoolean(false)
            || !done.body().path("channel").path("is_private").asBoolean(false));
  }
}
