package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Slack on the loopback address. Tests see what people see, and what the app called. */
public final class FakeSlack implements AutoCloseable {
  /** Every scope that the app may ask for. */
  public static final Set<String> SCOPES =
      Set.of(
          "app_mentions:read",
          "channels:history",
          "channels:read",
          "chat:write",
          "chat:write.public",
          "commands",
          "groups:history",
          "groups:read",
          "im:history",
          "im:write",
          "links:read",
          "links:write",
          "users:read");

  /** How long a test waits for what the app does by itself. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  static {
    // Else an answer of two packets takes 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final World world;
  private final ViewMethods views;
  private final SocketGate sockets;
  private final WebApi api;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Acts acts;

  private FakeSlack(InstantSource clock, int port) {
    world = new World(clock);
    views = new ViewMethods(world);
    sockets = new SocketGate(world);
    api = new WebApi(world, views, sockets::ticket);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    acts = new Acts(world, views, sockets, this::base);
    server.setExecutor(threads);
    server.createContext("/api/", api::handle);
    server.createContext("/respond/", this::respond);
    server.start();
  }

  public static FakeSlack start() {
    return start(InstantSource.system(), 0);
  }

  /**
   * @param clock when messages are written and addresses and triggers lapse; the pace of posts is
   *     always measured on the machine's own clock
   * @param port 0 for any free one
   */
  public static FakeSlack start(InstantSource clock, int port) {
    return new FakeSlack(clock, port);
  }

  /** What SLACK_API_URL is to be. */
  public URI apiUrl() {
    return base().resolve("/api/");
  }

  private URI base() {
    return URI.create(
        "http://%s:%d"
            .formatted(
                InetAddress.getLoopbackAddress().getHostAddress(), server.getAddress().getPort()));
  }

  public String appToken() {
    return World.APP_TOKEN;
  }

  public String signingSecret() {
    return World.SIGNING_SECRET;
  }

  public String clientId() {
    return World.CLIENT_ID;
  }

  public String clientSecret() {
    return World.CLIENT_SECRET;
  }

  /** From now on requests go to the app's own address, as in HTTP mode. */
  public void callsAt(URI requestUrl) {
    acts.link(new HttpLink(world, requestUrl));
  }

  /** A workspace with the app installed, a public channel and one person, an admin. */
  public Workspace workspace(String team) {
    synchronized (world) {
      return world.workspaces.computeIfAbsent(team, id -> new Workspace(id, "Team " + id, SCOPES));
    }
  }

  /** The same, with the app not there yet. */
  public Workspace workspaceWithout(String team) {
    Workspace workspace = workspace(team);
    synchronized (world) {
      workspace.installed = false;
    }
    return workspace;
  }

  /** The scopes that all the calls so far have needed. */
  public Set<String> scopesAsked(String team) {
    synchronized (world) {
      return Set.copyOf(world.workspace(team).asked);
    }
  }

  public void withoutScope(String team, String scope) {
    synchronized (world) {
      world.workspace(team).scopes.remove(scope);
    }
  }

  /** A public channel that the bot is in. */
  public void channel(String team, String channel) {
    channel(team, channel, Channel.Kind.PUBLIC, true);
  }

  public void channelWithoutBot(String team, String channel) {
    channel(team, channel, Channel.Kind.PUBLIC, false);
  }

  public void privateChannel(String team, String channel) {
    channel(team, channel, Channel.Kind.PRIVATE, true);
  }

  private void channel(String team, String id, Channel.Kind kind, boolean withBot) {
    synchronized (world) {
      Workspace workspace = world.workspace(team);
      Channel channel = new Channel(id, "channel-" + id.toLowerCase(java.util.Locale.ROOT), kind);
      channel.members.addAll(workspace.people.keySet());
      if (withBot) {
        channel.members.add(workspace.botUser);
      }
      workspace.channels.put(id, channel);
    }
  }

  /** A full member, in every channel. */
  public Human human(String team, String person) {
    return human(
        team, new Workspace.Person(person, "name-" + person, "Europe/Berlin", false, false, false));
  }

  public Human human(String team, Workspace.Person person) {
    synchronized (world) {
      Workspace workspace = world.workspace(team);
      workspace.people.put(person.id(), person);
      workspace.channels.values().stream()
          .filter(channel -> channel.kind != Channel.Kind.DIRECT)
          .forEach(channel -> channel.members.add(person.id()));
      return new Human(acts, workspace, person.id());
    }
  }

