package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.slack.SlackReplies.Seen;
import java.util.Optional;
import java.util.regex.Pattern;

/** Buttons and menus, in messages, in the Home tab and in dialogs. */
final class SlackActions {
  private static final String STALE =
      "That button is from an older message and leads nowhere now. `/papers help` shows what you"
          + " can do.";
  private static final Pattern GOES_ON =
      Pattern.compile("(?:^|.* )(?:page|limit):\\d+(?: .*|$)|more .*|next.*");

  private final SlackConversation conversation;
  private final SlackCommands commands;
  private final SlackDialogs dialogs;
  private final SlackHome home;

  SlackActions(
      SlackConversation conversation,
      SlackCommands commands,
      SlackDialogs dialogs,
      SlackHome home) {
    this.conversation = conversation;
    this.commands = commands;
    this.dialogs = dialogs;
    this.home = home;
  }

  void pressed(JsonNode payload) {
    for (JsonNode action : payload.path("actions")) {
      pressed(payload, action);
    }
  }

  private void pressed(JsonNode payload, JsonNode action) {
    String id = SlackJson.text(action, "action_id");
    String kind = id.contains(":") ? id.substring(0, id.indexOf(':')) : id;
    if (kind.equals(SlackButtons.OPEN) || action.has("url")) {
      return; // the client has opened it
    }
    SlackWhere where = where(payload);
    String responseUrl = SlackJson.text(payload, "response_url");
    String trigger = SlackJson.text(payload, "trigger_id");
    if (kind.equals(SlackHome.SEARCH)) {
      search(where, SlackJson.text(action, "value"), trigger);
      return;
    }
    if (kind.equals(SlackHome.OPEN_SEARCH)) {
      dialogs.openSearch(where, trigger);
      return;
    }
    Optional<String> line =
        switch (kind) {
          case SlackButtons.SAY, SlackButtons.SHARE, SlackHome.CHANGE ->
              conversation.desk().line(SlackJson.text(action, "value"));
          default -> Optional.empty();
        };
    if (line.isEmpty()) {
      stale(payload, where, responseUrl, trigger);
      return;
    }
    if (kind.equals(SlackButtons.SHARE)) {
      conversation.share(where, line.get(), responseUrl);
    } else if (!commands.dialog(where, line.get(), trigger, responseUrl)) {
      say(payload, kind, where, line.get(), responseUrl, trigger);
    }
  }

  private void say(
      JsonNode payload,
      String kind,
      SlackWhere where,
      String line,
      String responseUrl,
      String trigger) {
    if (SlackJson.text(payload, "container.type").equals("view")) {
      if (kind.equals(SlackHome.CHANGE)) {
        home.change(where, line);
      } else {
        inDialog(payload, where, line, trigger);
      }
      return;
    }
    boolean own = payload.path("container").path("is_ephemeral").asBoolean(false);
    Seen seen =
        own && GOES_ON.matcher(line).matches()
            ? Seen.INSTEAD
            // what Paperboy wrote for all to see in direct messages, it wrote to one person
            : where.direct() && !own ? Seen.BY_ALL : Seen.BY_ONE;
    conversation.say(where, line, responseUrl, seen);
  }

  /** What is asked for in a view is shown in one. */
  private void inDialog(JsonNode payload, SlackWhere where, String line, String trigger) {
    String viewId = SlackJson.text(payload, "view.id");
    if (SlackJson.text(payload, "view.type").equals("modal")) {
      SlackPayload answer = conversation.answered(where, line);
      dialogs.update(where, viewId, SlackViews.result(where, "Paperboy", answer.blocks()));
      return;
    }
    dialogs
        .openWaiting(where, trigger, "Paperboy")
        .ifPresent(id ->
            dialogs.update(
                where,
                id,
                SlackViews.result(where, "Paperboy", conversation.answered(where, line).blocks())));
  }

  private void search(SlackWhere where, String query, String trigger) {
    if (query.isBlank()) {
      dialogs.openSearch(where, trigger);
      return;
    }
    dialogs
        .openWaiting(where, trigger, "Search papers")
        .ifPresent(id ->
            dialogs.update(
                where,
                id,
                SlackViews.result(
                    where,
                    "Search papers",
                    conversation.answered(where, "search " + query).blocks())));
  }

  private void stale(JsonNode payload, SlackWhere where, String responseUrl, String trigger) {
    if (SlackJson.text(payload, "container.type").equals("view")) {
      dialogs
          .openWaiting(where, trigger, "Paperboy")
          .ifPresent(id -> dialogs.update(where, id, SlackViews.words(where, "Paperboy", STALE)));
    } else {
      conversation.tell(where, responseUrl, STALE);
    }
  }

  private static SlackWhere where(JsonNode payload) {
    String channel = SlackJson.text(payload, "channel.id");
    if (channel.isEmpty()) {
      channel = SlackJson.text(payload, "container.channel_id");
    }
    String thread = SlackJson.text(payload, "container.thread_ts");
    if (thread.isEmpty()) {
      thread = SlackJson.text(payload, "message.thread_ts");
    }
    JsonNode memory = SlackJson.parse(SlackJson.text(payload, "view.private_metadata"));
    if (channel.isEmpty()) {
      channel = SlackJson.text(memory, "channel");
    }
    return new SlackWhere(
        SlackCommands.space(payload),
        SlackJson.text(payload, "user.id"),
        channel,
        thread.isEmpty() ? null : thread,
        channel.isEmpty() || channel.startsWith("D"));
  }
}
