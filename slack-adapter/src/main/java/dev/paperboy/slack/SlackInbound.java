package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.FrontDesk;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
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
  private final FrontDesk desk;
  private final SlackReplies replies;
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
      FrontDesk desk,
      SlackReplies replies,
      SlackCommands commands,
      SlackActions actions,
      SlackSubmissions submissions,
      SlackEvents events) {
    this.own = own;
    this.work = work;
    this.desk = desk;
    this.replies = replies;
    this.commands = commands;
    this.actions = actions;
    this.submissions = submissions;
    this.events = events;
  }

  /**
   * What to acknowledge with; empty for nothing but the acknowledgement.
   *
   * @throws RejectedExecutionException where there is no room for the work and no way to say so in
   *     the acknowledgement: Slack then sends an event again, and marks a button as failed
   */
  Optional<JsonNode> take(JsonNode payload) {
    if (own != null && payload instanceof ObjectNode object) {
      object.put("team_id", own);
    }
    if (payload.has("command")) {
      return unlessBusy(
          () -> later(payload, "trigger_id", () -> commands.command(payload)),
          Optional.empty(),
          SlackJson.object().put("response_type", "ephemeral").put("text", BUSY));
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
        Runnable toDo = taken.work();
        return toDo == null
            ? taken.acknowledgement()
            : unlessBusy(
                () -> later(payload, "trigger_id", toDo),
                taken.acknowledgement(),
                submissions.busy(payload, BUSY));
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

  private static Optional<JsonNode> unlessBusy(
      Runnable handOver, Optional<JsonNode> acknowledgement, JsonNode busy) {
    try {
      handOver.run();
      return acknowledgement;
    } catch (RejectedExecutionException e) {
      return Optional.of(busy);
    }
  }

  private void later(JsonNode payload, String idPath, Runnable task) {
    String id = SlackJson.text(payload, idPath);
    String team = SlackCommands.space(payload);
    try {
      work.execute(() -> {
        if (id.isEmpty() || desk.isFirst(team + ":" + id)) {
          done(payload, task);
        } else {
          LOG.debug("slack: delivered again, left alone");
        }
      });
    } catch (RejectedExecutionException e) {
      LOG.warn("slack: too busy for one more {}", SlackJson.text(payload, "type"));
      throw e;
    }
  }

  /** A fault of ours is said to the person where there is a way to, and logged in any case. */
  private void done(JsonNode payload, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      String incident =
          String.format(Locale.ROOT, "%06x", ThreadLocalRandom.current().nextInt(0x1000000));
      LOG.error("incident {} in {}", incident, SlackJson.text(payload, "type"), e);
      String address = SlackJson.text(payload, "response_url");
      if (!address.isEmpty()) {
        replies.whisper(
            address,
            "Something went wrong in Paperboy itself; the log has it as incident "
                + incident
                + ".");
      }
    }
  }
}
