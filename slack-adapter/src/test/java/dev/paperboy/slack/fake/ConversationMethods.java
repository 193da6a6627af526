package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** {@code conversations.*} and {@code users.*}: who and where. */
final class ConversationMethods {
  Map<String, Method> all() {
    return Map.of(
        "conversations.info", ConversationMethods::info,
        "conversations.open", ConversationMethods::open,
        "conversations.members", ConversationMethods::members,
        "conversations.history", ConversationMethods::history,
        "conversations.replies", ConversationMethods::replies,
        "users.conversations", ConversationMethods::channelsOf,
        "users.info", ConversationMethods::person);
  }

  private static ObjectNode info(Workspace workspace, Args args) {
    Channel channel = seen(workspace, args.required("channel"), "read");
    ObjectNode body =
        Json.object()
            .put("id", channel.id)
            .put("name", channel.name)
            .put("is_channel", channel.kind == Channel.Kind.PUBLIC)
            .put("is_im", channel.kind == Channel.Kind.DIRECT)
            .put("is_private", channel.kind != Channel.Kind.PUBLIC)
            .put("is_archived", channel.archived)
            .put("is_member", channel.members.contains(workspace.botUser));
    ObjectNode answer = Json.ok();
    answer.set("channel", body);
    return answer;
  }

  private static ObjectNode open(Workspace workspace, Args args) {
    ChatMethods.need(workspace, "im:write");
    Workspace.Person person = workspace.people.get(args.required("users"));
    if (person == null) {
      throw new ApiError("user_not_found");
    }
    if (person.deleted()) {
      throw new ApiError("user_disabled");
    }
    ObjectNode answer = Json.ok();
    answer.putObject("channel").put("id", workspace.direct(person.id()).id);
    return answer;
  }

  private static ObjectNode members(Workspace workspace, Args args) {
    Channel channel = seen(workspace, args.required("channel"), "read");
    ObjectNode answer = Json.ok();
    ArrayNode members = answer.putArray("members");
    channel.members.forEach(members::add);
    answer.putObject("response_metadata").put("next_cursor", "");
    return answer;
  }

  private static ObjectNode history(Workspace workspace, Args args) {
    Channel channel = seen(workspace, args.required("channel"), "history");
    return page(workspace, channel, args, posted -> posted.thread() == null, true);
  }

  private static ObjectNode replies(Workspace workspace, Args args) {
    Channel channel = seen(workspace, args.required("channel"), "history");
    String ts = args.required("ts");
    if (workspace.message(channel.id, ts).isEmpty()) {
      throw new ApiError("thread_not_found");
    }
    return page(
        workspace,
        channel,
        args,
        posted -> posted.ts().equals(ts) || Objects.equals(posted.thread(), ts),
        false);
  }

  private static ObjectNode page(
      Workspace workspace,
      Channel channel,
      Args args,
      Predicate<Posted> wanted,
      boolean newestFirst) {
    String oldest = args.has("oldest") ? args.text("oldest") : "0";
    String latest = args.has("latest") ? args.text("latest") : "9999999999";
    int limit = args.has("limit") ? Integer.parseInt(args.text("limit")) : 100;
    int from = args.has("cursor") ? Integer.parseInt(args.text("cursor").substring(1)) : 0;
    Comparator<Posted> byTs = Comparator.comparing(Posted::ts);
    List<Posted> found =
        channel.messages.stream()
            .filter(posted -> posted.onlyFor() == null)
            .filter(wanted)
            .filter(posted -> seconds(posted.ts()) > seconds(oldest))
            .filter(posted -> seconds(posted.ts()) < seconds(latest))
            .sorted(newestFirst ? byTs.reversed() : byTs)
            .toList();
    ObjectNode answer = Json.ok();
    ArrayNode messages = answer.putArray("messages");
    found.stream()
        .skip(from)
        .limit(limit)
        .forEach(
            posted -> messages.add(message(workspace, posted, args.flag("include_all_metadata"))));
    boolean more = found.size() > from + limit;
    answer.put("has_more", more);
    answer.putObject("response_metadata").put("next_cursor", more ? "c" + (from + limit) : "");
    return answer;
  }

