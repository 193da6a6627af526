package dev.paperboy.discord;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Message;
import dev.paperboy.delivery.Courier;
import dev.paperboy.delivery.Delivery;
import dev.paperboy.delivery.DeliveryKey;
import dev.paperboy.delivery.Pace;
import dev.paperboy.delivery.Permit;
import dev.paperboy.delivery.Reconciliation;
import dev.paperboy.discord.DiscordAccess.Need;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Hands digests to Discord. Each carries its delivery's nonce, by which Discord takes the same
 * message only once within a few minutes; an open send that is older is looked up in the history by
 * the mark in its first button. Posts in forums know no nonce and are always looked up.
 */
final class DiscordCourier implements Courier {
  static final String PLATFORM = "discord";

  /** Discord says "the past few minutes"; what is sent again must arrive well within them. */
  private static final Duration NONCE_HOLDS = Duration.ofSeconds(90);

  private static final Duration TOKEN_RESTS = Duration.ofMinutes(5);
  private static final Duration OPENING_RESTS = Duration.ofMinutes(1);
  private static final int POST_NAME = 100;
  private static final int FORUM = 15;
  private static final int MEDIA = 16;

  private final DiscordWeb web;
  private final DiscordRenderer renderer;
  private final DiscordAccess access;
  private final DiscordOpenings openings;
  private final DiscordHistory history;
  private final InstantSource clock;

  /** Channels that take posts; whether a channel does never changes. */
  private final Map<String, Boolean> forums = new ConcurrentHashMap<>();

  /** When a channel takes messages again. */
  private final Map<String, Instant> rests = new ConcurrentHashMap<>();

  DiscordCourier(
      DiscordWeb web, DiscordRenderer renderer, DiscordAccess access, InstantSource clock) {
    this.web = web;
    this.renderer = renderer;
    this.access = access;
    this.clock = clock;
    openings = new DiscordOpenings(clock);
    history = new DiscordHistory(web);
  }

  @Override
  public String platform() {
    return PLATFORM;
  }

  @Override
  public Pace pace() {
    return new Pace(DiscordWeb.PER_SECOND, Duration.ZERO);
  }

  @Override
  public Delivery deliver(Address to, Message message, DeliveryKey key, Permit permit) {
    Opening opening = channel(to, key);
    return switch (opening) {
      case Opening.Closed closed -> closed.delivery();
      case Opening.Channel channel -> deliver(to, channel.id(), message, key, permit);
    };
  }

  private Delivery deliver(
      Address to, String channel, Message message, DeliveryKey key, Permit permit) {
    Instant now = clock.instant();
    Instant free = rests.getOrDefault(channel, Instant.MIN);
    if (free.isAfter(now)) {
      return new Delivery.TryLater(
          Duration.between(now, free), "discord: the channel takes no more now", to.key(), true);
    }
    rests.remove(channel, free);
    DiscordPayload payload =
        access.lacks(to, Need.EMBED)
            ? renderer.words(message, key.nonce()) // embeds would be dropped without a word
            : renderer.digest(message, layout(message), key.nonce());
    DiscordAnswer answer = send(to, channel, message, payload, key, permit);
    if (answer instanceof DiscordAnswer.Refused refused
        && DiscordErrors.of(refused) == DiscordErrors.Meaning.PAYLOAD) {
      // surely not taken; the words alone are better than nothing
      DiscordPayload words = renderer.words(message, key.nonce()).withoutButtons();
      answer = send(to, channel, message, words, key, permit);
    }
    return delivery(to, channel, answer);
  }

  private static Layout layout(Message message) {
    return message.layout() == null ? Layout.CARDS : message.layout();
  }

  private DiscordAnswer send(
      Address to,
      String channel,
      Message message,
      DiscordPayload payload,
      DeliveryKey key,
      Permit permit) {
    boolean mayBeForum = to.kind() == Address.Kind.CHANNEL && key.first() == null;
    if (mayBeForum && forums.getOrDefault(channel, false)) {
      return post(channel, message, payload, permit);
    }
    DataObject body = payload.create().toData();
    body.put("nonce", key.nonce()).put("enforce_nonce", true);
    DiscordAnswer answer = web.post("channels/" + channel + "/messages", body.toString(), permit);
    if (mayBeForum
        && answer instanceof DiscordAnswer.Refused refused
        && refused.code() == DiscordErrors.NOT_A_TEXT_CHANNEL) {
      forums.put(channel, true);
      return post(channel, message, payload, permit);
    }
    return answer;
  }

  /** A post of its own in a forum. */
  private DiscordAnswer post(String forum, Message message, DiscordPayload payload, Permit permit) {
    DataObject first = payload.create().toData();
    first.remove("tts");
    first.remove("poll");
    DataObject body = DataObject.empty().put("name", name(message)).put("message", first);
    return web.post("channels/" + forum + "/threads", body.toString(), permit);
  }

