package dev.paperboy.discord;

import dev.paperboy.Errands;
import dev.paperboy.FrontDesk;
import dev.paperboy.delivery.Courier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
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

  /** Hears whether the first connection stands, and whether Discord ends one for good. */
  private static final class Standing extends ListenerAdapter {
    private final CompletableFuture<JDA> first = new CompletableFuture<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();

    @Override
    public void onReady(ReadyEvent event) {
      first.complete(event.getJDA());
    }

    @Override
    public void onShutdown(ShutdownEvent event) {
      String why = refused(event.getCloseCode());
      first.completeExceptionally(new NotStarted(why));
      ended.complete(why);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(DiscordApp.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration CALL = Duration.ofSeconds(10);
  private static final Duration LEAVE = Duration.ofSeconds(10);
  private static final int LONGEST_RECONNECT_S = 120;

  private final InstantSource clock;
  private final DiscordRenderer renderer;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Errands errands = new Errands(DiscordWhere.PLATFORM);
  private final Standing standing = new Standing();
  private final List<Object> listeners;
  private final DiscordReach reach = new DiscordReach();
  private @Nullable ShardManager shards;
  private @Nullable JDA first;
  private final List<Courier> couriers = new CopyOnWriteArrayList<>();

  private DiscordApp(FrontDesk desk, InstantSource clock) {
    this.clock = clock;
    renderer = new DiscordRenderer(desk::shortened);
    DiscordConversation conversation = new DiscordConversation(desk, renderer, errands, reach);
    listeners =
        List.of(
            new DiscordListener(
                conversation, new DiscordDialogs(conversation), new DiscordChoices(desk)),
            new DiscordGuilds(desk, new DiscordWelcome(desk, renderer), errands));
  }

  /**
   * Connects, and registers the commands where they have changed.
   *
   * @throws NotStarted where Discord does not let it
   */
  static DiscordApp start(DiscordSettings settings, FrontDesk desk, InstantSource clock) {
    // whatever is written by whomever: nobody is ever mentioned
    MessageRequest.setDefaultMentions(EnumSet.noneOf(MentionType.class));
    MessageRequest.setDefaultMentionRepliedUser(false);
    RestAction.setDefaultFailure(failure -> LOG.warn("discord: {}", failure.getMessage()));
    DiscordApp app = new DiscordApp(desk, clock);
    try {
      app.connect(settings);
      return app;
    } catch (RuntimeException e) {
      app.close();
      throw e;
    }
  }

  List<Courier> couriers() {
    return List.copyOf(couriers);
  }

  /** What an operator reads once it runs. */
  String greeting() {
    JDA jda = Objects.requireNonNull(first, "connected first");
    return "Connected to Discord as "
        + jda.getSelfUser().getName()
        + ". Add it to a server: "
        + DiscordInvitation.toServer(jda)
        + " ; install it for yourself alone: "
        + DiscordInvitation.toPerson(jda);
  }

  /** Completed with the reason once Discord has ended the connection for good. */
  CompletableFuture<String> ended() {
    return standing.ended;
  }

  private void connect(DiscordSettings settings) {
    try {
      ShardManager manager =
          DefaultShardManagerBuilder.createLight(settings.token().value(), List.of())
              .setRestConfig(
                  new RestConfig()
                      .setBaseUrl(settings.api().toString())
                      .setUserAgentSuffix("paperboy"))
              .setShardsTotal(settings.shards().orElse(-1))
              .setEventPool(threads, false)
              .setCallbackPool(threads, false)
              .setMaxReconnectDelay(LONGEST_RECONNECT_S)
              .setEnableShutdownHook(false)
              .addEventListeners(standing)
              .addEventListeners(listeners)
              .build();
      shards = manager;
      JDA jda = standing.first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      first = jda;
      couriers.add(
          new DiscordCourier(
              new DiscordWeb(settings.api(), settings.token(), CALL),
              renderer,
              new DiscordServers(manager),
              clock));
      reach.connected(jda, couriers);
      register(jda);
    } catch (InvalidTokenException e) {
      throw new NotStarted(refused(CloseCode.AUTHENTICATION_FAILED));
    } catch (ErrorResponseException e) {
      throw new NotStarted("Discord cannot be reached: " + e.getMeaning() + ".");
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new NotStarted("Discord cannot be reached: " + cause.getMessage() + ".");
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

  private static void register(JDA jda) {
    try {
      boolean unused = DiscordRegistration.register(jda, DiscordSheet.commands());
    } catch (ErrorResponseException e) {
      throw new NotStarted("Discord did not take the commands: " + e.getMeaning() + ".");
    }
  }

  static String refused(@Nullable CloseCode code) {
    if (code == CloseCode.AUTHENTICATION_FAILED) {
      return "Discord does not accept DISCORD_TOKEN; make a new one with Bot → Reset Token.";
    }
    if (code == CloseCode.DISALLOWED_INTENTS || code == CloseCode.INVALID_INTENTS) {
      return "Discord does not allow the intents that were asked for. Paperboy asks for none that"
          + " are privileged: look in the Developer Portal whether the bot was disabled.";
    }
    return "Discord closed the connection"
        + (code == null ? "" : ": " + code.getMeaning() + " (" + code.getCode() + ")")
        + ".";
  }

  /** Takes no more, and lets what is under way finish; deliveries can still be made. */
  void quiet() {
    ShardManager running = shards;
    if (running != null) {
      running.removeEventListener(listeners.toArray());
    }
    errands.close();
  }

  @Override
  public void close() {
    quiet();
    ShardManager running = shards;
    if (running != null) {
      List<JDA> connections = List.copyOf(running.getShards());
      running.shutdown();
      connections.forEach(DiscordApp::leave);
    }
    threads.shutdownNow();
  }

  private static void leave(JDA jda) {
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
