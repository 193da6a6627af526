package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/** The sockets that the app holds open: HELLO, IDENTIFY, heartbeats, events and RESUME. */
final class Gateway extends WebSocketServer implements Events {
  private static final int PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15;

  /** What one IDENTIFY began; it outlives its socket. */
  static final class Session {
    final String id;
    final int shard;
    final int shards;
    final List<ObjectNode> events = new ArrayList<>();
    @Nullable Line line;

    Session(String id, int shard, int shards) {
      this.id = id;
      this.shard = shard;
      this.shards = shards;
    }

    boolean holds(long guild) {
      return (guild >>> 22) % shards == shard;
    }
  }

  private final World world;
  private final List<Session> sessions = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Integer> intents = new ArrayList<>();
  private final CountDownLatch started = new CountDownLatch(1);
  private int identifies;
  private int resumes;
  private int lateBeats;
  private boolean shut;
  private boolean intentsRefused;
  private int shardsAdvised = 1;
  private Duration beat = Duration.ofMillis(41_250);

  @SuppressWarnings("this-escape") // nobody connects before the address is given away
  Gateway(World world) {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    this.world = world;
    setReuseAddr(true);
    setTcpNoDelay(true);
    setConnectionLostTimeout(0);
    setDaemon(true);
    start();
    try {
      if (!started.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("fake discord: no gateway");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  String url() {
    return "ws://%s:%d/".formatted(InetAddress.getLoopbackAddress().getHostAddress(), getPort());
  }

  ObjectNode advice() {
    synchronized (world) {
      ObjectNode advice = Json.object().put("url", url()).put("shards", shardsAdvised);
      advice
          .putObject("session_start_limit")
          .put("total", 1000)
          .put("remaining", 1000 - identifies)
          .put("reset_after", 86_400_000)
          .put("max_concurrency", 16);
      return advice;
    }
  }

  @Override
  public boolean dispatch(long guild, String type, ObjectNode what) {
    synchronized (world) {
      boolean heard = false;
      for (Session session : sessions) {
        if (session.holds(guild)) {
          heard = true;
          event(session, type, what);
        }
      }
      return heard;
    }
  }

  private static void event(Session session, String type, ObjectNode what) {
    ObjectNode event = Json.object().put("op", 0).put("t", type);
    event.put("s", session.events.size() + 1).set("d", what.deepCopy());
    session.events.add(event);
    if (session.line != null) {
      session.line.send(event);
    }
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    synchronized (world) {
      String address = handshake.getResourceDescriptor();
      if (!address.contains("v=10") || !address.contains("encoding=json")) {
        world.problem("gateway", List.of("opened at " + address));
      }
      Line line = new Line(socket, address.contains("compress=zlib-stream"));
      socket.setAttachment(line);
      lines.add(line);
      if (!shut) {
        hello(line);
      }
    }
  }

  private void hello(Line line) {
    ObjectNode hello = Json.object().put("op", 10).putNull("s").putNull("t");
    hello.putObject("d").put("heartbeat_interval", beat.toMillis());
    line.lastBeat = world.pulse.now();
    line.send(hello);
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    synchronized (world) {
      Line line = socket.getAttachment();
      JsonNode payload = Json.read(text);
      if (text.getBytes(StandardCharsets.UTF_8).length > Limits.GATEWAY_PAYLOAD) {
        close(line, 4002, "Error while decoding payload.");
        return;
      }
      if (line.sendsTooMuch(System.nanoTime())) {
        close(line, 4008, "You are being rate limited.");
        return;
      }
      switch (payload.path("op").asInt(-1)) {
        case 1 -> beat(line);
        case 2 -> identify(line, payload.path("d"));
        case 6 -> resume(line, payload.path("d"));
        case 3, 4, 8 -> {
          if (line.session == null) {
            close(line, 4003, "Not authenticated.");
          }
        }
        default -> close(line, 4001, "Unknown opcode.");
      }
      world.changed();
    }
  }

  private void beat(Line line) {
    long now = world.pulse.now();
    if (now - line.lastBeat > beat.toNanos() * 3 / 2) {
      lateBeats++;
    }
    line.lastBeat = now;
    line.beats++;
    line.send(Json.object().put("op", 11).putNull("d").putNull("s").putNull("t"));
  }

  private void identify(Line line, JsonNode asked) {
    JsonNode shard = asked.path("shard");
    int index = shard.path(0).asInt(0);
    int of = shard.path(1).asInt(1);
    int wanted = asked.path("intents").asInt(0);
    intents.add(wanted);
    if (line.session != null) {
      close(line, 4005, "Already authenticated.");
    } else if (!Json.text(asked, "token").equals(World.TOKEN)) {
      close(line, 4004, "Authentication failed.");
    } else if (intentsRefused || (wanted & PRIVILEGED) != 0) {
      close(line, 4014, "Disallowed intent(s).");
    } else if (of < 1 || index >= of) {
      close(line, 4010, "Invalid shard.");
    } else {
      identifies++;
      Session session = new Session("session" + world.number(), index, of);
      sessions.add(session);
      join(line, session);
      ready(session);
    }
  }

  private static void join(Line line, Session session) {
    if (session.line != null) {
      session.line.session = null;
    }
    session.line = line;
    line.session = session;
  }

  private void ready(Session session) {
    List<Guild> guilds =
        world.guilds.values().stream()
            .filter(guild -> guild.botIsThere && session.holds(guild.number))
            .toList();
    ObjectNode ready = Json.object().put("v", 10).put("session_id", session.id);
    ready.put("resume_gateway_url", url()).put("session_type", "normal");
    ready.set("user", Person.user(World.APP, "Paperboy", true).put("verified", true));
    ready.putObject("application").put("id", Long.toString(World.APP)).put("flags", 0);
    ready.putArray("shard").add(session.shard).add(session.shards);
    ready.putArray("private_channels");
    ready.putArray("relationships");
    ArrayNode unavailable = ready.putArray("guilds");
    guilds.forEach(guild -> unavailable.addObject().put("id", guild.id()).put("unavailable", true));
    event(session, "READY", ready);
    guilds.forEach(guild -> event(session, "GUILD_CREATE", guild.json()));
  }

  private void resume(Line line, JsonNode asked) {
    Optional<Session> found =
        sessions.stream()
            .filter(session -> session.id.equals(Json.text(asked, "session_id")))
            .findFirst();
    int seen = asked.path("seq").asInt(-1);
    if (!Json.text(asked, "token").equals(World.TOKEN)) {
      close(line, 4004, "Authentication failed.");
    } else if (found.isEmpty()) {
      line.send(Json.object().put("op", 9).put("d", false));
    } else if (seen < 0 || seen > found.get().events.size()) {
      close(line, 4007, "Invalid seq.");
    } else {
      Session session = found.get();
      resumes++;
      join(line, session);
      session.events.subList(seen, session.events.size()).forEach(line::send);
      event(session, "RESUMED", Json.object());
    }
  }

  private static void close(Line line, int code, String why) {
    line.socket.close(code, why);
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {
    synchronized (world) {
      Line line = socket.getAttachment();
      if (line == null) {
        return;
      }
      line.end();
      lines.remove(line);
      Session session = line.session;
      if (session != null && Objects.equals(session.line, line)) {
        session.line = null;
        if (remote && (code == 1000 || code == 1001)) {
          sessions.remove(session);
        }
      }
      world.changed();
    }
  }

  @Override
  public void onError(@Nullable WebSocket socket, Exception e) {
    // the app lets go of a socket when it likes
  }

  @Override
  public void onStart() {
    started.countDown();
  }

  /** Sessions with an open socket. */
  int connected() {
    synchronized (world) {
      return (int) sessions.stream().filter(session -> session.line != null).count();
    }
  }

  int identifies() {
    synchronized (world) {
      return identifies;
    }
  }

  int resumes() {
    synchronized (world) {
      return resumes;
    }
  }

  int lateBeats() {
    synchronized (world) {
      long now = world.pulse.now();
      long silent = beat.toNanos() * 3 / 2;
      return lateBeats + (int) lines.stream().filter(line -> now - line.lastBeat > silent).count();
    }
  }

  int beats() {
    synchronized (world) {
      return lines.stream().mapToInt(line -> line.beats).sum();
    }
  }

  List<Integer> intents() {
    synchronized (world) {
      return List.copyOf(intents);
    }
  }

  void advise(int shards) {
    synchronized (world) {
      shardsAdvised = shards;
    }
  }

  void beatEvery(Duration interval) {
    synchronized (world) {
      beat = interval;
    }
  }

  void refuseIntents() {
    synchronized (world) {
      intentsRefused = true;
    }
  }

  /** While it is shut, who connects is not greeted. */
  void shut(boolean closed) {
    synchronized (world) {
      shut = closed;
      if (!closed) {
        lines.stream().filter(line -> line.session == null).forEach(this::hello);
      }
    }
  }

  void closeAll(int code) {
    synchronized (world) {
      List.copyOf(lines).forEach(line -> close(line, code, "Unknown error."));
    }
  }

  /** No goodbye. */
  void cut() {
    synchronized (world) {
      List.copyOf(lines).forEach(line -> line.socket.closeConnection(1006, "cut"));
    }
  }

  void askToReconnect() {
    synchronized (world) {
      lines.forEach(line -> line.send(Json.object().put("op", 7).putNull("d")));
    }
  }

  void invalidate() {
    synchronized (world) {
      for (Line line : lines) {
        if (line.session != null) {
          sessions.remove(line.session);
          line.session.line = null;
          line.session = null;
        }
        line.send(Json.object().put("op", 9).put("d", false));
      }
    }
  }

  void close() {
    try {
      stop(0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
