package dev.paperboy.discord.fake;

import java.util.Map;

/** Permissions, as bits. */
public final class Rights {
  public static final long ADMINISTRATOR = 1L << 3;
  public static final long MANAGE_SERVER = 1L << 5;
  public static final long VIEW_CHANNEL = 1L << 10;
  public static final long SEND_MESSAGES = 1L << 11;
  public static final long EMBED_LINKS = 1L << 14;
  public static final long ATTACH_FILES = 1L << 15;
  public static final long READ_HISTORY = 1L << 16;
  public static final long USE_COMMANDS = 1L << 31;
  public static final long MANAGE_THREADS = 1L << 34;
  public static final long CREATE_THREADS = 1L << 35;
  public static final long SEND_IN_THREADS = 1L << 38;

  /** What everybody may do in a server. */
  static final long USUAL =
      VIEW_CHANNEL
          | SEND_MESSAGES
          | EMBED_LINKS
          | ATTACH_FILES
          | READ_HISTORY
          | USE_COMMANDS
          | CREATE_THREADS
          | SEND_IN_THREADS;

  /** What one role or member is let do and kept from in a channel. */
  record Overwrite(long allow, long deny) {}

  private Rights() {}

  /** Of a role, after the channel's exceptions: those of everybody first, then its own. */
  static long in(Channel channel, long guildWide, long everyone, long role) {
    if ((guildWide & ADMINISTRATOR) != 0) {
      return -1L;
    }
    Channel holder = channel.parent != null && channel.isThread() ? channel.parent : channel;
    long rights = guildWide;
    for (long who : new long[] {everyone, role}) {
      Overwrite overwrite = holder.overwrites.getOrDefault(who, new Overwrite(0, 0));
      rights = (rights & ~overwrite.deny()) | overwrite.allow();
    }
    return rights;
  }

  /** The bot's in a channel. */
  static long ofBot(Channel channel) {
    Guild guild = channel.guild;
    return guild == null
        ? USUAL
        : in(channel, guild.botRights | guild.everyoneRights, guild.number, guild.botRole);
  }

  static Map<Long, Overwrite> none() {
    return new java.util.TreeMap<>();
  }
}
