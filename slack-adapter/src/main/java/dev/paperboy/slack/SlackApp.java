package dev.paperboy.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.util.http.SlackHttpClient;
import dev.paperboy.FrontDesk;
import dev.paperboy.Secret;
import dev.paperboy.access.Installations;
import dev.paperboy.chat.Address;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The Slack side, put together and running. */
final class SlackApp implements AutoCloseable {
  /** Slack cannot be talked to as the settings say; the message says why, for people. */
  static final class NotStarted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotStarted(String why) {
      super(why);
    }
  }

  /** Of a call: shorter than the lease of a delivery. */
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Of a call that somebody waits for. */
  private static final Duration SOON = Duration.ofSeconds(4);

  private static final int SOCKET_THREADS = 16;

  private final SlackSettings settings;
  private final Clock clock;
  private final FrontDesk desk;
  private final Installations installations;
  private final SlackWeb web;
  private final SlackTokens tokens;
  private final @Nullable String own;
  private final SlackDoctor doctor;
  private final SlackCourier courier;
  private final SlackWork work = new SlackWork(SlackWork.AT_ONCE, SlackWork.WAITING);
  private final SlackInbound inbound;
  private final SlackWelcome welcome;
  private final @Nullable SlackInstallations installed;
  private @Nullable SocketModeApp socket;
  private @Nullable SlackHttp http;

  private SlackApp(
      SlackSettings settings, FrontDesk desk, Installations installations, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.web = new SlackWeb(settings.api(), TIMEOUT);
    this.desk = desk;
    this.installations = installations;
    String removed = "slack: Paperboy was removed from the workspace; install it again to go on";
    Consumer<String> uninstalled;
    String own;
    if (settings.mode() instanceof SlackMode.OAuth oauth) {
      SlackInstallations kept =
          new SlackInstallations(installations, seal(oauth.key()), clock, this::installed);
      installed = kept;
      tokens = kept;
      uninstalled = kept::remove;
      own = null;
    } else {
      installed = null;
      tokens = own(settings.mode());
      own = team(tokens.in("").orElseThrow());
      uninstalled =
          space -> {
            int unused =
                installations.remove(SlackCourier.PLATFORM, space, removed, clock.instant());
          };
    }
    SlackPace pace = new SlackPace(clock);
    SlackRenderer renderer = new SlackRenderer(desk::shortened);
    this.own = own;
    this.doctor = new SlackDoctor(new SlackWeb(settings.api(), SOON), tokens, scopesFix(settings));
    this.courier = new SlackCourier(web, tokens, renderer, pace, doctor, own);
    SlackReplies replies = new SlackReplies(web, tokens, pace);
    SlackConversation conversation =
        new SlackConversation(
            desk, new SlackPeople(web, tokens, settings.managers(), clock), renderer, replies);
    SlackDialogs dialogs = new SlackDialogs(conversation);
    SlackHome home = new SlackHome(conversation);
    SlackCommands commands = new SlackCommands(conversation, dialogs);
    this.welcome = new SlackWelcome(conversation);
    this.inbound =
        new SlackInbound(
            own,
            work,
            desk,
            replies,
            commands,
            new SlackActions(conversation, commands, dialogs, home),
            new SlackSubmissions(conversation, dialogs, home),
            new SlackEvents(
                conversation, home, new SlackUnfurls(conversation), welcome, uninstalled));
  }

  /**
   * Connects.
   *
   * @throws NotStarted where Slack does not let it
   */
  static SlackApp start(
      SlackSettings settings, FrontDesk desk, Installations installations, Clock clock) {
    SlackApp app = new SlackApp(settings, desk, installations, clock);
    try {
      app.connect();
      return app;
    } catch (RuntimeException e) {
      app.close();
      throw e;
    }
  }

  SlackCourier courier() {
    return courier;
  }

  /** What is missing for everything to work, one sentence each with its fix. */
  List<String> doctor() {
    return settings.mode() instanceof SlackMode.OAuth
        ? doctor.scopes(installations.on(SlackCourier.PLATFORM))
        : doctor.obstacles(Address.direct(SlackCourier.PLATFORM, own == null ? "" : own, "nobody"));
  }

  private static String scopesFix(SlackSettings settings) {
    if (!(settings.mode() instanceof SlackMode.OAuth)) {
      return SlackScopes.BY_OWNER;
    }
    String base = settings.publicUrl().map(SlackApp::base).orElse("");
    return "Installing again at " + base + SlackOAuth.INSTALL + " grants it.";
  }

  private static String base(URI url) {
    return url.toString().replaceAll("/+$", "");
  }

  /** Where HTTP mode listens; 0 in Socket Mode. */
  int port() {
    return http == null ? 0 : http.port();
  }

  /** What an operator reads once it runs. */
  String greeting() {
    if (settings.mode() instanceof SlackMode.Socket) {
      return "Connected to Slack in Socket Mode. Try /papers today.";
    }
    String listening = "Listening on port " + port() + ". ";
    boolean installs = settings.mode() instanceof SlackMode.OAuth;
    return listening
        + settings
            .publicUrl()
            .map(SlackApp::base)
            .map(base ->
                "Slack's request URL is "
                    + base
                    + SlackHttp.EVENTS
                    + (installs ? "; people install at " + base + SlackOAuth.INSTALL : "")
                    + ".")
            .orElse(
                "Slack calls it from outside at "
                    + SlackHttp.EVENTS
                    + (installs ? ", people install at " + SlackOAuth.INSTALL : "")
                    + "; with PAPERBOY_PUBLIC_URL set the whole address stands here.");
  }

  private void connect() {
    switch (settings.mode()) {
      case SlackMode.Socket mode -> {
        listen(mode);
      }
      case SlackMode.Http mode -> {
        listen(mode.signingSecret(), null);
      }
      case SlackMode.OAuth mode -> listen(mode.signingSecret(), new SlackOAuth(bolt(mode)));
    }
  }

  /** The workspace of a token; null where Slack does not name it. */
  private @Nullable String team(Secret token) {
    SlackAnswer answer = web.call(token, "auth.test", Map.of());
    if (answer instanceof SlackAnswer.Refused refused) {
      throw new NotStarted(
          "Slack does not accept SLACK_BOT_TOKEN ("
              + refused.error()
              + "); copy it again from"
              + " OAuth & Permissions.");
    }
    if (!answer.isDone()) {
      throw new NotStarted(
          "Slack cannot be reached at "
              + settings.api()
              + " ("
              + answer.inWords().replaceFirst("^slack: ", "")
              + "); try again when the network is there.");
    }
    String team =
        answer instanceof SlackAnswer.Done done ? SlackJson.text(done.body(), "team_id") : "";
    return team.isEmpty() ? null : team;
  }

  private void listen(SlackMode.Socket mode) {
    App app = bolt(AppConfig.builder().singleTeamBotToken(mode.botToken().value()).build());
    app.asOAuthApp(false);
    try {
      SocketModeApp socketApp =
          new SocketModeApp(
              mode.appToken().value(), app, SocketModeClient.Backend.JavaWebSocket, SOCKET_THREADS);
      socket = socketApp;
      socketApp.startAsync();
    } catch (Exception e) { // Bolt declares no narrower one
      throw new NotStarted(
          "Socket Mode cannot be started: "
              + e.getMessage()
              + ". SLACK_APP_TOKEN needs the scope connections:write, and Socket Mode must be"
              + " switched on in the app's settings.");
    }
  }

  private void listen(Secret signingSecret, @Nullable SlackOAuth pages) {
    try {
      SlackHttp server =
          new SlackHttp(settings.port(), new SlackSignature(signingSecret, clock), inbound, pages);
      http = server;
      server.start();
    } catch (IOException e) {
      throw new NotStarted(
          "Port "
              + settings.port()
              + " cannot be listened on ("
              + e.getMessage()
              + "); set SLACK_PORT to another.");
    }
  }

  private App bolt(SlackMode.OAuth mode) {
    AppConfig config =
        AppConfig.builder()
            .clientId(mode.clientId())
            .clientSecret(mode.clientSecret().value())
            .signingSecret(mode.signingSecret().value())
            .scope(String.join(",", SlackScopes.needed()))
            .userScope("")
            .redirectUri(
                settings.publicUrl().map(url -> base(url) + SlackOAuth.REDIRECT).orElse(null))
            .oauthInstallPath(SlackOAuth.INSTALL)
            .oauthRedirectUriPath(SlackOAuth.REDIRECT)
            .build();
    config.setOAuthInstallPathEnabled(true);
    config.setOAuthRedirectUriPathEnabled(true);
    App app = bolt(config);
    app.asOAuthApp(true);
    app.service(Objects.requireNonNull(installed));
    app.service(new SlackOAuth.State(mode.key(), clock));
    return app;
  }

  private App bolt(AppConfig config) {
    SlackConfig slack = new SlackConfig();
    slack.setMethodsEndpointUrlPrefix(settings.api().toString());
    config.setSlack(Slack.getInstance(slack, new SlackHttpClient(web.client())));
    return new App(config, new ArrayList<>(List.of(new SlackFrontDoor(inbound))));
  }

  private void installed(String space, String person) {
    installations.suspended(SlackCourier.PLATFORM, space).forEach(desk::accessIsBack);
    if (!person.isEmpty()) {
      work.execute(() -> {
        boolean unused = welcome.greet(new SlackWhere(space, person, "", null, true));
      });
    }
  }

  private static SlackTokens own(SlackMode mode) {
    return switch (mode) {
      case SlackMode.Socket socket -> space -> Optional.of(socket.botToken());
      case SlackMode.Http http -> space -> Optional.of(http.botToken());
      case SlackMode.OAuth oauth -> space -> Optional.empty();
    };
  }

  private static SlackSeal seal(Secret keys) {
    return new SlackSeal(
        Arrays.stream(keys.value().split(",", -1)).map(String::strip).map(Secret::new).toList());
  }

  @Override
  public void close() {
    if (socket != null) {
      try {
        socket.close();
      } catch (Exception e) { // Bolt declares no narrower one
        // it is going away in any case
      }
    }
    if (http != null) {
      http.close();
    }
    work.close();
  }
}
