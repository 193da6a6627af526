package dev.paperboy.discord;

import dev.paperboy.Errands;
import dev.paperboy.FrontDesk;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.events.channel.update.ChannelUpdateArchivedEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.override.GenericPermissionOverrideEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Servers that let Paperboy in or send it away, and channels that open again. */
final class DiscordGuilds extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordGuilds.class);

  private final FrontDesk desk;
  private final DiscordWelcome welcome;
  private final Errands errands;

  DiscordGuilds(FrontDesk desk, DiscordWelcome welcome, Errands errands) {
    this.desk = desk;
    this.welcome = welcome;
    this.errands = errands;
  }

  @Override
  public void onGuildJoin(GuildJoinEvent event) {
    String id = event.getGuild().getId();
    later(() -> {
      desk.spaceIsBack(id);
      // a connection that begins anew may tell of it a second time
      if (desk.isFirst("joined:" + id)) {
        welcome.greet(event.getGuild());
      }
    });
  }

  @Override
  public void onGuildLeave(GuildLeaveEvent event) {
    later(() ->
        desk.spaceIsGone(
            event.getGuild().getId(),
            "discord: Paperboy was removed from the server; add it again to go on"));
  }

  @Override
  public void onChannelUpdateArchived(ChannelUpdateArchivedEvent event) {
    if (event.getChannel() instanceof ThreadChannel thread && !thread.isArchived()) {
      later(() -> desk.accessIsBack(DiscordWhere.address(thread.getGuild(), thread)));
    }
  }

  @Override
  public void onGenericPermissionOverride(GenericPermissionOverrideEvent event) {
    if (event.getChannel() instanceof GuildMessageChannel channel && channel.canTalk()) {
      later(() -> desk.accessIsBack(DiscordWhere.address(event.getGuild(), channel)));
    }
  }

  private void later(Runnable work) {
    try {
      errands.execute(work);
    } catch (RejectedExecutionException e) {
      LOG.warn("discord: too busy for what happened in a server");
    }
  }
}
