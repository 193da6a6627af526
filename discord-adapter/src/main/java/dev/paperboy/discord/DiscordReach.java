package dev.paperboy.discord;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Span;
import dev.paperboy.delivery.Courier;
import java.util.List;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether what is sent would arrive. Known only once the connection stands. */
final class DiscordReach {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordReach.class);
  private static final String FIRST =
      "This is where your digests come. They stop when you say /papers pause, and end when you say"
          + " /papers unsubscribe.";

  private volatile @Nullable JDA jda;
  private volatile List<Courier> couriers = List.of();

  void connected(JDA connected, List<Courier> through) {
    jda = connected;
    couriers = through;
  }

  /**
   * Whether direct messages reach somebody who shares perhaps no server with the bot. There is no
   * way to ask but to write: the message says what will come there.
   */
  boolean reaches(String person) {
    JDA connected = jda;
    if (connected == null) {
      return true;
    }
    try {
      var unused =
          connected
              .openPrivateChannelById(person)
              .flatMap(channel -> channel.sendMessage(DiscordPayload.ofWords(FIRST).create()))
              .complete();
      return true;
    } catch (ErrorResponseException e) {
      boolean never =
          e.getErrorResponse() == ErrorResponse.CANNOT_SEND_TO_USER
              || e.getErrorResponse() == ErrorResponse.NO_MUTUAL_GUILDS;
      if (!never) {
        LOG.warn("discord: whether somebody can be reached is not known: {}", e.getMeaning());
      }
      return !never;
    }
  }

  /** What keeps a digest from arriving at a place, each with its fix. */
  List<String> obstacles(Address to) {
    return couriers.stream().flatMap(courier -> courier.obstacles(to).stream()).toList();
  }

  /** The way to have the bot in a server. */
  Block invitation(String text) {
    JDA connected = jda;
    return connected == null
        ? Block.Text.of(text + ".")
        : new Block.Text(List.of(new Span.Link(text, DiscordInvitation.toServer(connected))));
  }
}
