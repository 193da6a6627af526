package dev.paperboy.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens the dialogs. A trigger lasts three seconds, so what takes longer comes after it. */
final class SlackDialogs {
  /** What became of a dialog. */
  enum Opening {
    OPENED,
    /** There is none for this; the line's answer says why. */
    NONE,
    /** Slack did not open it. */
    FAILED
  }

  private final SlackConversation conversation;

  SlackDialogs(SlackConversation conversation) {
    this.conversation = conversation;
  }

  /** Opens the dialog that completes a line. */
  Opening open(SlackWhere where, String words, String trigger) {
    Caller caller = conversation.caller(where, words);
    String zone = Optional.ofNullable(caller.zone()).map(ZoneId::getId).orElse("UTC");
    if (words.equals("settings")) {
      return opening(where, trigger, settings(where, zone));
    }
    if (words.startsWith("digest")
        && (where.direct() || caller.manages() == Caller.Manages.NOTHING)) {
      return Opening.NONE;
    }
    if (words.contains("edit")) {
      int number = Integer.parseInt(words.substring(words.lastIndexOf(' ') + 1));
      String list = words.startsWith("digest") ? "digest list" : "subscriptions";
      return row(conversation.message(where, list), number)
          .map(SlackForm::of)
          .map(form ->
              opening(where, trigger, SlackViews.subscription(where, words, filled(form, zone))))
          .orElse(Opening.NONE);
    }
    String canonical = words.equals("sub") ? "subscribe" : words;
    return opening(
        where, trigger, SlackViews.subscription(where, canonical, SlackForm.NEW.in(zone)));
  }

  void openSearch(SlackWhere where, String trigger) {
    Opening unused = opening(where, trigger, SlackViews.search(where, ""));
  }

  /** Opens a view at once, to be filled when there is an answer; gives its id. */
  Optional<String> openWaiting(SlackWhere where, String trigger, String title) {
    SlackAnswer answer = call(where, trigger, SlackViews.words(where, title, "Looking …"));
    return answer instanceof SlackAnswer.Done done
        ? SlackCommands.optional(SlackJson.text(done.body(), "view.id"))
        : Optional.empty();
  }

  void update(SlackWhere where, String viewId, ObjectNode view) {
    SlackAnswer unused =
        conversation
            .replies()
            .call(
                where.space(),
                "views.update",
                Map.of("view_id", viewId, "view", SlackJson.write(view)));
  }

  static Optional<Map<?, ?>> row(Message message, int number) {
    if (!(message.content() instanceof Content.Words words)) {
      return Optional.empty();
    }
    List<Map<?, ?>> rows = SlackViews.rows(words.fields());
    for (Map<?, ?> row : rows) {
      if (SlackForm.text(row, "number", "").equals(Integer.toString(number))) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private ObjectNode settings(SlackWhere where, String zone) {
    Message message = conversation.message(where, "settings");
    Map<String, Object> fields =
        message.content() instanceof Content.Words words ? words.fields() : Map.of();
    return SlackViews.settings(
        where,
        SlackForm.text(fields, SlackForm.ZONE, zone),
        SlackForm.text(fields, SlackForm.LAYOUT, "cards").toLowerCase(java.util.Locale.ROOT));
  }

  private static SlackForm filled(SlackForm form, String zone) {
    return form.zone().isEmpty() ? form.in(zone) : form;
  }

  private Opening opening(SlackWhere where, String trigger, ObjectNode view) {
    return call(where, trigger, view).isDone() ? Opening.OPENED : Opening.FAILED;
  }

  private SlackAnswer call(SlackWhere where, String trigger, ObjectNode view) {
    return conversation
        .replies()
        .call(
            where.space(),
            "views.open",
            Map.of("trigger_id", trigger, "view", SlackJson.write(view)));
  }
}
