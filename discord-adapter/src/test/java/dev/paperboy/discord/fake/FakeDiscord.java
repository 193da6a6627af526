package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Discord on the loopback address. Tests see what people see, and what the app asked for. */
public final class FakeDiscord implements AutoCloseable {
  /** How long a test waits for what the app does by itself. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  static {
    // Else an answer of two packets takes 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final World world;
  private final Gateway gateway;
  private final RestApi rest;
  private final HttpServer server;
  private final Acts acts;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private FakeDiscord(InstantSource clock, int port) {
    world = new World(clock);
    gateway = new Gateway(world);
    rest = new RestApi(world, gateway);
    acts = new Acts(world, gateway);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/api/", rest::handle);
    server.start();
  }

  public static FakeDiscord start() {
    return start(InstantSource.system(), 0);
  }

  /**
   * @param clock when messages are written, nonces are forgotten and tokens end; rates are always
   *     measured on the machine's own clock
   * @param port 0 for any free one
   */
  public static FakeDiscord start(InstantSource clock, int port) {
    return new FakeDiscord(clock, port);
  }

  /** What DISCORD_API_URL is to be. */
  public URI apiUrl() {
    return URI.create(
        "http://%s:%d/api/v10/"
            .formatted(
                InetAddress.getLoopbackAddress().getHostAddress(), server.getAddress().getPort()));
  }

  /** What DISCORD_TOKEN is to be. It must never stand in a log. */
  public String token() {
    return World.TOKEN;
  }

  public String appId() {
    return Long.toString(World.APP);
  }

  /** A server that the bot is in. Each falls to the next shard. */
  public Guild guild(String name) {
    return guild(name, true);
  }

  /** A server that the bot is not in. */
  public Guild guildWithoutBot(String name) {
    return guild(name, false);
  }

  private Guild guild(String name, boolean withBot) {
    synchronized (world) {
      Guild guild = new Guild(world, gateway, world.guildId(), name, withBot);
      world.guilds.put(guild.number, guild);
      return guild;
    }
  }

  /** Somebody who is in these servers. */
  public Human human(String name, Guild... guilds) {
    synchronized (world) {
      Person person = new Person(world.id(), name);
      person.guilds.addAll(List.of(guilds));
      world.people.put(person.number, person);
      return new Human(acts, person);
    }
  }

  /** Private messages of several people, where no bot is. */
  public Channel group(Human... humans) {
    synchronized (world) {
      Channel channel = new Channel(world.id(), Channel.GROUP, "a few of us", null, null);
      for (Human human : humans) {
        channel.people.add(world.people.get(Long.parseLong(human.id())));
      }
      world.channels.put(channel.number, channel);
      return channel;
    }
  }

  /** The next request that it fits goes wrong so; several in their order. */
  public void next(Fault... faults) {
    synchronized (world) {
      world.faults.addAll(List.of(faults));
    }
  }

  /** Every request so far. */
  public List<Call> calls() {
    synchronized (world) {
      return List.copyOf(world.calls);
    }
  }

  /** Requests of a method whose path is like this. */
  public List<Call> calls(String method, String path) {
    return calls().stream()
        .filter(call -> call.method().equals(method) && call.path().matches(path))
        .toList();
  }

  /** The messages that stand in a channel, in their order, those for one person only included. */
  public List<Posted> messages(Channel channel) {
    synchronized (world) {
      return channel.messages.stream().filter(m -> !m.loading()).map(Stored::seen).toList();
    }
  }

  /** Waits for a message of the bot's in a channel. */
  public Posted message(Channel channel, Predicate<Posted> wanted) {
    return await(
        "a message in " + channel,
        () -> messages(channel).stream().filter(Posted::byBot).filter(wanted).findFirst());
  }

  /** The threads under a channel, or the posts of a forum. */
  public List<Channel> threads(Channel parent) {
    synchronized (world) {
      return world.channels.values().stream()
          .filter(channel -> parent.equals(channel.parent) && !channel.deleted)
          .toList();
    }
  }

  /** The commands as they are registered now. */
  public JsonNode commands() {
    synchronized (world) {
      return world.commands.deepCopy();
    }
  }

  /** Waits, looking after each change. */
  public <T> T await(String what, Supplier<Optional<T>> wanted) {
    return world.await(what, PATIENCE, wanted);
  }

  /** Waits until it is so. */
  public void awaits(String what, Supplier<Boolean> wanted) {
    var unused = await(what, () -> wanted.get() ? Optional.of(true) : Optional.empty());
  }

  /** Waits until so many shards are there. */
  public void connected(int shards) {
    awaits(shards + " shards", () -> gateway.connected() == shards);
  }

  /** How many shards are there. */
  public int connections() {
    return gateway.connected();
  }

  /** How many shards an app is advised to open. */
  public void advise(int shards) {
    gateway.advise(shards);
  }

  public void beatEvery(Duration interval) {
    gateway.beatEvery(interval);
  }

  /** The app's intents are refused from now on. */
  public void refuseIntents() {
    gateway.refuseIntents();
  }

  /** The intents of every IDENTIFY so far. */
  public List<Integer> intents() {
    return gateway.intents();
  }

  /** How often a session began. */
  public int identifies() {
    return gateway.identifies();
  }

  /** How often a session was taken up again. */
  public int resumes() {
    return gateway.resumes();
  }

  /** Heartbeats on the sockets that are open. */
  public int beats() {
    return gateway.beats();
  }

  /** Heartbeats later than half an interval. */
  public int lateBeats() {
    return gateway.lateBeats();
  }

  /** Whoever connects has to wait, until it is opened again; what happens is kept meanwhile. */
  public void shutGateway(boolean shut) {
    gateway.shut(shut);
  }

  public void closeSockets(int code) {
    gateway.closeAll(code);
  }

  public void cutSockets() {
    gateway.cut();
  }

  public void askToReconnect() {
    gateway.askToReconnect();
  }

  /** No session can be taken up again. */
  public void invalidateSessions() {
    gateway.invalidate();
  }

  /** The most requests within one second, those of interactions apart. */
  public int mostRequestsInASecond() {
    return rest.rates().most();
  }

  /** How many requests were answered with 429 because they came too fast. */
  public int requestsTooFast() {
    return rest.rates().refused();
  }

  /** What was wrong with what the app sent or failed to answer; empty is well. */
  public List<String> problems() {
    synchronized (world) {
      return List.copyOf(world.problems);
    }
  }

  @Override
  public void close() {
    gateway.close();
    server.stop(0);
    threads.shutdownNow();
    world.pulse.close();
  }
}
