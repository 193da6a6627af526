package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what Slack sends, in Socket Mode and over HTTP alike: gives the acknowledgement at once and
 * leaves the work for after. Nothing goes unacknowledged, whatever it is.
 */
final class SlackInbound {
  private static final Logger LOG = LoggerFactory.getLogger(SlackInbound.class);
  private static final String BUSY =
      "Paperboy has more to do than it can right now. Please try again in a minute.";

  private final @Nullable String own;
  private final SlackWork work;
  private final SlackDesk desk;
  private final SlackCommands commands;
  private final SlackActions actions;
  private final SlackSubmissions submissions;
  private final SlackEvents events;

  /**
   * @param own the one workspace served, whatever a payload says: people of others may be in its
   *     channels; null where there are many
   */
  SlackInbound(
      @Nullable String own,
      SlackWork work,
      SlackDesk desk,
      SlackCommands commands,
      SlackActions actions,
      SlackSubmissions submissions,
      SlackEvents events) {
    this.own = own;
    this.work = work;
    this.desk = desk;
    this.commands = commands;
    this.actions = actions;
    this.submissions = submissions;
    this.events = events;
  }

  /** What to acknowledge with; empty for nothing but the acknowledgement. */
  Optional<JsonNode> take(JsonNode payload) {
    if (own != null && payload instanceof ObjectNode object) {
      object.put("team_id", own);
    }
    if (payload.has("command")) {
      boolean taken = later(payload, "trigger_id", () -> commands.command(payload));
      return taken ? Optional.empty() : Optional.of(busy());
    }
    switch (SlackJson.text(payload, "type")) {
      case "url_verification" -> {
        return Optional.of(
            SlackJson.object().put("challenge", SlackJson.text(payload, "challenge")));
      }
      case "block_suggestion" -> {
        return Optional.of(SlackZones.suggestions(SlackJson.text(payload, "value")));
      }
      case "view_submission" -> {
        SlackSubmissions.Taken taken = submissions.take(payload);
        if (taken.work() != null && !later(payload, "trigger_id", taken.work())) {
          return Optional.of(submissions.busy(payload, BUSY));
        }
        return taken.acknowledgement();
      }
      case "block_actions" -> later(payload, "trigger_id", () -> actions.pressed(payload));
      case "shortcut" -> later(payload, "trigger_id", () -> commands.shortcut(payload));
      case "message_action" ->
          later(payload, "trigger_id", () -> commands.messageShortcut(payload));
      case "event_callback" -> later(payload, "event_id", () -> events.happened(payload));
      default -> LOG.debug("slack: nothing to do for {}", SlackJson.text(payload, "type"));
    }
    return Optional.empty();
  }

  /** False where there is no room for more work. */
  private boolean later(JsonNode payload, String idPath, Runnable task) {
    String id = SlackJson.text(payload, idPath);
    String team = SlackCommands.space(payload);
    try {
      work.execute(() -> {
        if (id.isEmpty() || desk.isFirst(team + ":" + id)) {
          task.run();
        } else {
          LOG.debug("slack: delivered again, left alone");
        }
      });
      return true;
    } catch (RejectedExecutionException e) {
      LOG.warn("slack: too busy for one more {}", SlackJson.text(payload, "type"));
      return false;
    }
  }

  private static ObjectNode busy() {
    return SlackJson.object().put("response_type", "ephemeral").put("text", BUSY);
  }
}
