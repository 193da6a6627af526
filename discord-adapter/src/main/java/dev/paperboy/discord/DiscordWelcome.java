package dev.paperboy.discord;

import dev.paperboy.FrontDesk;
import dev.paperboy.chat.Action;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The three things to try, said once to each person and to each server that lets Paperboy in. */
final class DiscordWelcome {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordWelcome.class);

  private final FrontDesk desk;
  private final DiscordRenderer renderer;

  DiscordWelcome(FrontDesk desk, DiscordRenderer renderer) {
    this.desk = desk;
    this.renderer = renderer;
  }

  /** After a person's first answer. */
  void greet(InteractionHook hook, DiscordWhere where) {
    if (desk.isNew(where.caller())) {
      DiscordReplies.add(
          hook,
          renderer.render(
              message(
                  "This was your first word with Paperboy. Three things to try:",
                  List.of(
                      new Action("Today's papers", "today"),
                      new Action("Subscribe …", "subscribe"),
                      new Action("Help", "help"))),
              Layout.CARDS),
          !where.alone());
    }
  }

  /** Where the bot may write in a server; in none where it may nowhere. */
  void greet(Guild guild) {
    Optional<TextChannel> place =
        Stream.concat(Stream.ofNullable(guild.getSystemChannel()), guild.getTextChannels().stream())
            .filter(channel ->
                channel.canTalk()
                    && guild.getSelfMember().hasPermission(channel, Permission.MESSAGE_EMBED_LINKS))
            .findFirst();
    if (place.isEmpty()) {
      LOG.info("discord: nowhere to say hello in the server {}", guild.getId());
      return;
    }
    place
        .get()
        .sendMessage(
            renderer
                .render(
                    message(
                        "Hello. I bring the day's trending research papers: a daily post in a"
                            + " channel, a search whenever you ask, or a digest for you alone.",
                        List.of(new Action("Today's papers", "today"), new Action("Help", "help"))),
                    Layout.CARDS)
                .create())
        .queue(
            done -> {},
            failure ->
                LOG.info(
                    "discord: no hello in the server {}: {}", guild.getId(), failure.getMessage()));
  }

  private static Message message(String first, List<Action> actions) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Text.of(first));
    blocks.add(thing("/papers today", " shows what is listed today; only you see the answer."));
    blocks.add(thing("/papers search", " asks a whole question, and has a button to share."));
    blocks.add(
        thing(
            "/digest create",
            " posts the best of each day in a channel (for those who manage the server);"
                + " /papers subscribe sends them to you alone."));
    blocks.add(new Block.Actions(actions));
    return new Message(Status.ANSWERED, blocks, new Content.Words(first, Map.of()));
  }

  private static Block thing(String command, String what) {
    return new Block.Text(List.of(new Span.Code(command), new Span.Plain(what)));
  }
}
