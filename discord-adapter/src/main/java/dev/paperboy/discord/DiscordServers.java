package dev.paperboy.discord;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.OutsideText;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.jspecify.annotations.Nullable;

/** What Paperboy may do, as the SDK has heard from the servers that it is in. */
final class DiscordServers implements DiscordAccess {
  private final ShardManager shards;

  DiscordServers(ShardManager shards) {
    this.shards = shards;
  }

  @Override
  public List<Missing> missing(Address to) {
    if (to.kind() == Address.Kind.DIRECT) {
      return List.of();
    }
    Guild server = shards.getGuildById(id(to.space()));
    if (server == null) {
      return isSurelyGone(id(to.space()))
          ? List.of(
              new Missing(
                  Need.SERVER, "Paperboy is not in the server; invite it again with its link."))
          : List.of();
    }
    GuildChannel channel = channel(server, to);
    if (channel == null) {
      return List.of();
    }
    boolean isThread = to.kind() == Address.Kind.THREAD;
    List<Missing> missing = new ArrayList<>();
    need(missing, channel, Need.VIEW, Permission.VIEW_CHANNEL, "View Channel");
    if (isThread) {
      need(
          missing,
          channel,
          Need.SEND,
          Permission.MESSAGE_SEND_IN_THREADS,
          "Send Messages in Threads");
    } else {
      need(missing, channel, Need.SEND, Permission.MESSAGE_SEND, "Send Messages");
    }
    need(missing, channel, Need.EMBED, Permission.MESSAGE_EMBED_LINKS, "Embed Links");
    need(missing, channel, Need.HISTORY, Permission.MESSAGE_HISTORY, "Read Message History");
    return missing;
  }

  /**
   * @param label what Discord's own settings call it; the SDK's names differ
   */
  private static void need(
      List<Missing> missing, GuildChannel channel, Need need, Permission permission, String label) {
    if (!channel.getGuild().getSelfMember().hasPermission(channel, permission)) {
      missing.add(
          new Missing(
              need,
              "Paperboy lacks “"
                  + label
                  + "” in #"
                  + OutsideText.plain(channel.getName(), 100)
                  + "; allow it under Edit Channel → Permissions → Paperboy."));
    }
  }

  /** The channel whose permissions count: a thread has those of its channel. */
  private static @Nullable GuildChannel channel(Guild server, Address to) {
    GuildChannel channel = server.getGuildChannelById(id(to.place()));
    return channel instanceof ThreadChannel thread ? thread.getParentChannel() : channel;
  }

  /** And not only on a shard that is away, or in an outage of Discord's. */
  private boolean isSurelyGone(long server) {
    return shards.getShardsRunning() == shards.getShardsTotal()
        && shards.getShards().stream()
            .allMatch(
                shard -> shard.getStatus() == JDA.Status.CONNECTED && !shard.isUnavailable(server));
  }

  private static long id(String text) {
    try {
      return Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
