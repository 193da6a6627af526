package dev.paperboy.discord;

import java.util.EnumSet;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;

/** The addresses that bring Paperboy into a server, or to one person wherever they are. */
final class DiscordInvitation {
  /** What digests and their look-up in a channel's history need. */
  static final EnumSet<Permission> NEEDED =
      EnumSet.of(
          Permission.VIEW_CHANNEL,
          Permission.MESSAGE_SEND,
          Permission.MESSAGE_SEND_IN_THREADS,
          Permission.MESSAGE_EMBED_LINKS,
          Permission.MESSAGE_HISTORY);

  private DiscordInvitation() {}

  static String toServer(JDA jda) {
    return address(jda)
        + "&integration_type=0&scope=bot+applications.commands&permissions="
        + Permission.getRaw(NEEDED);
  }

  static String toPerson(JDA jda) {
    return address(jda) + "&integration_type=1&scope=applications.commands";
  }

  private static String address(JDA jda) {
    return "https://discord.com/oauth2/authorize?client_id=" + jda.getSelfUser().getApplicationId();
  }
}