  private static String name(Message message) {
    for (Block block : message.blocks()) {
      if (block instanceof Block.Heading heading) {
        String name = DiscordText.plain(heading.text(), POST_NAME);
        if (!name.isBlank()) {
          return name;
        }
      }
    }
    return "Papers";
  }

  private Delivery delivery(Address to, String channel, DiscordAnswer answer) {
    return switch (answer) {
      case DiscordAnswer.Done done -> {
        if (done.rest().isPositive()) {
          rests.put(channel, clock.instant().plus(done.rest()));
        }
        String id = DiscordJson.text(done.body(), "id");
        String post = done.body().has("thread_metadata") ? id : channel;
        yield new Delivery.Delivered(new DiscordPlace(post, id).receipt());
      }
      case DiscordAnswer.Limited limited ->
          new Delivery.TryLater(
              limited.after(),
              "discord: rate limited for " + limited.after().toMillis() + " ms",
              limited.everything() ? PLATFORM : to.key(),
              true);
      case DiscordAnswer.Failed failed ->
          failed.nothingDone()
              ? new Delivery.TryLater(Duration.ZERO, failed.why(), "", false)
              : new Delivery.Uncertain(failed.why());
      case DiscordAnswer.Withheld withheld -> new Delivery.Withheld();
      case DiscordAnswer.Refused refused -> delivery(to, channel, refused);
    };
  }

  private Delivery delivery(Address to, String channel, DiscordAnswer.Refused refused) {
    String why = DiscordErrors.inWords(refused);
    return switch (DiscordErrors.of(refused)) {
      case PLACE -> {
        openings.closed(to.place());
        yield new Delivery.Unreachable(withFixes(to, refused, why));
      }
      case PAYLOAD, CONTENT -> new Delivery.Refused(why);
      case SLOWER -> new Delivery.TryLater(atLeastOneSecond(refused.after()), why, to.key(), true);
      case OPENING -> {
        Duration rest = longer(refused.after(), OPENING_RESTS);
        openings.rest(rest);
        yield new Delivery.TryLater(rest, why, "", true);
      }
      case TOKEN -> new Delivery.TryLater(TOKEN_RESTS, why, PLATFORM, true);
      case DELETED -> new Delivery.Delivered(new DiscordPlace(channel, "0").receipt());
      case LATER -> new Delivery.TryLater(refused.after(), why, "", false);
    };
  }

  /** Where it is known what is missing, that is said instead of what might be. */
  private String withFixes(Address to, DiscordAnswer.Refused refused, String why) {
    List<String> fixes = access.missing(to).stream().map(DiscordAccess.Missing::fix).toList();
    return refused.code() != DiscordErrors.MISSING_PERMISSION || fixes.isEmpty()
        ? why
        : "discord: " + String.join(" ", fixes) + " (" + refused.code() + ")";
  }

  /** The channel that a message goes to, or why there is none now. */
  private sealed interface Opening {
    record Channel(String id) implements Opening {}

    record Closed(Delivery delivery) implements Opening {}
  }

  private Opening channel(Address to, DeliveryKey key) {
    DiscordPlace first = DiscordPlace.of(key.first());
    if (first != null) {
      return new Opening.Channel(first.channel());
    }
    return switch (to.kind()) {
      case CHANNEL -> new Opening.Channel(to.place());
      case THREAD -> new Opening.Channel(to.thread() == null ? to.place() : to.thread());
      case DIRECT ->
          openings.with(to.place()).<Opening>map(Opening.Channel::new).orElseGet(() -> open(to));
    };
  }

  private Opening open(Address to) {
    Duration wait = openings.turn(to.place());
    if (wait.isPositive()) {
      return new Opening.Closed(
          new Delivery.TryLater(wait, "discord: one conversation is opened a second", "", true));
    }
    DiscordAnswer answer =
        web.post(
            "users/@me/channels",
            DataObject.empty().put("recipient_id", to.place()).toString(),
            Permit.ALWAYS);
    if (answer instanceof DiscordAnswer.Done done) {
      String channel = DiscordJson.text(done.body(), "id");
      openings.opened(to.place(), channel);
      return new Opening.Channel(channel);
    }
    Delivery delivery = delivery(to, "", answer);
    // whether a conversation was opened matters little: no message was sent
    return new Opening.Closed(
        delivery instanceof Delivery.Uncertain open
            ? new Delivery.TryLater(Duration.ZERO, open.why(), "", false)
            : delivery);
  }

  @Override
  public Reconciliation reconcile(
      Address to, Message message, DeliveryKey key, Instant sentAt, Permit permit) {
    return switch (channel(to, key)) {
      case Opening.Closed closed -> closed(closed.delivery());
      case Opening.Channel channel -> reconcile(to, channel.id(), message, key, sentAt, permit);
    };
  }

