package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.slack.fake.AppLink.Ack;
import dev.paperboy.slack.fake.AppLink.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One person in a workspace, and what they do. Each act waits for the acknowledgement. */
public final class Human {
  private final Acts acts;
  private final Workspace workspace;
  private final String id;

  Human(Acts acts, Workspace workspace, String id) {
    this.acts = acts;
    this.workspace = workspace;
    this.id = id;
  }

  /** Lets the app in on Slack's own page; the code that Slack sends them back with. */
  public String letIn() {
    synchronized (acts.world) {
      String code = "code-" + acts.world.next();
      acts.world.codes.put(code, workspace.id + "/" + id);
      return code;
    }
  }

  /** Types {@code /papers …}; how long the acknowledgement took. */
  public Duration command(String channel, String text) {
    return slash("/papers", channel, text);
  }

  public Duration slash(String command, String channel, String text) {
    Channel place = place(channel);
    ObjectNode payload =
        Json.object()
            .put("token", "fixed-value")
            .put("team_id", workspace.id)
            .put("team_domain", "fake")
            .put("channel_id", place.id)
            .put("channel_name", place.name)
            .put("user_id", id)
            .put("user_name", "name-" + id)
            .put("command", command)
            .put("text", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
            .put("api_app_id", World.APP)
            .put("is_enterprise_install", "false")
            .put("response_url", acts.responseUrl(workspace, place, id, null))
            .put("trigger_id", acts.world.trigger());
    return acts.once(Kind.SLASH_COMMANDS, payload).after();
  }

  /** Writes {@code @paperboy …} in a channel, or in a thread of it; the ts of what was written. */
  public String mention(String channel, String text, @Nullable String thread) {
    return say("app_mention", channel, "<@" + workspace.botUser + "> " + text, thread);
  }

  /** Writes to the bot. */
  public String directMessage(String text) {
    return say("message", id, text, null);
  }

  private String say(String type, String channel, String text, @Nullable String thread) {
    ObjectNode event = said(type, channel, text, thread);
    var unused = acts.event(workspace, event);
    return event.path("ts").asText();
  }

  /** The same message, its event sent twice. */
  public void directMessageTwice(String text) {
    ObjectNode callback = acts.callback(workspace, said("message", id, text, null));
    var unused = acts.send(callback);
    var unusedToo = acts.again(callback);
  }

  private ObjectNode said(String type, String channel, String text, @Nullable String thread) {
    Channel place = place(channel);
    ObjectNode body = Json.object().put("text", text);
    Posted posted = acts.world.post(place, thread, id, body, null);
    ObjectNode event =
        Json.object()
            .put("client_msg_id", "m" + acts.world.next())
            .put("type", type)
            .put("text", text)
            .put("user", id)
            .put("ts", posted.ts())
            .put("team", workspace.id)
            .put("channel", place.id);
    if (thread != null) {
      event.put("thread_ts", thread);
    }
    if (type.equals("message")) {
      event.put("channel_type", "im");
    }
    return event;
  }

  /** Opens the Home tab, or the tab of messages; waits for nothing but the acknowledgement. */
  public void open(String tab) {
    ObjectNode event =
        Json.object()
            .put("type", "app_home_opened")
            .put("user", id)
            .put("channel", workspace.direct(id).id)
            .put("tab", tab);
    var unused = acts.event(workspace, event);
  }

  /** Presses the button with this label under a message. */
  public Duration press(Posted message, String label) {
    JsonNode blocks = message.body().path("blocks");
    ObjectNode action = element(blocks, button -> words(button).equals(label), label);
    Channel place = acts.world.workspace(workspace.id).channel(message.channel());
    boolean ephemeral = message.onlyFor() != null;
    ObjectNode payload = interactive("block_actions");
    payload
        .putObject("container")
        .put("type", "message")
        .put("message_ts", message.ts())
        .put("channel_id", place.id)
        .put("is_ephemeral", ephemeral);
    payload.putObject("channel").put("id", place.id).put("name", place.name);
    if (!ephemeral) {
      payload.set("message", ConversationMethods.message(workspace, message, false));
    }
    payload.put("response_url", acts.responseUrl(workspace, place, id, message.ts()));
    payload.putArray("actions").add(action);
    return acts.once(Kind.INTERACTIVE, payload).after();
  }

  /** Presses a button of a view. */
  public Duration press(JsonNode view, String label) {
    return inView(view, element(view.path("blocks"), e -> words(e).equals(label), label));
  }

  /** Types into a field of a view that is sent at once. */
  public Duration type(JsonNode view, String actionId, String text) {
    Predicate<JsonNode> wanted = e -> e.path("action_id").asText().equals(actionId);
    return inView(view, element(view.path("blocks"), wanted, actionId).put("value", text));
  }

  private Duration inView(JsonNode view, ObjectNode action) {
    ObjectNode payload = interactive("block_actions");
    payload.putObject("container").put("type", "view").put("view_id", view.path("id").asText());
    payload.set("view", view.deepCopy());
    payload.putArray("actions").add(action);
    return acts.once(Kind.INTERACTIVE, payload).after();
  }

  /** A shortcut that needs no message. */
  public void shortcut(String callbackId) {
    ObjectNode payload = interactive("shortcut");
    payload.put("callback_id", callbackId).put("action_ts", acts.world.ts());
    var unused = acts.once(Kind.INTERACTIVE, payload);
  }

  /** A shortcut on somebody's message. */
  public void shortcut(String callbackId, String channel, String text) {
    Channel place = place(channel);
    Posted posted = acts.world.post(place, null, id, Json.object().put("text", text), null);
    ObjectNode payload = interactive("message_action");
    payload.put("callback_id", callbackId).put("action_ts", acts.world.ts());
    payload.put("message_ts", posted.ts());
    payload.putObject("channel").put("id", place.id).put("name", place.name);
    payload.set("message", ConversationMethods.message(workspace, posted, false));
    payload.put("response_url", acts.responseUrl(workspace, place, id, null));
    var unused = acts.once(Kind.INTERACTIVE, payload);
  }

  /** Posts a link in a channel, or is still writing it; what the unfurl is to be found by. */
  public String link(String channel, String url, boolean stillWriting) {
    String domain = URI.create(url).getHost();
    ObjectNode event = Json.object().put("type", "link_shared").put("user", id);
    String shared;
    if (stillWriting) {
      shared = id + "-909b5454-" + acts.world.next();
      event.put("channel", "COMPOSER").put("message_ts", shared);
      event.put("unfurl_id", shared).put("source", "composer");
    } else {
      Channel place = place(channel);
      shared =
          acts.world.post(place, null, id, Json.object().put("text", "<" + url + ">"), null).ts();
      event.put("channel", place.id).put("message_ts", shared);
      shared = place.id + "." + shared;
      event.put("unfurl_id", shared).put("source", "conversations_history");
    }
    event.put("is_bot_user_member", true);
    event.putArray("links").addObject().put("domain", domain).put("url", url);
    synchronized (acts.world) {
      acts.world.shared.put(shared, List.of(url));
    }
    var unused = acts.event(workspace, event);
    return shared;
  }

  /** The modal that was opened last, with this callback id. */
  public JsonNode modal(String callbackId) {
    return acts.world.await(
        "the dialog " + callbackId,
        FakeSlack.PATIENCE,
        () ->
            workspace.views.values().stream()
                .filter(view -> view.path("callback_id").asText().equals(callbackId))
                .reduce((first, last) -> last)
                .map(ObjectNode::deepCopy));
  }

  /**
   * Fills in fields of a modal, by the ids of their blocks, and submits it.
   *
   * @return the errors at the fields; empty where it was taken
   */
  public Map<String, String> submit(JsonNode modal, Map<String, String> filled) {
    ObjectNode view = modal.deepCopy();
    ObjectNode values = view.putObject("state").putObject("values");
    for (JsonNode block : view.path("blocks")) {
      JsonNode element = block.path("element");
      if (element.isObject()) {
        String field = block.path("block_id").asText();
        values
            .putObject(field)
            .set(element.path("action_id").asText(), value(element, filled.get(field)));
      }
    }
    ObjectNode payload = interactive("view_submission");
    payload.set("view", view);
    payload.putArray("response_urls");
    Ack ack = acts.once(Kind.INTERACTIVE, payload);
    JsonNode answer = ack.payload();
    String action = answer.path("response_action").asText("");
    if (action.equals("errors")) {
      Map<String, String> errors = new java.util.TreeMap<>();
      answer
          .path("errors")
          .properties()
          .forEach(e -> errors.put(e.getKey(), e.getValue().asText()));
      errors.keySet().stream()
          .filter(field -> !values.has(field))
          .forEach(field -> acts.world.problem("view", List.of("an error at no field: " + field)));
      return errors;
    }
    synchronized (acts.world) {
      if (action.equals("update")) {
        ObjectNode next = (ObjectNode) answer.path("view");
        acts.world.problem("view", PayloadRules.view(next));
        var unused = acts.views.replace(workspace, view.path("id").asText(), next);
      } else {
        workspace.views.remove(view.path("id").asText());
      }
    }
    return Map.of();
  }

  private static ObjectNode value(JsonNode element, @Nullable String filled) {
    String type = element.path("type").asText();
    ObjectNode value = Json.object().put("type", type);
    if (type.endsWith("select") || type.equals("radio_buttons")) {
      JsonNode chosen = element.path("initial_option");
      for (JsonNode option : element.path("options")) {
        if (option.path("value").asText().equals(filled)) {
          chosen = option;
        }
      }
      value.set("selected_option", chosen.isMissingNode() ? null : chosen.deepCopy());
    } else if (type.equals("timepicker")) {
      value.put("selected_time", filled == null ? element.path("initial_time").asText() : filled);
    } else {
      String initial = element.path("initial_value").asText("");
      String text = filled == null ? initial : filled;
      value.put("value", text.isEmpty() ? null : text);
    }
    return value;
  }

  private ObjectNode interactive(String type) {
    ObjectNode payload = Json.object().put("type", type);
    payload.putObject("team").put("id", workspace.id).put("domain", "fake");
    payload
        .putObject("user")
        .put("id", id)
        .put("username", "name-" + id)
        .put("name", "name-" + id)
        .put("team_id", workspace.id);
    return payload
        .put("api_app_id", World.APP)
        .put("token", "fixed-value")
        .put("is_enterprise_install", false)
        .put("trigger_id", acts.world.trigger());
  }

  private ObjectNode element(JsonNode blocks, Predicate<JsonNode> wanted, String what) {
    List<String> seen = new ArrayList<>();
    for (JsonNode block : blocks) {
      List<JsonNode> elements = new ArrayList<>();
      block.path("elements").forEach(elements::add);
      elements.add(block.path("accessory"));
      elements.add(block.path("element"));
      Optional<JsonNode> found = elements.stream().filter(wanted).findFirst();
      if (found.isPresent()) {
        ObjectNode action = found.get().deepCopy();
        action.put("block_id", block.path("block_id").asText("b0"));
        return action.put("action_ts", acts.world.ts());
      }
      elements.stream().map(Human::words).filter(w -> !w.isEmpty()).forEach(seen::add);
    }
    throw new AssertionError("no \"" + what + "\" here, only " + seen);
  }

  private static String words(JsonNode element) {
    return element.path("type").asText().equals("button")
        ? element.path("text").path("text").asText()
        : "";
  }

  private Channel place(String channel) {
    synchronized (acts.world) {
      return channel.equals(id) ? workspace.direct(id) : workspace.channel(channel);
    }
  }
}
