package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.chat.Address;
import dev.paperboy.slack.SlackReplies.Seen;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What happens in a workspace. */
final class SlackEvents {
  /** The events that are worked on, as the manifest subscribes to them. */
  static final Set<String> KNOWN =
      Set.of(
          "app_home_opened",
          "app_mention",
          "app_uninstalled",
          "channel_unarchive",
          "link_shared",
          "member_joined_channel",
          "message.im",
          "tokens_revoked");

  private static final Pattern FIRST_MENTION = Pattern.compile("^\\s*<@[^>]*>");

  private final SlackConversation conversation;
  private final SlackHome home;
  private final SlackUnfurls unfurls;
  private final SlackWelcome welcome;
  private final Consumer<String> uninstalled;

  /**
   * @param uninstalled takes the workspace that Paperboy has been removed from
   */
  SlackEvents(
      SlackConversation conversation,
      SlackHome home,
      SlackUnfurls unfurls,
      SlackWelcome welcome,
      Consumer<String> uninstalled) {
    this.conversation = conversation;
    this.home = home;
    this.unfurls = unfurls;
    this.welcome = welcome;
    this.uninstalled = uninstalled;
  }

  void happened(JsonNode payload) {
    JsonNode event = payload.path("event");
    String space = SlackCommands.space(payload);
    String bot = SlackJson.text(payload.path("authorizations").path(0), "user_id");
    switch (SlackJson.text(event, "type")) {
      case "app_mention" -> mentioned(space, bot, event);
      case "message" -> written(space, bot, event);
      case "app_home_opened" -> opened(space, event);
      case "link_shared" -> unfurls.shared(where(space, event, null), event);
      case "member_joined_channel" -> {
        if (SlackJson.text(event, "user").equals(bot)) {
          accessIsBack(space, SlackJson.text(event, "channel"));
        }
      }
      case "channel_unarchive" -> accessIsBack(space, SlackJson.text(event, "channel"));
      case "app_uninstalled" -> uninstalled.accept(space);
      case "tokens_revoked" -> {
        if (!event.path("tokens").path("bot").isEmpty()) {
          uninstalled.accept(space);
        }
      }
      default -> {} // not subscribed to
    }
  }

  private void mentioned(String space, String bot, JsonNode event) {
    if (isByBot(event, bot)) {
      return;
    }
    String text = SlackJson.text(event, "text");
    String line =
        SlackConversation.typed(
            bot.isEmpty() ? FIRST_MENTION.matcher(text).replaceFirst("") : text, bot);
    String thread = SlackJson.text(event, "thread_ts");
    SlackWhere where = where(space, event, thread.isEmpty() ? null : thread);
    // the answer goes into a thread below the question, where it disturbs nobody
    SlackWhere reply = where(space, event, thread.isEmpty() ? SlackJson.text(event, "ts") : thread);
    conversation.say(where, reply, line.isEmpty() ? "help" : line, "", Seen.BY_ALL);
  }

  private void written(String space, String bot, JsonNode event) {
    String subtype = SlackJson.text(event, "subtype");
    boolean typed = subtype.isEmpty() || subtype.equals("file_share");
    if (!typed || !SlackJson.text(event, "channel_type").equals("im") || isByBot(event, bot)) {
      return;
    }
    String thread = SlackJson.text(event, "thread_ts");
    SlackWhere where = where(space, event, thread.isEmpty() ? null : thread);
    String line = SlackConversation.typed(SlackJson.text(event, "text"), bot);
    if (line.startsWith(SlackCommands.COMMAND)) {
      line = line.substring(SlackCommands.COMMAND.length()).strip();
    }
    boolean greeted = welcome.greet(where);
    if (!line.isEmpty() && !(greeted && conversation.desk().problem(line).isPresent())) {
      conversation.say(where, line, "", Seen.BY_ALL);
    }
  }

  private void opened(String space, JsonNode event) {
    SlackWhere where = where(space, event, null);
    if (SlackJson.text(event, "tab").equals("messages")) {
      boolean unused = welcome.greet(where);
    } else {
      home.show(where);
    }
  }

  private void accessIsBack(String space, String channel) {
    if (!channel.isEmpty()) {
      conversation.desk().accessIsBack(Address.channel(SlackCourier.PLATFORM, space, channel));
    }
  }

  private static boolean isByBot(JsonNode event, String bot) {
    String user = SlackJson.text(event, "user");
    return event.has("bot_id") || user.isEmpty() || user.equals(bot);
  }

  private static SlackWhere where(String space, JsonNode event, @Nullable String thread) {
    String channel = SlackJson.text(event, "channel");
    return new SlackWhere(
        space, SlackJson.text(event, "user"), channel, thread, channel.startsWith("D"));
  }
}
