package dev.paperboy.discord;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Discord side, put together and running. */
final class DiscordApp implements AutoCloseable {
  /** Discord cannot be talked to as the settings say; the message says why, for people. */
  static final class NotStarted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotStarted(String why) {
      super(why);
    }
  }

  /** Hears whether the first connection stands, or will never. */
  private static final class Begun extends ListenerAdapter {
    private final CompletableFuture<JDA> first = new CompletableFuture<>();

    @Override
    public void onReady(ReadyEvent event) {
      first.complete(event.getJDA());
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
      first.completeExceptionally(new NotStarted(refused(event.getCloseCode())));
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(DiscordApp.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LEAVE = Duration.ofSeconds(10);
  private static final int LONGEST_RECONNECT_S = 120;

  private final ExecutorService events = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable ShardManager shards;
  private @Nullable JDA first;

  private DiscordApp() {}

  /**
   * Connects.
   *
   * @throws NotStarted where Discord does not let it
   */
  static DiscordApp start(DiscordSettings settings) {
    DiscordApp app = new DiscordApp();
    try {
      app.connect(settings);
      return app;
    } catch (RuntimeException e) {
      app.close();
      throw e;
    }
  }

  /** What an operator reads once it runs. */
  String greeting() {
    return "Connected to Discord. Invite Paperboy to a server: " + invitation().orElse("");
  }

  /** The address that adds Paperboy to a server. */
  Optional<String> invitation() {
    return Optional.ofNullable(first)
        .map(jda ->
            "https://discord.com/oauth2/authorize?client_id="
                + jda.getSelfUser().getApplicationId()
                + "&scope=bot+applications.commands&permissions=274878024704");
  }

  private void connect(DiscordSettings settings) {
    Begun begun = new Begun();
    try {
      shards =
          DefaultShardManagerBuilder.createLight(settings.token().value(), List.of())
              .setRestConfig(new RestConfig().setBaseUrl(settings.api().toString()))
              .setShardsTotal(settings.shards().orElse(-1))
              .setEventPool(events, false)
              .setMaxReconnectDelay(LONGEST_RECONNECT_S)
              .setEnableShutdownHook(false)
              .addEventListeners(begun)
              .build();
      first = begun.first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InvalidTokenException e) {
      throw new NotStarted(refused(CloseCode.AUTHENTICATION_FAILED));
    } catch (ErrorResponseException e) {
      throw new NotStarted("Discord cannot be reached: " + e.getMeaning() + ".");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof NotStarted why ? why : new NotStarted(String.valueOf(e));
    } catch (TimeoutException e) {
      throw new NotStarted(
          "Discord's gateway did not answer within " + PATIENCE.toSeconds() + " s; try again.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotStarted("Stopped before Discord had answered.");
    }
  }

  private static String refused(@Nullable CloseCode code) {
    if (code == CloseCode.AUTHENTICATION_FAILED) {
      return "Discord does not accept DISCORD_TOKEN; make a new one with Bot → Reset Token.";
    }
    if (code == CloseCode.DISALLOWED_INTENTS) {
      return "Discord does not allow this bot the intents it asked for; Paperboy needs none that"
          + " are privileged, so another program may share its token.";
    }
    return "Discord closed the connection"
        + (code == null ? "" : ": " + code.getMeaning() + " (" + code.getCode() + ")")
        + ".";
  }

  @Override
  public void close() {
    ShardManager running = shards;
    if (running != null) {
      running.shutdown();
      for (JDA jda : running.getShards()) {
        try {
          if (!jda.awaitShutdown(LEAVE)) {
            LOG.warn("discord: a connection did not close in time");
            jda.shutdownNow();
          }
        } catch (InterruptedException e) {
          jda.shutdownNow();
          Thread.currentThread().interrupt();
        }
      }
    }
    events.shutdownNow();
  }
}
