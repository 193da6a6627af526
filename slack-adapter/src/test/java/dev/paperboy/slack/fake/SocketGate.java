package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/** Socket Mode: the sockets that the app holds open, and what is sent over them. */
final class SocketGate extends WebSocketServer implements AppLink {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration CONNECTING = Duration.ofSeconds(20);

  /** One envelope on its way. */
  private record Waiting(WebSocket socket, CompletableFuture<JsonNode> ack) {}

  private final World world;
  private final CountDownLatch started = new CountDownLatch(1);
  private final Set<String> tickets = new HashSet<>();
  private final List<WebSocket> open = new CopyOnWriteArrayList<>();
  private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
  private int turn;

  @SuppressWarnings("this-escape") // nobody connects before the address is given away
  SocketGate(World world) {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    this.world = world;
    setReuseAddr(true);
    setTcpNoDelay(true);
    setConnectionLostTimeout(0);
    setDaemon(true);
    start();
    try {
      if (!started.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("fake slack: no socket server");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** An address that one socket may be opened at. */
  synchronized String ticket() {
    String ticket = "t" + world.next();
    tickets.add(ticket);
    return "ws://%s:%d/link/?ticket=%s&app_id=%s"
        .formatted(InetAddress.getLoopbackAddress().getHostAddress(), getPort(), ticket, World.APP);
  }

  @Override
  public void onStart() {
    started.countDown();
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    String query = handshake.getResourceDescriptor();
    int at = query.indexOf("ticket=");
    String ticket = at < 0 ? "" : query.substring(at + 7).replaceFirst("&.*", "");
    synchronized (this) {
      if (!tickets.remove(ticket)) {
        socket.close(1008, "invalid ticket");
        return;
      }
    }
    ObjectNode hello = Json.object().put("type", "hello").put("num_connections", open.size() + 1);
    hello
        .putObject("debug_info")
        .put("host", "fake")
        .put("build_number", 1)
        .put("approximate_connection_time", 18_060);
    hello.putObject("connection_info").put("app_id", World.APP);
    socket.send(Json.write(hello));
    open.add(socket);
    world.changed();
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    JsonNode message = Json.read(text);
    String envelope = message.path("envelope_id").asText("");
    Waiting sent = waiting.remove(envelope);
    if (sent == null) {
      world.problem("socket", List.of("acknowledged twice, or too late, or never sent: " + text));
      return;
    }
    sent.ack().complete(message.path("payload"));
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {
    gone(socket);
  }

  @Override
  public void onError(@Nullable WebSocket socket, Exception e) {
    if (socket != null) {
      gone(socket);
    }
  }

  private void gone(WebSocket socket) {
    open.remove(socket);
    waiting.values().stream()
        .filter(sent -> socket.equals(sent.socket()))
        .forEach(sent -> sent.ack().completeExceptionally(new IllegalStateException("closed")));
    world.changed();
  }

  int connections() {
    return open.size();
  }

  /** As when a machine dies: no goodbye. */
  void cut() {
    for (WebSocket socket : open) {
      gone(socket);
      socket.closeConnection(1006, "cut");
    }
  }

  /** As when a connection has to be opened anew; the old one is closed by the app. */
  void disconnect(String reason) {
    ObjectNode message = Json.object().put("type", "disconnect").put("reason", reason);
    message.putObject("debug_info").put("host", "fake");
    for (WebSocket socket : List.copyOf(open)) {
      // nothing more goes to a socket that was told so
      open.remove(socket);
      socket.send(Json.write(message));
    }
    world.changed();
  }

  private WebSocket socket() {
    return world.await(
        "a socket of the app's",
        CONNECTING,
        () -> {
          if (open.isEmpty()) {
            return Optional.empty();
          }
          turn++;
          return Optional.of(open.get(turn % open.size()));
        });
  }

  @Override
  public Ack send(Kind kind, ObjectNode payload, int attempt) {
    WebSocket socket = socket();
    String id = "e-" + world.next();
    ObjectNode envelope = Json.object().put("envelope_id", id);
    envelope.set("payload", payload);
    envelope.put("type", kind.name().toLowerCase(Locale.ROOT));
    envelope.put("accepts_response_payload", kind != Kind.EVENTS_API);
    if (kind == Kind.EVENTS_API) {
      envelope.put("retry_attempt", attempt).put("retry_reason", attempt == 0 ? "" : "timeout");
    }
    Waiting sent = new Waiting(socket, new CompletableFuture<>());
    waiting.put(id, sent);
    long began = System.nanoTime();
    try {
      socket.send(Json.write(envelope));
      JsonNode answer = sent.ack().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return new Ack(true, since(began), answer, "");
    } catch (TimeoutException e) {
      return new Ack(false, since(began), MissingNode.getInstance(), "no answer in 3 s");
    } catch (ExecutionException | RuntimeException e) {
      return new Ack(false, since(began), MissingNode.getInstance(), "the socket closed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ack(false, since(began), MissingNode.getInstance(), "interrupted");
    } finally {
      waiting.remove(id);
    }
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  @Override
  public void close() {
    try {
      stop(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
