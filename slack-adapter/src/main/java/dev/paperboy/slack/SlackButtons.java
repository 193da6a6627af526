package dev.paperboy.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.chat.Action;
import dev.paperboy.chat.Wording;
import dev.paperboy.paper.Readable;
import java.util.List;
import java.util.function.UnaryOperator;

/** The buttons of one message: each id once, each value the line that pressing it says. */
final class SlackButtons {
  /** Pressing it says the line in its value. */
  static final String SAY = "say";

  /** Pressing it shows everyone here what the line in its value gives. */
  static final String SHARE = "share";

  /** A menu of addresses, which the client opens by itself. */
  static final String OPEN = "open";

  private final UnaryOperator<String> shorten;
  private int number;

  /**
   * @param shorten keeps a line that is too long for a button, and gives a short one for it
   */
  SlackButtons(UnaryOperator<String> shorten) {
    this.shorten = shorten;
  }

  void add(List<ObjectNode> elements, List<Action> actions) {
    for (Action action : actions) {
      elements.add(button(SAY, action.label(), action.line()));
    }
  }

  ObjectNode button(String kind, String label, String line) {
    String clean = Readable.clean(line);
    String value = clean.length() > SlackBlocks.VALUE ? shorten.apply(clean) : clean;
    return SlackBlocks.button(
        Wording.capitalised(label), id(kind), value.isBlank() ? "help" : value);
  }

  ObjectNode overflow(ArrayNode options) {
    ObjectNode menu = SlackJson.object().put("type", "overflow").put("action_id", id(OPEN));
    return menu.set("options", options);
  }

  private String id(String kind) {
    number++;
    return kind + ":" + number;
  }
}
