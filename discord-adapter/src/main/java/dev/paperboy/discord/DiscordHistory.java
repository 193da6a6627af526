package dev.paperboy.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.delivery.Reconciliation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** Finds a message again that may have been sent. */
final class DiscordHistory {
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int PAGES = 5;
  private static final int PER_PAGE = 100;
  private static final int ARCHIVED = 50;

  private final DiscordWeb web;

  DiscordHistory(DiscordWeb web) {
    this.web = web;
  }

  /**
   * Looks for a message in a channel or a thread.
   *
   * @param mark in the first button's id
   * @param words of a message that has no button
   */
  Reconciliation message(String channel, String mark, Collection<String> words, Instant sentAt) {
    long after = DiscordPlace.idAt(sentAt.minus(CLOCKS_DIFFER));
    for (int page = 0; page < PAGES; page++) {
      String path = "channels/%s/messages?after=%d&limit=%d".formatted(channel, after, PER_PAGE);
      DiscordAnswer answer = web.get(path);
      if (!(answer instanceof DiscordAnswer.Done done)) {
        return notSeen(answer);
      }
      for (JsonNode message : done.body()) {
        String id = DiscordJson.text(message, "id");
        if (is(message, mark, words)) {
          return new Reconciliation.Found(new DiscordPlace(channel, id).receipt());
        }
        after = Math.max(after, id.isEmpty() ? 0 : Long.parseUnsignedLong(id));
      }
      if (done.body().size() < PER_PAGE) {
        return new Reconciliation.Absent();
      }
    }
    return new Reconciliation.CannotLook(
        "discord: the channel has too many messages since to be looked through", false);
  }

  /** Looks for a post in a forum. */
  Reconciliation post(
      String server, String forum, String mark, Collection<String> words, Instant sentAt) {
    long after = DiscordPlace.idAt(sentAt.minus(CLOCKS_DIFFER));
    for (String path :
        new String[] {
          "guilds/" + server + "/threads/active",
          "channels/" + forum + "/threads/archived/public?limit=" + ARCHIVED
        }) {
      DiscordAnswer answer = web.get(path);
      if (!(answer instanceof DiscordAnswer.Done done)) {
        return notSeen(answer);
      }
      for (JsonNode thread : done.body().path("threads")) {
        String id = DiscordJson.text(thread, "id");
        if (DiscordJson.text(thread, "parent_id").equals(forum)
            && !id.isEmpty()
            && Long.parseUnsignedLong(id) > after) {
          DiscordAnswer first = web.get("channels/" + id + "/messages/" + id);
          if (first instanceof DiscordAnswer.Done found && is(found.body(), mark, words)) {
            return new Reconciliation.Found(new DiscordPlace(id, id).receipt());
          }
          if (!(first instanceof DiscordAnswer.Done) && !isGone(first)) {
            return notSeen(first);
          }
        }
      }
    }
    return new Reconciliation.Absent();
  }

  private static boolean is(JsonNode message, String mark, Collection<String> words) {
    boolean isPlain = true;
    for (JsonNode row : message.path("components")) {
      isPlain = false;
      for (JsonNode component : row.path("components")) {
        if (DiscordButtons.bears(DiscordJson.text(component, "custom_id"), mark)) {
          return true;
        }
      }
    }
    return isPlain
        && message.path("author").path("bot").asBoolean(false)
        && words.contains(DiscordJson.text(message, "content"));
  }

  private static boolean isGone(DiscordAnswer answer) {
    return answer instanceof DiscordAnswer.Refused refused && refused.status() == 404;
  }

  private static Reconciliation notSeen(DiscordAnswer answer) {
    return switch (answer) {
      case DiscordAnswer.Done done -> new Reconciliation.Absent();
      case DiscordAnswer.Limited limited ->
          new Reconciliation.LookLater(limited.after(), "discord: rate limited");
      case DiscordAnswer.Failed failed -> new Reconciliation.LookLater(Duration.ZERO, failed.why());
      case DiscordAnswer.Withheld withheld ->
          new Reconciliation.LookLater(Duration.ZERO, "its lease was about to end");
      case DiscordAnswer.Refused refused ->
          DiscordErrors.of(refused) == DiscordErrors.Meaning.PLACE
              ? new Reconciliation.CannotLook(DiscordErrors.inWords(refused), false)
              : new Reconciliation.LookLater(PAUSE, DiscordErrors.inWords(refused));
    };
  }
}
