package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place where messages stand. */
public final class Channel {
  static final int TEXT = 0;
  static final int DIRECT = 1;
  static final int GROUP = 3;
  static final int THREAD = 11;
  static final int FORUM = 15;

  final long number;
  final int type;
  final String name;
  final @Nullable Guild guild;
  final @Nullable Channel parent;
  final List<Person> people = new ArrayList<>();
  final List<Stored> messages = new ArrayList<>();
  final Map<Long, Rights.Overwrite> overwrites = Rights.none();
  boolean deleted;
  boolean archived;
  boolean locked;

  Channel(long number, int type, String name, @Nullable Guild guild, @Nullable Channel parent) {
    this.number = number;
    this.type = type;
    this.name = name;
    this.guild = guild;
    this.parent = parent;
  }

  public String id() {
    return Long.toString(number);
  }

  public String name() {
    return name;
  }

  /** The server that it is in. */
  public Optional<Guild> guild() {
    return Optional.ofNullable(guild);
  }

  boolean isThread() {
    return type == THREAD;
  }

  boolean botIsThere() {
    return type == DIRECT || (guild != null && guild.botIsThere);
  }

  ObjectNode json() {
    ObjectNode json = Json.object().put("id", id()).put("type", type).put("flags", 0);
    json.put("last_message_id", messages.isEmpty() ? null : messages.get(messages.size() - 1).id());
    if (type == DIRECT || type == GROUP) {
      json.set("recipients", Json.array(people.stream().map(Person::json).toList()));
      if (type == GROUP) {
        json.put("name", name).put("owner_id", Long.toString(people.get(0).number)).putNull("icon");
      }
      return json;
    }
    json.put("name", name).put("nsfw", false).put("rate_limit_per_user", 0);
    if (guild != null) {
      json.put("guild_id", guild.id());
    }
    if (isThread()) {
      return thread(json);
    }
    json.put("position", 0).putNull("parent_id").putNull("topic");
    ArrayNode exceptions = json.putArray("permission_overwrites");
    overwrites.forEach((who, overwrite) ->
        exceptions
            .addObject()
            .put("id", Long.toString(who))
            .put("type", 0)
            .put("allow", Long.toString(overwrite.allow()))
            .put("deny", Long.toString(overwrite.deny())));
    if (type == FORUM) {
      json.putArray("available_tags");
      json.putNull("default_reaction_emoji").putNull("default_sort_order");
      json.put("default_forum_layout", 0).put("default_thread_rate_limit_per_user", 0);
    }
    return json;
  }

  private ObjectNode thread(ObjectNode json) {
    json.put("parent_id", parent == null ? null : parent.id());
    json.put("owner_id", Long.toString(World.APP)).put("member_count", 1);
    json.put("message_count", messages.size()).put("total_message_sent", messages.size());
    json.putArray("applied_tags");
    json.putObject("thread_metadata")
        .put("archived", archived)
        .put("locked", locked)
        .put("auto_archive_duration", 1440)
        .put("archive_timestamp", "2026-08-01T00:00:00.000000+00:00")
        .put("create_timestamp", "2026-08-01T00:00:00.000000+00:00");
    json.putObject("member")
        .put("id", id())
        .put("user_id", Long.toString(World.APP))
        .put("join_timestamp", "2026-08-01T00:00:00.000000+00:00")
        .put("flags", 0);
    return json;
  }

  @Override
  public String toString() {
    return "#" + name;
  }
}
