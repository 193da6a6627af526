package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.Secret;
import dev.paperboy.access.Installation;
import dev.paperboy.chat.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what keeps Paperboy from working in a workspace or a channel, and says what mends it. */
final class SlackDoctor {
  private final SlackWeb web;
  private final SlackTokens tokens;
  private final String fix;

  /**
   * @param web with a time-out below 5 s: two calls are made, and people wait for them
   * @param fix the sentence on how a missing scope is granted
   */
  SlackDoctor(SlackWeb web, SlackTokens tokens, String fix) {
    this.web = web;
    this.tokens = tokens;
    this.fix = fix;
  }

  /** What stands in the way of writing to a place. */
  List<String> obstacles(Address to) {
    Optional<Secret> token = tokens.in(to.space());
    if (token.isEmpty()) {
      return List.of(SlackErrors.notInstalled(to.space()));
    }
    return switch (web.call(token.get(), "auth.test", Map.of())) {
      case SlackAnswer.Done done -> {
        List<String> found = new ArrayList<>(SlackScopes.missing(done.scopes(), fix));
        if (to.kind() != Address.Kind.DIRECT) {
          boolean uninvited = SlackScopes.held(done.scopes()).contains("chat:write.public");
          found.addAll(inChannel(token.get(), to, uninvited));
        }
        yield found;
      }
      case SlackAnswer.Refused refused -> List.of(SlackErrors.asSentence(refused));
      case SlackAnswer.Limited limited ->
          List.of("Slack asks for patience: " + limited.inWords() + ". Look again after that.");
      case SlackAnswer.Failed failed ->
          List.of("Slack cannot be reached (" + failed.why() + "). Look again in a minute.");
    };
  }

  /** The scopes that the one workspace served, or those of all that installed it, do not grant. */
  List<String> scopes(Collection<Installation> installed) {
    List<String> found = new ArrayList<>();
    for (Installation installation : installed) {
      for (String sentence : SlackScopes.missing(installation.grants(), fix)) {
        found.add("Workspace " + installation.space() + ": " + sentence);
      }
    }
    return found;
  }

  private List<String> inChannel(Secret token, Address to, boolean mayWriteUninvited) {
    SlackAnswer answer = web.call(token, "conversations.info", Map.of("channel", to.place()));
    if (answer instanceof SlackAnswer.Refused refused && !refused.error().equals("missing_scope")) {
      return List.of(SlackErrors.asSentence(refused));
    }
    if (!(answer instanceof SlackAnswer.Done done)) {
      return List.of(); // a missing scope was named already
    }
    JsonNode channel = done.body().path("channel");
    if (channel.path("is_archived").asBoolean(false)) {
      return List.of(
          "The channel is archived. Unarchive it; its digests then go on by themselves.");
    }
    boolean member = channel.path("is_member").asBoolean(false);
    boolean open = !channel.path("is_private").asBoolean(false) && mayWriteUninvited;
    return member || open
        ? List.of()
        : List.of("Paperboy is not in the channel. Say `/invite @paperboy` there.");
  }
}
