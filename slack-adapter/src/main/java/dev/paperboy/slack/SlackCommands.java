package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.slack.SlackReplies.Seen;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /papers} and the shortcuts. */
final class SlackCommands {
  static final String COMMAND = "/papers";
  static final String SUMMARIZE = "summarize_paper";
  static final String SEARCH = "search_papers";

  private static final Pattern BARE =
      Pattern.compile(
          "(?:subscribe|sub|settings|digest create|feed create|(?:digest |feed )?edit \\d{1,6})");

  private static final String TOO_LATE =
      "Slack did not open the dialog. Please try again, or say it in one line:"
          + " `/papers subscribe agents weekdays 09:00`.";

  private final SlackConversation conversation;
  private final SlackDialogs dialogs;

  SlackCommands(SlackConversation conversation, SlackDialogs dialogs) {
    this.conversation = conversation;
    this.dialogs = dialogs;
  }

  void command(JsonNode payload) {
    String channel = SlackJson.text(payload, "channel_id");
    SlackWhere where =
        new SlackWhere(
            space(payload),
            SlackJson.text(payload, "user_id"),
            channel,
            null,
            channel.startsWith("D"));
    String responseUrl = SlackJson.text(payload, "response_url");
    if (!SlackJson.text(payload, "command").equals(COMMAND)) {
      conversation.tell(
          where, responseUrl, "That command is not known here; `/papers help` lists what is.");
      return;
    }
    String line = SlackConversation.typed(SlackJson.text(payload, "text"), null);
    if (!dialog(where, line, SlackJson.text(payload, "trigger_id"), responseUrl)) {
      conversation.say(where, line.isEmpty() ? "help" : line, responseUrl, Seen.BY_ONE);
    }
  }

  /** Whether the line asked for a dialog, and got it or was told that there is none. */
  boolean dialog(SlackWhere where, String line, String trigger, String responseUrl) {
    String bare = line.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    if (trigger.isEmpty() || !BARE.matcher(bare).matches()) {
      return false;
    }
    return switch (dialogs.open(where, bare.replace("feed ", "digest "), trigger)) {
      case OPENED -> true;
      case NONE -> false;
      case FAILED -> {
        // the line by itself would mean every paper, which nobody asked for
        conversation.tell(where, responseUrl, TOO_LATE);
        yield true;
      }
    };
  }

  /** Search papers, from anywhere. */
  void shortcut(JsonNode payload) {
    SlackWhere where =
        new SlackWhere(space(payload), SlackJson.text(payload, "user.id"), "", null, true);
    dialogs.openSearch(where, SlackJson.text(payload, "trigger_id"));
  }

  /** Summarize paper, on a message. */
  void messageShortcut(JsonNode payload) {
    String channel = SlackJson.text(payload, "channel.id");
    String thread = SlackJson.text(payload, "message.thread_ts");
    SlackWhere where =
        new SlackWhere(
            space(payload),
            SlackJson.text(payload, "user.id"),
            channel,
            thread.isEmpty() ? null : thread,
            channel.startsWith("D"));
    StringBuilder text = new StringBuilder(SlackJson.text(payload, "message.text"));
    addresses(payload.path("message").path("blocks"), text);
    addresses(payload.path("message").path("attachments"), text);
    String typed = SlackConversation.typed(text.toString(), null);
    conversation.say(
        where,
        "summarize "
            + typed.substring(
                0,
                typed.offsetByCodePoints(
                    0, Math.min(typed.codePointCount(0, typed.length()), 900))),
        SlackJson.text(payload, "response_url"),
        Seen.BY_ONE);
  }

  /** A message may carry its links in its blocks alone. */
  private static void addresses(JsonNode node, StringBuilder found) {
    for (String key : new String[] {"url", "from_url", "title_link"}) {
      String address = SlackJson.text(node, key);
      if (address.startsWith("http") && found.indexOf(address) < 0) {
        found.append(' ').append(address);
      }
    }
    node.forEach(child -> addresses(child, found));
  }

  /** The workspace that something comes from. */
  static String space(JsonNode payload) {
    for (String path : new String[] {"team_id", "team.id", "user.team_id", "enterprise.id"}) {
      String id = SlackJson.text(payload, path);
      if (!id.isEmpty()) {
        return id;
      }
    }
    return "";
  }

  static Optional<String> optional(@Nullable String text) {
    return text == null || text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