  private Reconciliation reconcile(
      Address to, String channel, Message message, DeliveryKey key, Instant sentAt, Permit permit) {
    Optional<Boolean> isForum = isForum(to, key);
    if (isForum.isEmpty()) {
      // sent again to what may be a forum, it could come twice
      return new Reconciliation.LookLater(Duration.ZERO, "discord: the channel cannot be asked");
    }
    boolean knowsNonce = !isForum.get();
    Duration age = Duration.between(sentAt, clock.instant());
    if (knowsNonce && age.compareTo(NONCE_HOLDS) < 0) {
      Delivery again = deliver(to, channel, message, key, permit);
      if (again instanceof Delivery.Delivered sent) {
        return new Reconciliation.Found(sent.receipt());
      }
      if (!(again instanceof Delivery.Unreachable) && !(again instanceof Delivery.Refused)) {
        return closed(again);
      }
    }
    return look(to, channel, message, key, sentAt, knowsNonce);
  }

  private Reconciliation look(
      Address to,
      String channel,
      Message message,
      DeliveryKey key,
      Instant sentAt,
      boolean inChannel) {
    List<String> words =
        List.of(
            renderer.digest(message, layout(message), key.nonce()).content(),
            DiscordRenderer.spoken(message));
    Reconciliation look =
        inChannel
            ? history.message(channel, key.nonce(), words, sentAt)
            : history.post(to.space(), channel, key.nonce(), words, sentAt);
    if (look instanceof Reconciliation.Absent && access.lacks(to, Need.HISTORY)) {
      // what may not be read looks as if nothing were there
      return new Reconciliation.CannotLook(
          access.missing(to).stream()
              .filter(missing -> missing.need() == Need.HISTORY)
              .map(DiscordAccess.Missing::fix)
              .findFirst()
              .orElse("discord: the history may not be read"),
          false);
    }
    return look;
  }

  private static Reconciliation closed(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Delivered sent -> new Reconciliation.Found(sent.receipt());
      case Delivery.TryLater later -> new Reconciliation.LookLater(later.after(), later.why());
      case Delivery.Uncertain open -> new Reconciliation.LookLater(Duration.ZERO, open.why());
      case Delivery.Withheld withheld ->
          new Reconciliation.LookLater(Duration.ZERO, "its lease was about to end");
      case Delivery.Unreachable gone -> new Reconciliation.CannotLook(gone.why(), false);
      case Delivery.Refused refused -> new Reconciliation.CannotLook(refused.why(), false);
    };
  }

  /** Empty where that cannot be found out now. */
  private Optional<Boolean> isForum(Address to, DeliveryKey key) {
    if (to.kind() != Address.Kind.CHANNEL || key.first() != null) {
      return Optional.of(false);
    }
    Boolean known = forums.get(to.place());
    if (known != null) {
      return Optional.of(known);
    }
    return switch (web.get("channels/" + to.place())) {
      case DiscordAnswer.Done done -> {
        int type = done.body().path("type").asInt();
        boolean isForum = type == FORUM || type == MEDIA;
        forums.put(to.place(), isForum);
        yield Optional.of(isForum);
      }
      // what may not be looked at takes no message either
      case DiscordAnswer.Refused refused -> Optional.of(false);
      case DiscordAnswer.Limited limited -> Optional.empty();
      case DiscordAnswer.Failed failed -> Optional.empty();
      case DiscordAnswer.Withheld withheld -> Optional.empty();
    };
  }

  @Override
  public boolean reachable(Address to) {
    return to.kind() != Address.Kind.DIRECT // nobody is disturbed to find that out
        && obstacles(to).isEmpty();
  }

  @Override
  public List<String> obstacles(Address to) {
    if (to.kind() == Address.Kind.DIRECT) {
      return List.of();
    }
    List<String> obstacles = new ArrayList<>();
    String channel = to.thread() == null ? to.place() : to.thread();
    switch (web.get("channels/" + channel)) {
      case DiscordAnswer.Done done -> {
        if (done.body().path("thread_metadata").path("locked").asBoolean(false)) {
          obstacles.add("The thread is locked; unlock it.");
        }
      }
      case DiscordAnswer.Refused refused -> obstacles.add(DiscordErrors.inWords(refused));
      case DiscordAnswer.Limited limited ->
          obstacles.add("discord: rate limited for " + limited.after().toSeconds() + " s");
      case DiscordAnswer.Failed failed -> obstacles.add(failed.why());
      case DiscordAnswer.Withheld withheld -> {}
    }
    access.missing(to).forEach(missing -> obstacles.add(missing.fix()));
    return obstacles;
  }

  private static Duration atLeastOneSecond(Duration after) {
    return longer(after, Duration.ofSeconds(1));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
