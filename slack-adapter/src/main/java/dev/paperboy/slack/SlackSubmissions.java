package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.slack.SlackReplies.Seen;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dialogs that were sent. What is wrong with a field is said at the field, with the
 * acknowledgement; what is right is done after it, and the dialog then shows what came of it.
 */
final class SlackSubmissions {
  /**
   * What a dialog is answered with.
   *
   * @param work to be done after the acknowledgement; null for none
   */
  record Taken(Optional<JsonNode> acknowledgement, @Nullable Runnable work) {}

  private final SlackConversation conversation;
  private final SlackDialogs dialogs;
  private final SlackHome home;

  SlackSubmissions(SlackConversation conversation, SlackDialogs dialogs, SlackHome home) {
    this.conversation = conversation;
    this.dialogs = dialogs;
    this.home = home;
  }

  Taken take(JsonNode payload) {
    JsonNode values = payload.path("view").path("state").path("values");
    SlackWhere where = where(payload);
    String words = words(payload);
    return switch (SlackJson.text(payload, "view.callback_id")) {
      case SlackViews.SUBSCRIPTION -> {
        SlackForm form = SlackForm.of(values);
        if (form.zone().isEmpty()) {
          yield wrong(SlackForm.ZONE, "Choose a time zone.");
        }
        yield line(payload, where, words + " " + form.tail(), title(words));
      }
      case SlackViews.SETTINGS -> settings(payload, where, values);
      case SlackViews.SEARCH -> {
        String query = SlackForm.value(values, SlackForm.QUERY).strip();
        yield query.isEmpty()
            ? wrong(SlackForm.QUERY, "Say what you are looking for.")
            : line(payload, where, "search " + query, "Search papers");
      }
      default -> new Taken(Optional.empty(), null);
    };
  }

  /** The acknowledgement where there is no room for more work. */
  JsonNode busy(JsonNode payload, String sentence) {
    return update(SlackViews.words(where(payload), "Busy", sentence));
  }

  private Taken settings(JsonNode payload, SlackWhere where, JsonNode values) {
    String zone = SlackForm.value(values, SlackForm.ZONE);
    String layout = SlackForm.value(values, SlackForm.LAYOUT);
    String line =
        "settings"
            + (zone.isEmpty() ? "" : " zone " + zone)
            + (layout.isEmpty() ? "" : " layout:" + layout);
    return line(payload, where, line, "Settings");
  }

  private Taken line(JsonNode payload, SlackWhere where, String line, String title) {
    Optional<Content.Problem> problem = conversation.desk().problem(line);
    if (problem.isPresent()) {
      String near = problem.get().near();
      String sentence =
          problem.get().message() + (near == null || near.equals(line) ? "" : " Nearest: " + near);
      String field =
          payload.path("view").path("state").path("values").has(SlackForm.QUERY)
              ? SlackForm.QUERY
              : SlackForm.ZONE;
      return wrong(field, sentence);
    }
    String view = SlackJson.text(payload, "view.id");
    return new Taken(
        Optional.of(update(SlackViews.words(where, title, "One moment …"))),
        () -> finish(where, line, title, view));
  }

  private void finish(SlackWhere where, String line, String title, String viewId) {
    var caller = conversation.caller(where, line);
    Message message = conversation.desk().answer(line, caller);
    SlackPayload payload = conversation.rendered(message, conversation.desk().layout(line, caller));
    if (viewId.isEmpty()) {
      conversation.replies().reply(where, "", Seen.BY_ONE, payload);
    } else {
      dialogs.update(where, viewId, SlackViews.result(where, title, payload.blocks()));
    }
    if (!line.startsWith("search")) {
      home.refreshIfSeen(where);
    }
  }

  private static String title(String words) {
    return words.contains("edit") ? "Edit digest" : "New digest";
  }

  private static Taken wrong(String field, String sentence) {
    ObjectNode acknowledgement = SlackJson.object().put("response_action", "errors");
    acknowledgement.set("errors", SlackJson.object().put(field, SlackText.plain(sentence, 2_000)));
    return new Taken(Optional.of(acknowledgement), null);
  }

  private static ObjectNode update(ObjectNode view) {
    ObjectNode acknowledgement = SlackJson.object().put("response_action", "update");
    return acknowledgement.set("view", view);
  }

  private static SlackWhere where(JsonNode payload) {
    JsonNode memory = SlackJson.parse(SlackJson.text(payload, "view.private_metadata"));
    String thread = SlackJson.text(memory, "thread");
    return new SlackWhere(
        SlackCommands.space(payload),
        SlackJson.text(payload, "user.id"),
        SlackJson.text(memory, "channel"),
        thread.isEmpty() ? null : thread,
        memory.path("direct").asBoolean(true));
  }

  private static String words(JsonNode payload) {
    JsonNode memory = SlackJson.parse(SlackJson.text(payload, "view.private_metadata"));
    return SlackJson.text(memory, "words");
  }
}
