package dev.paperboy.discord;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Caller.Manages;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import org.jspecify.annotations.Nullable;

/**
 * Who did something on Discord, and where.
 *
 * @param name what others call the person
 * @param alone whether nobody else reads along: the person's direct messages with the bot
 * @param own whether the app is here only because the person installed it for themselves
 */
record DiscordWhere(Caller caller, String name, boolean alone, boolean own) {
  static final String PLATFORM = "discord";

  static DiscordWhere of(Interaction event) {
    return at(event, here(event));
  }

  /** The same person, speaking for another place of the same server. */
  static DiscordWhere at(Interaction event, Address here) {
    Member member = event.getMember();
    boolean manages =
        event.isFromAttachedGuild()
            && member != null
            && member.hasPermission(Permission.MANAGE_SERVER);
    return new DiscordWhere(
        new Caller(
            PLATFORM,
            event.getUser().getId(),
            null,
            here,
            manages ? Manages.SPACE : Manages.NOTHING,
            ""),
        event.getUser().getEffectiveName(),
        event.getContext() == InteractionContextType.BOT_DM,
        !event.getIntegrationOwners().isGuildIntegration());
  }

  /** The place that a channel is, for what is sent there. */
  static Address address(Guild guild, Channel channel) {
    return channel instanceof ThreadChannel thread
        ? Address.thread(PLATFORM, guild.getId(), thread.getParentChannel().getId(), thread.getId())
        : Address.channel(PLATFORM, guild.getId(), channel.getId());
  }

  static Address direct(String person) {
    return Address.direct(PLATFORM, "", person);
  }

  /** Where the bot itself is not, a person has only their direct messages. */
  private static Address here(Interaction event) {
    Guild guild = event.getGuild();
    @Nullable Channel channel = event.getChannel();
    return guild == null || guild.isDetached() || channel == null
        ? direct(event.getUser().getId())
        : address(guild, channel);
  }
}
