package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code chat.*}: what the bot says. */
final class ChatMethods {
  private final World world;

  ChatMethods(World world) {
    this.world = world;
  }

  Map<String, Method> all() {
    return Map.of(
        "chat.postMessage", this::post,
        "chat.postEphemeral", this::postEphemeral,
        "chat.update", this::update,
        "chat.delete", this::delete,
        "chat.unfurl", this::unfurl,
        "chat.getPermalink", this::permalink);
  }

  private ObjectNode post(Workspace workspace, Args args) {
    need(workspace, "chat:write");
    Channel channel = place(workspace, args.required("channel"));
    mayWrite(workspace, channel);
    ObjectNode body = body("chat.postMessage", args);
    Posted posted =
        world.post(channel, thread(workspace, channel, args), workspace.botUser, body, null);
    ObjectNode answer = Json.ok().put("channel", channel.id).put("ts", posted.ts());
    answer.set("message", ConversationMethods.message(workspace, posted, true));
    return answer;
  }

  private ObjectNode postEphemeral(Workspace workspace, Args args) {
    need(workspace, "chat:write");
    Channel channel = place(workspace, args.required("channel"));
    String person = args.required("user");
    if (channel.kind != Channel.Kind.DIRECT && !channel.members.contains(workspace.botUser)) {
      throw new ApiError("not_in_channel");
    }
    if (!channel.members.contains(person)) {
      throw new ApiError("user_not_in_channel");
    }
    ObjectNode body = body("chat.postEphemeral", args);
    Posted posted =
        world.post(channel, thread(workspace, channel, args), workspace.botUser, body, person);
    return Json.ok().put("message_ts", posted.ts());
  }

  private ObjectNode update(Workspace workspace, Args args) {
    need(workspace, "chat:write");
    Channel channel = workspace.channel(args.required("channel"));
    String ts = args.required("ts");
    Posted posted =
        workspace
            .message(channel.id, ts)
            .filter(message -> message.onlyFor() == null)
            .orElseThrow(() -> new ApiError("message_not_found"));
    if (!posted.author().equals(workspace.botUser)) {
      throw new ApiError("cant_update_message");
    }
    workspace.replace(channel.id, ts, body("chat.update", args));
    world.changed();
    return Json.ok().put("channel", channel.id).put("ts", ts).put("text", args.text("text"));
  }

  private ObjectNode delete(Workspace workspace, Args args) {
    need(workspace, "chat:write");
    if (!workspace.replace(args.required("channel"), args.required("ts"), null)) {
      throw new ApiError("message_not_found");
    }
    world.changed();
    return Json.ok().put("channel", args.text("channel")).put("ts", args.text("ts"));
  }

  private ObjectNode unfurl(Workspace workspace, Args args) {
    need(workspace, "links:write");
    boolean inMessage = args.has("channel") && args.has("ts");
    if (inMessage == (args.has("unfurl_id") && args.has("source"))) {
      throw new ApiError("invalid_arguments");
    }
    String shared = inMessage ? args.text("ts") : args.text("unfurl_id");
    JsonNode unfurls = args.json("unfurls", "invalid_unfurls_format");
    if (!unfurls.isObject() || unfurls.isEmpty()) {
      throw new ApiError("invalid_unfurls_format");
    }
    List<String> urls = world.shared.getOrDefault(shared, List.of());
    if (urls.isEmpty()) {
      throw new ApiError("cannot_find_message");
    }
    for (Map.Entry<String, JsonNode> unfurl : unfurls.properties()) {
      if (!urls.contains(unfurl.getKey())) {
        throw new ApiError("cannot_unfurl_url");
      }
      ObjectNode message = Json.object().put("text", "an unfurl has none of its own");
      message.set("blocks", unfurl.getValue().path("blocks"));
      world.problem("chat.unfurl " + unfurl.getKey(), PayloadRules.message(message));
    }
    world.unfurls.put(shared, unfurls);
    world.changed();
    return Json.ok();
  }

  private ObjectNode permalink(Workspace workspace, Args args) {
    Posted posted =
        workspace
            .message(args.required("channel"), args.required("message_ts"))
            .orElseThrow(() -> new ApiError("message_not_found"));
    return Json.ok()
        .put("channel", posted.channel())
        .put(
            "permalink",
            "https://fake.slack.com/archives/%s/p%s"
                .formatted(posted.channel(), posted.ts().replace(".", "")));
  }

  /** A channel by its id, or the direct messages with a person by theirs. */
  private static Channel place(Workspace workspace, String id) {
    Workspace.Person person = workspace.people.get(id);
    if (person == null) {
      return workspace.channel(id);
    }
    if (person.deleted()) {
      throw new ApiError("user_disabled");
    }
    return workspace.direct(id);
  }

  private static void mayWrite(Workspace workspace, Channel channel) {
    if (channel.archived) {
      throw new ApiError("is_archived");
    }
    boolean member = channel.members.contains(workspace.botUser);
    if (!member && channel.kind == Channel.Kind.PRIVATE) {
      throw new ApiError("channel_not_found");
    }
    if (!member) {
      workspace.asked.add("chat:write.public");
    }
    if (!member && !workspace.scopes.contains("chat:write.public")) {
      throw new ApiError("not_in_channel");
    }
  }

  private static @Nullable String thread(Workspace workspace, Channel channel, Args args) {
    if (!args.has("thread_ts")) {
      return null;
    }
    if (workspace.message(channel.id, args.text("thread_ts")).isEmpty()) {
      throw new ApiError("thread_not_found");
    }
    return args.text("thread_ts");
  }

  private ObjectNode body(String method, Args args) {
    ObjectNode body = Json.object().put("text", args.text("text"));
    if (args.has("mrkdwn")) {
      body.put("mrkdwn", args.flag("mrkdwn"));
    }
    if (args.has("blocks")) {
      JsonNode blocks = args.json("blocks", "invalid_blocks_format");
      if (!blocks.isArray()) {
        throw new ApiError("invalid_blocks_format");
      }
      if (blocks.size() > Limits.BLOCKS) {
        problem(method, "msg_blocks_too_many", List.of(blocks.size() + " blocks"));
      }
      if (args.text("blocks").length() > Limits.BLOCKS_JSON) {
        problem(
            method, "msg_blocks_too_long", List.of(args.text("blocks").length() + " characters"));
      }
      body.set("blocks", blocks);
    } else if (args.text("text").isBlank()) {
      problem(method, "no_text", List.of("neither text nor blocks"));
    }
    if (args.has("metadata")) {
      body.set("metadata", args.json("metadata", "invalid_metadata_format"));
    }
    List<String> found = PayloadRules.message(body);
    if (!found.isEmpty()) {
      problem(method, "invalid_blocks", found);
    }
    if (args.flag("link_names") || args.text("parse").equals("full")) {
      world.problem(method, List.of("names would be turned into pings"));
    }
    return body;
  }

  private void problem(String method, String error, List<String> found) {
    world.problem(method, found);
    throw new ApiError(error);
  }

  static void need(Workspace workspace, String scope) {
    workspace.asked.add(scope);
    if (!workspace.scopes.contains(scope)) {
      throw new ApiError("missing_scope", scope);
    }
  }
}
