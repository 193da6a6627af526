package dev.paperboy.discord;

import java.io.IOException;
import java.util.List;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;

/** The least that is a bot: connected, and ready to answer. What Paperboy is measured against. */
final class BareBot {
  private BareBot() {}

  /** Arguments: the address of the API, the token. Ends with its input. */
  public static void main(String[] arguments) throws IOException {
    var unused =
        DefaultShardManagerBuilder.createLight(arguments[1], List.of())
            .setRestConfig(new RestConfig().setBaseUrl(arguments[0]))
            .setEnableShutdownHook(false)
            .addEventListeners(
                new ListenerAdapter() {
                  @Override
                  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
                    event.reply("pong").queue();
                  }
                })
            .build();
    while (System.in.read() >= 0) {
      // nothing is told
    }
    System.exit(0);
  }
}
