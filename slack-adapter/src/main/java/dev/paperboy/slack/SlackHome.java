package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Home tab: a person's digests with their next run and last result, to be paused and edited in
 * place, today's three, and a search.
 */
final class SlackHome {
  /** A text field whose value is searched for. */
  static final String SEARCH = "homesearch";

  /** A button that opens the search. */
  static final String OPEN_SEARCH = "opensearch";

  /** A button that changes something, and shows the tab anew. */
  static final String CHANGE = "change";

  private static final int MOST = 25;
  private static final int REMEMBERED = 5_000;

  private final SlackConversation conversation;
  private final Map<String, Boolean> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  SlackHome(SlackConversation conversation) {
    this.conversation = conversation;
  }

  void show(SlackWhere where) {
    synchronized (seen) {
      seen.put(key(where), true);
    }
    publish(where, null);
  }

  /** Does something that a button in the tab asks for, and shows the tab with what came of it. */
  void change(SlackWhere where, String line) {
    Message message = conversation.message(home(where), line);
    String words = SlackWords.text(message, 600);
    publish(where, words);
  }

  /** Shows the tab anew to somebody who has opened it before. */
  void refreshIfSeen(SlackWhere where) {
    boolean opened;
    synchronized (seen) {
      opened = seen.containsKey(key(where));
    }
    if (opened) {
      publish(where, null);
    }
  }

  private void publish(SlackWhere where, @Nullable String note) {
    SlackWhere home = home(where);
    ObjectNode view = SlackJson.object().put("type", "home");
    view.set("blocks", blocks(home, note));
    SlackAnswer unused =
        conversation
            .replies()
            .call(
                where.space(),
                "views.publish",
                Map.of("user_id", where.person(), "view", SlackJson.write(view)));
  }

  private ArrayNode blocks(SlackWhere where, @Nullable String note) {
    ArrayNode blocks = SlackJson.array();
    if (note != null) {
      blocks.add(SlackBlocks.section(note));
      blocks.add(SlackBlocks.divider());
    }
    blocks.add(SlackBlocks.header("Your digests"));
    Message message = conversation.message(where, "subscriptions");
    List<Map<?, ?>> rows =
        message.content() instanceof Content.Words words
            ? SlackViews.rows(words.fields())
            : List.of();
    SlackButtons buttons = new SlackButtons(conversation.desk()::shortened);
    if (message.content() instanceof Content.Problem) {
      blocks.add(SlackBlocks.section(SlackWords.text(message, 600)));
    } else if (rows.isEmpty()) {
      blocks.add(
          SlackBlocks.section(
              "None yet. A digest brings you the day's best papers, once, at the time you"
                  + " choose."));
    }
    for (Map<?, ?> row : rows.subList(0, Math.min(rows.size(), MOST))) {
      blocks.add(SlackBlocks.section(described(row)));
      blocks.add(SlackBlocks.context(course(row)));
      blocks.add(SlackBlocks.actions(buttons(buttons, row)));
    }
    blocks.add(
        SlackBlocks.actions(List.of(buttons.button(SlackButtons.SAY, "New digest", "subscribe"))));
    blocks.add(SlackBlocks.divider());
    blocks.add(search());
    blocks.add(SlackBlocks.divider());
    for (JsonNode block : today(where)) {
      if (blocks.size() == SlackViews.MOST_BLOCKS - 1) {
        break;
      }
      // ids are unique within the view: these count on from their own beginning
      renumber(block);
      blocks.add(block);
    }
    blocks.add(
        SlackBlocks.context(
            "`/papers help` says all that Paperboy understands; in direct messages no prefix is"
                + " needed."));
    return blocks;
  }

  private ArrayNode today(SlackWhere where) {
    Message three = conversation.message(where, "today limit:3");
    return conversation.rendered(three, Layout.CARDS).blocks();
  }

  private static void renumber(JsonNode node) {
    if (node instanceof ObjectNode object && object.has("action_id")) {
      object.put("action_id", SlackJson.text(object, "action_id") + ":today");
    }
    node.forEach(SlackHome::renumber);
  }

  private static ObjectNode search() {
    ObjectNode field = SlackBlocks.textInput("", "how do agents remember");
    ObjectNode input = SlackBlocks.input(SEARCH, "Search papers", null, field);
    ObjectNode dispatch = SlackJson.object();
    dispatch.set("trigger_actions_on", SlackJson.array().add("on_enter_pressed"));
    field.set("dispatch_action_config", dispatch);
    return input.put("dispatch_action", true);
  }

  private static String described(Map<?, ?> row) {
    String state = SlackForm.text(row, "state", "active").toLowerCase(Locale.ROOT);
    String query = SlackForm.text(row, "query", "");
    return "*"
        + SlackForm.text(row, "number", "")
        + ". "
        + (query.isEmpty() ? "All papers" : SlackText.escaped(query, 300))
        + "*"
        + (state.equals("active") ? "" : "  ·  *" + SlackText.escaped(state, 40) + "*")
        + (query.isEmpty()
            ? ""
            : "\n" + SlackText.escaped(SlackForm.text(row, "reading", query), 600));
  }

  /** When it comes, and how it went. */
  private static String course(Map<?, ?> row) {
    List<String> facts = new ArrayList<>();
    facts.add(schedule(row));
    String next = SlackForm.text(row, "nextLocal", "");
    if (!next.isEmpty() && !next.equals(SlackForm.text(row, "state", ""))) {
      facts.add(SlackText.escaped(next, 200));
    }
    String last = SlackForm.text(row, "last", "");
    if (!last.isEmpty()) {
      facts.add("last: " + SlackText.escaped(last, 200));
    }
    return String.join("  ·  ", facts);
  }

  private static String schedule(Map<?, ?> row) {
    SlackForm form = SlackForm.of(row);
    return SlackText.escaped(
        form.cadence()
            + (form.cadence().equals("hourly") ? "" : " " + form.time())
            + (form.zone().isEmpty() ? "" : " " + form.zone())
            + ", at most "
            + form.max(),
        200);
  }

  private static List<ObjectNode> buttons(SlackButtons buttons, Map<?, ?> row) {
    String number = SlackForm.text(row, "number", "");
    boolean active =
        SlackForm.text(row, "state", "active").toLowerCase(Locale.ROOT).equals("active");
    ObjectNode delete = buttons.button(CHANGE, "Delete", "unsubscribe " + number);
    ObjectNode confirm = SlackJson.object();
    confirm.set("title", SlackBlocks.plain("Delete this digest?"));
    confirm.set("text", SlackBlocks.plain("What it has sent stays where it is."));
    confirm.set("confirm", SlackBlocks.plain("Delete"));
    confirm.set("deny", SlackBlocks.plain("Keep"));
    delete.set("confirm", confirm);
    return List.of(
        active
            ? buttons.button(CHANGE, "Pause", "pause " + number)
            : buttons.button(CHANGE, "Resume", "resume " + number),
        buttons.button(SlackButtons.SAY, "Edit", "edit " + number),
        buttons.button(SlackButtons.SAY, "Preview", "preview " + number),
        buttons.button(SlackButtons.SAY, "Share code", "share " + number),
        delete);
  }

  private static SlackWhere home(SlackWhere where) {
    return new SlackWhere(where.space(), where.person(), "", null, true);
  }

  private static String key(SlackWhere where) {
    return where.space() + ":" + where.person();
  }
}
