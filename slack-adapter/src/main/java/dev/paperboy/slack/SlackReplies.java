package dev.paperboy.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.Secret;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says something back to a person: through the address that came with what they did while it lasts,
 * which is five times within half an hour, else by the Web API.
 */
final class SlackReplies {
  /** Who sees a reply. */
  enum Seen {
    /** The person alone. */
    BY_ONE,
    /** Everyone in the channel. */
    BY_ALL,
    /** The person alone, in place of the message that the button stood in. */
    INSTEAD
  }

  private static final Logger LOG = LoggerFactory.getLogger(SlackReplies.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How often an address that came with a command or a button is taken. */
  static final int USES = 5;

  private final SlackWeb web;
  private final SlackTokens tokens;
  private final SlackPace pace;

  SlackReplies(SlackWeb web, SlackTokens tokens, SlackPace pace) {
    this.web = web;
    this.tokens = tokens;
    this.pace = pace;
  }

  /**
   * @param responseUrl empty where none came
   */
  void reply(SlackWhere where, String responseUrl, Seen seen, SlackPayload payload) {
    if (!responseUrl.isEmpty()) {
      ObjectNode body = SlackJson.object();
      body.put("response_type", seen == Seen.BY_ALL ? "in_channel" : "ephemeral");
      body.put("replace_original", seen == Seen.INSTEAD);
      body.put("text", payload.text());
      body.set("blocks", payload.blocks());
      if (where.thread() != null) {
        body.put("thread_ts", where.thread());
      }
      SlackAnswer answer = web.respond(responseUrl, body);
      if (answer.isDone()) {
        return;
      }
      if (answer instanceof SlackAnswer.Failed failed && !failed.nothingDone()) {
        LOG.warn("slack: a reply may not have arrived: {}", failed.why());
        return;
      }
    }
    if (!where.channel().isEmpty() && seen == Seen.BY_ALL) {
      post(where.space(), where.channel(), where, payload);
    } else if (where.direct() || where.channel().isEmpty()) {
      // the channel may be one between two people, where Paperboy is not
      toPerson(where, payload);
    } else {
      Map<String, String> arguments = arguments(where.channel(), where, payload);
      arguments.put("user", where.person());
      SlackAnswer answer = call(where.space(), "chat.postEphemeral", arguments);
      if (answer instanceof SlackAnswer.Refused) {
        // not a member of the channel, say: direct messages always work
        toPerson(where, payload);
      }
    }
  }

  private void toPerson(SlackWhere where, SlackPayload payload) {
    SlackWhere direct = new SlackWhere(where.space(), where.person(), "", null, true);
    SlackAnswer unused = post(where.space(), where.person(), direct, payload);
  }

  /**
   * Says a sentence to the person alone, once, through the address that came with what they did.
   */
  void whisper(String responseUrl, String sentence) {
    ObjectNode body = SlackJson.object().put("response_type", "ephemeral");
    body.put("replace_original", false).put("text", sentence);
    SlackAnswer answer = web.respond(responseUrl, body);
    if (!answer.isDone()) {
      LOG.warn("slack: a reply did not arrive: {}", answer.inWords());
    }
  }

  /** Posts to a channel, or to a person's direct messages. */
  SlackAnswer post(String space, String channel, SlackWhere where, SlackPayload payload) {
    Map<String, String> arguments = arguments(channel, where, payload);
    arguments.put("unfurl_links", "false");
    arguments.put("unfurl_media", "false");
    arguments.put("parse", "none");
    sleep(pace.turn(space + ":" + channel));
    SlackAnswer answer = call(space, "chat.postMessage", arguments);
    if (answer instanceof SlackAnswer.Refused refused
        && SlackErrors.of(refused.error()) == SlackErrors.Meaning.PAYLOAD) {
      arguments.remove("blocks");
      sleep(pace.turn(space + ":" + channel));
      answer = call(space, "chat.postMessage", arguments);
    }
    pace.sent(space + ":" + channel);
    return answer;
  }

  /** Calls a method of the Web API, once more where Slack asks for patience. */
  SlackAnswer call(String space, String method, Map<String, String> arguments) {
    Secret token = tokens.in(space).orElse(null);
    if (token == null) {
      LOG.info("slack: {} left out, not installed in {}", method, space);
      return new SlackAnswer.Refused("not_authed", "");
    }
    SlackAnswer answer = web.call(token, method, arguments);
    if (answer instanceof SlackAnswer.Limited limited
        && limited.after().compareTo(PATIENCE) <= 0
        && sleep(limited.after().plusMillis(100))) {
      answer = web.call(token, method, arguments);
    }
    if (!answer.isDone()) {
      LOG.warn("slack: {} in {}: {}", method, space, answer.inWords());
    }
    return answer;
  }

  private static Map<String, String> arguments(
      String channel, SlackWhere where, SlackPayload payload) {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("channel", channel);
    arguments.put("text", payload.text());
    arguments.put("blocks", payload.blocksAsText());
    if (where.thread() != null) {
      arguments.put("thread_ts", where.thread());
    }
    return arguments;
  }

  private static boolean sleep(Duration wait) {
    try {
      if (wait.isPositive()) {
        Thread.sleep(wait);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
