package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A server, and what its owners do. */
public final class Guild {
  private static final String SINCE = "2026-01-01T00:00:00.000000+00:00";

  final long number;
  final String name;
  final long botRole;
  final long owner;
  final long managers;
  boolean botIsThere;
  long botRights = Rights.USUAL;
  long everyoneRights = Rights.USUAL;

  /** Commands that the owners let everybody use, whatever the app asked for. */
  final Set<String> opened = new HashSet<>();

  private final World world;
  private final Events events;

  Guild(World world, Events events, long number, String name, boolean botIsThere) {
    this.world = world;
    this.events = events;
    this.number = number;
    this.name = name;
    this.botIsThere = botIsThere;
    this.botRole = number + 2;
    this.owner = number + 3;
    this.managers = number + 4;
  }

  public String id() {
    return Long.toString(number);
  }

  public String name() {
    return name;
  }

  /** A text channel. */
  public Channel channel(String called) {
    return channel(called, Channel.TEXT, null);
  }

  public Channel forum(String called) {
    return channel(called, Channel.FORUM, null);
  }

  /** A public thread under a channel. */
  public Channel thread(Channel parent, String called) {
    return channel(called, Channel.THREAD, parent);
  }

  private Channel channel(String called, int type, @Nullable Channel parent) {
    synchronized (world) {
      Channel channel = new Channel(world.id(), type, called, this, parent);
      world.channels.put(channel.number, channel);
      tell(type == Channel.THREAD ? "THREAD_CREATE" : "CHANNEL_CREATE", channel.json());
      return channel;
    }
  }

  public void delete(Channel channel) {
    synchronized (world) {
      channel.deleted = true;
      tell(channel.isThread() ? "THREAD_DELETE" : "CHANNEL_DELETE", channel.json());
    }
  }

  public void archive(Channel thread, boolean locked) {
    synchronized (world) {
      thread.archived = true;
      thread.locked = locked;
      tell("THREAD_UPDATE", thread.json());
    }
  }

  /** The bot may no longer do these in a channel. */
  public void deny(Channel channel, long rights) {
    synchronized (world) {
      channel.overwrites.put(botRole, new Rights.Overwrite(0, rights));
      tell("CHANNEL_UPDATE", channel.json());
    }
  }

  /** The bot may do there again what it may in the server. */
  public void allow(Channel channel) {
    synchronized (world) {
      channel.overwrites.remove(botRole);
      tell("CHANNEL_UPDATE", channel.json());
    }
  }

  /** The owners let everybody use a command, whatever the app asked for. */
  public void letEverybodyUse(String command) {
    synchronized (world) {
      opened.add(command);
    }
  }

  /** Somebody adds the bot. */
  public void addBot() {
    synchronized (world) {
      botIsThere = true;
      tell("GUILD_CREATE", json());
    }
  }

  public void removeBot() {
    synchronized (world) {
      tell("GUILD_DELETE", Json.object().put("id", id()));
      botIsThere = false;
    }
  }

  private void tell(String type, ObjectNode what) {
    if (botIsThere) {
      boolean unused = events.dispatch(number, type, what);
    }
  }

  List<Channel> channels() {
    synchronized (world) {
      return world.channels.values().stream()
          .filter(channel -> equals(channel.guild) && !channel.deleted)
          .toList();
    }
  }

  ArrayNode roles() {
    ArrayNode roles = Json.array();
    role(roles, number, "@everyone", everyoneRights, 0);
    role(roles, botRole, "Paperboy", botRights, 1);
    role(roles, managers, "Managers", Rights.MANAGE_SERVER, 2);
    return roles;
  }

  private void role(ArrayNode roles, long id, String name, long rights, int position) {
    ObjectNode role =
        roles
            .addObject()
            .put("id", Long.toString(id))
            .put("name", name)
            .put("permissions", Long.toString(rights))
            .put("position", position)
            .put("color", 0)
            .put("hoist", false)
            .put("managed", id == botRole)
            .put("mentionable", false)
            .put("flags", 0);
    role.putNull("icon").putNull("unicode_emoji").putNull("description");
    ObjectNode colors = role.putObject("colors").put("primary_color", 0);
    colors.putNull("secondary_color").putNull("tertiary_color");
  }

  /** A member; the permissions are those of an interaction. */
  ObjectNode member(ObjectNode user, boolean bot) {
    ObjectNode member = Json.object();
    member.set("user", user);
    member.putNull("nick").putNull("avatar").putNull("banner").putNull("premium_since");
    member.putNull("communication_disabled_until").putNull("avatar_decoration_data");
    member.put("joined_at", SINCE).put("deaf", false).put("mute", false);
    member.put("flags", 0).put("pending", false);
    ArrayNode roles = member.putArray("roles");
    if (bot) {
      roles.add(Long.toString(botRole));
    }
    return member;
  }

  ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("id", id())
            .put("name", name)
            .put("owner_id", Long.toString(owner))
            .put("afk_timeout", 300)
            .put("verification_level", 0)
            .put("default_message_notifications", 1)
            .put("explicit_content_filter", 0)
            .put("mfa_level", 0)
            .put("nsfw_level", 0)
            .put("nsfw", false)
            .put("premium_tier", 0)
            .put("premium_subscription_count", 0)
            .put("premium_progress_bar_enabled", false)
            .put("preferred_locale", "en-US")
            .put("system_channel_flags", 0)
            .put("max_members", 500_000)
            .put("max_video_channel_users", 25)
            .put("max_stage_video_channel_users", 50)
            .put("joined_at", SINCE)
            .put("large", false)
            .put("unavailable", false)
            .put("member_count", 2);
    for (String nothing :
        List.of(
            "icon",
            "splash",
            "discovery_splash",
            "banner",
            "description",
            "afk_channel_id",
            "application_id",
            "system_channel_id",
            "rules_channel_id",
            "public_updates_channel_id",
            "safety_alerts_channel_id",
            "max_presences",
            "vanity_url_code",
            "latest_onboarding_question_id",
            "incidents_data")) {
      json.putNull(nothing);
    }
    for (String none :
        List.of(
            "features",
            "emojis",
            "stickers",
            "voice_states",
            "presences",
            "stage_instances",
            "guild_scheduled_events",
            "soundboard_sounds",
            "embedded_activities")) {
      json.putArray(none);
    }
    json.set("roles", roles());
    ArrayNode channels = json.putArray("channels");
    ArrayNode threads = json.putArray("threads");
    for (Channel channel : channels()) {
      (channel.isThread() ? threads : channels).add(channel.json());
    }
    json.putArray("members").add(member(Person.user(World.APP, "Paperboy", true), true));
    return json;
  }
}