  private static double seconds(String ts) {
    return Double.parseDouble(ts);
  }

  static ObjectNode message(Workspace workspace, Posted posted, boolean withMetadata) {
    ObjectNode message = Json.object().put("type", "message").put("text", posted.text());
    message.put("user", posted.author()).put("ts", posted.ts()).put("team", workspace.id);
    if (posted.author().equals(workspace.botUser)) {
      message.put("bot_id", workspace.botId).put("app_id", World.APP);
    }
    if (posted.thread() != null) {
      message.put("thread_ts", posted.thread());
    }
    if (posted.body().has("blocks")) {
      message.set("blocks", posted.body().path("blocks").deepCopy());
    }
    if (withMetadata && posted.body().has("metadata")) {
      message.set("metadata", posted.body().path("metadata").deepCopy());
    }
    return message;
  }

  /** What the bot may see of a person's channels. */
  private static ObjectNode channelsOf(Workspace workspace, Args args) {
    String types = args.has("types") ? args.text("types") : "public_channel";
    boolean all = types.contains("private_channel");
    ChatMethods.need(workspace, "channels:read");
    if (all) {
      ChatMethods.need(workspace, "groups:read");
    }
    String person = args.required("user");
    int limit = args.has("limit") ? Integer.parseInt(args.text("limit")) : 100;
    int from = args.has("cursor") ? Integer.parseInt(args.text("cursor").substring(1)) : 0;
    List<Channel> found =
        workspace.channels.values().stream()
            .filter(channel -> channel.kind != Channel.Kind.DIRECT)
            .filter(channel -> channel.members.contains(person))
            .filter(channel -> !channel.archived || !args.flag("exclude_archived"))
            .filter(channel ->
                channel.kind == Channel.Kind.PUBLIC
                    || (all && channel.members.contains(workspace.botUser)))
            .toList();
    ObjectNode answer = Json.ok();
    ArrayNode channels = answer.putArray("channels");
    found.stream()
        .skip(from)
        .limit(limit)
        .forEach(channel -> channels.addObject().put("id", channel.id).put("name", channel.name));
    boolean more = found.size() > from + limit;
    answer.putObject("response_metadata").put("next_cursor", more ? "c" + (from + limit) : "");
    return answer;
  }

  private static ObjectNode person(Workspace workspace, Args args) {
    ChatMethods.need(workspace, "users:read");
    Workspace.Person person = workspace.people.get(args.required("user"));
    if (person == null) {
      throw new ApiError("user_not_found");
    }
    ObjectNode answer = Json.ok();
    answer
        .putObject("user")
        .put("id", person.id())
        .put("team_id", workspace.visitors.getOrDefault(person.id(), workspace.id))
        .put("name", person.name())
        .put("real_name", person.name())
        .put("deleted", person.deleted())
        .put("tz", person.zone())
        .put("is_admin", person.admin())
        .put("is_owner", false)
        .put("is_primary_owner", false)
        .put("is_restricted", person.guest())
        .put("is_ultra_restricted", false)
        .put("is_bot", false)
        .put("is_app_user", false);
    return answer;
  }

  private static Channel seen(Workspace workspace, String id, String what) {
    Channel channel = workspace.channels.get(id);
    ChatMethods.need(workspace, (channel == null ? "channels" : channel.kind.scope) + ":" + what);
    if (channel == null
        || (channel.kind == Channel.Kind.PRIVATE && !channel.members.contains(workspace.botUser))) {
      throw new ApiError("channel_not_found");
    }
    if (what.equals("history") && !channel.members.contains(workspace.botUser)) {
      throw new ApiError("not_in_channel");
    }
    return channel;
  }
}