  /** Somebody of another workspace, in the channels that both share. */
  public Human visitor(String team, String person, String home) {
    synchronized (world) {
      world.workspace(team).visitors.put(person, home);
    }
    return human(team, person);
  }

  /** What the owners of a workspace do. */
  public Admin admin(String team) {
    return new Admin(acts, world.workspace(team));
  }

  /** The next call that it fits goes wrong so; several in their order. */
  public void next(Fault... faults) {
    synchronized (world) {
      world.faults.addAll(List.of(faults));
    }
  }

  /** Every call so far, of the Web API and of response addresses. */
  public List<Call> calls() {
    synchronized (world) {
      return List.copyOf(world.calls);
    }
  }

  public List<Call> calls(String method) {
    return calls().stream().filter(call -> call.method().equals(method)).toList();
  }

  /** Waits for a call. */
  public Call call(String method, Predicate<Call> wanted) {
    return await(
        "a call of " + method,
        () ->
            world.calls.stream()
                .filter(call -> call.method().equals(method) && wanted.test(call))
                .findFirst());
  }

  /** All messages that stand in a workspace, of a channel after one another. */
  public List<Posted> messages(String team) {
    synchronized (world) {
      return world.workspace(team).all();
    }
  }

  /** The bot's messages that stand in a channel, in their order; a person's id means theirs. */
  public List<Posted> messages(String team, String channel) {
    synchronized (world) {
      Workspace workspace = world.workspace(team);
      Channel found =
          workspace.people.containsKey(channel)
              ? workspace.direct(channel)
              : workspace.channels.get(channel);
      return found == null
          ? List.of()
          : found.messages.stream()
              .filter(posted -> posted.author().equals(workspace.botUser))
              .toList();
    }
  }

  /** Waits for a message of the bot's in a channel. */
  public Posted message(String team, String channel, Predicate<Posted> wanted) {
    return await(
        "a message in " + channel,
        () -> messages(team, channel).stream().filter(wanted).findFirst());
  }

  /** The Home tab as a person sees it now. */
  public Optional<ObjectNode> home(String team, String person) {
    synchronized (world) {
      return Optional.ofNullable(world.workspace(team).homes.get(person)).map(ObjectNode::deepCopy);
    }
  }

  /** What the app showed for the links of a message. */
  public JsonNode unfurls(String shared) {
    return await("an unfurl", () -> Optional.ofNullable(world.unfurls.get(shared)));
  }

  /** Waits, looking after each change. */
  public <T> T await(String what, Supplier<Optional<T>> wanted) {
    return await(what, PATIENCE, wanted);
  }

  public <T> T await(String what, Duration atMost, Supplier<Optional<T>> wanted) {
    return world.await(what, atMost, wanted);
  }

  /** Open sockets. */
  public int connections() {
    return sockets.connections();
  }

  /** Waits until the app has a socket. */
  public void connected() {
    var unused =
        await("a socket", () -> sockets.connections() > 0 ? Optional.of(true) : Optional.empty());
  }

  public void cutSockets() {
    sockets.cut();
  }

  public void disconnect(String reason) {
    sockets.disconnect(reason);
  }

  public void useUpResponseAddresses() {
    world.responses.useUp();
  }

  /** Whether what comes too fast is answered with 429. */
  public void enforcePace(boolean enforcing) {
    api.pace().enforce(enforcing);
  }

  /** The shortest time between two posts into the same channel. */
  public Duration shortestTimeBetweenPosts() {
    return api.pace().shortest();
  }

  /** What was wrong with what the app sent or failed to acknowledge; empty is well. */
  public List<String> problems() {
    synchronized (world) {
      return List.copyOf(world.problems);
    }
  }

  /** Everything that must never stand in a log. */
  public List<String> secrets() {
    synchronized (world) {
      List<String> secrets = new ArrayList<>();
      secrets.add(World.APP_TOKEN);
      secrets.add(World.SIGNING_SECRET);
      secrets.add(World.CLIENT_SECRET);
      secrets.add("xoxb-");
      return secrets;
    }
  }

  private void respond(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    JsonNode answer = Json.read(body);
    String outcome = world.responses.use(exchange.getRequestURI().getPath(), answer);
    String team = exchange.getRequestURI().getPath().split("/", -1)[2];
    world.remember(
        new Call("response_url", team, Map.of("body", body), outcome, System.nanoTime()));
    WebApi.send(
        exchange,
        outcome.equals("ok") ? 200 : 404,
        outcome.equals("ok") ? Json.ok() : Json.error(outcome));
  }

  @Override
  public void close() {
    acts.close();
    sockets.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
