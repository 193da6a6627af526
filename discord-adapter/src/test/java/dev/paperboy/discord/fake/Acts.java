package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.discord.fake.Interaction.Kind;
import org.jspecify.annotations.Nullable;

/** What people do, on its way to the app. */
final class Acts {
  final World world;
  final Messages messages;
  private final Events events;

  Acts(World world, Events events) {
    this.world = world;
    this.messages = new Messages(world);
    this.events = events;
  }

  /**
   * Sends an interaction.
   *
   * @param pressed the message whose button or menu it was; null where it was none
   */
  Interaction send(
      Kind kind, Person person, Channel channel, JsonNode data, @Nullable Stored pressed) {
    return send(kind, person, channel, data, pressed, null);
  }

  /**
   * Sends an interaction.
   *
   * @param opener what opened the dialog that it sends; null where it sends none
   */
  Interaction send(
      Kind kind,
      Person person,
      Channel channel,
      JsonNode data,
      @Nullable Stored pressed,
      @Nullable Interaction opener) {
    synchronized (world) {
      Interaction interaction =
          new Interaction(world, kind, channel, person, owners(person, channel), pressed);
      interaction.opener = opener;
      world.interactions.put(interaction.token, interaction);
      ObjectNode json = envelope(interaction);
      json.set("data", data);
      if (pressed != null) {
        json.set("message", pressed.json().deepCopy());
      }
      Guild guild = channel.guild;
      long shard = guild != null && guild.botIsThere ? guild.number : 0;
      if (!events.dispatch(shard, "INTERACTION_CREATE", json)) {
        throw new AssertionError("the app is not there: no session of the gateway");
      }
      return interaction;
    }
  }

  /** Who let the app in where it is used. */
  private static ObjectNode owners(Person person, Channel channel) {
    ObjectNode owners = Json.object();
    Guild guild = channel.guild;
    if (channel.type == Channel.DIRECT) {
      owners.put("0", "0");
    } else if (guild != null && guild.botIsThere) {
      owners.put("0", guild.id());
    }
    if (person.installed) {
      owners.put("1", Long.toString(person.number));
    }
    return owners;
  }

  static int context(Channel channel) {
    return channel.type == Channel.DIRECT ? 1 : channel.type == Channel.GROUP ? 2 : 0;
  }

  private static ObjectNode envelope(Interaction interaction) {
    Channel channel = interaction.channel;
    Person person = interaction.person;
    ObjectNode json =
        Json.object()
            .put("id", interaction.id)
            .put("application_id", Long.toString(World.APP))
            .put("type", interaction.kind.number)
            .put("token", interaction.token)
            .put("version", 1)
            .put("channel_id", channel.id())
            .put("locale", person.locale)
            .put("context", context(channel))
            .put("attachment_size_limit", 10 * 1024 * 1024)
            .put("app_permissions", Long.toString(Rights.ofBot(channel)));
    json.putArray("entitlements");
    json.set("authorizing_integration_owners", interaction.owners.deepCopy());
    ObjectNode place = channel.json();
    Guild guild = channel.guild;
    if (guild == null) {
      json.set("user", person.json());
    } else {
      long rights = rights(person, guild);
      place.put("permissions", Long.toString(rights));
      json.put("guild_id", guild.id()).put("guild_locale", "en-US");
      ObjectNode about = json.putObject("guild").put("id", guild.id()).put("locale", "en-US");
      about.putArray("features");
      ObjectNode member = guild.member(person.json(), false);
      if (person.manages.contains(guild)) {
        member.withArray("roles").add(Long.toString(guild.managers));
      }
      json.set("member", member.put("permissions", Long.toString(rights)));
    }
    json.set("channel", place);
    return json;
  }

  static long rights(Person person, Guild guild) {
    return guild.everyoneRights | (person.manages.contains(guild) ? Rights.MANAGE_SERVER : 0);
  }
}
