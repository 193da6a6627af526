package dev.paperboy.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A chat platform over real HTTP. {@code POST /messages} takes a message, with a nonce perhaps that
 * makes the same one visible only once; {@code GET /messages} finds one by its key. It goes wrong
 * as platforms do: of each hundred messages two are sent away with Retry-After, one fails before it
 * is taken, one is taken and the line cut. Places that begin with "bad" take nothing, ever.
 */
public final class FakePlatform implements WatchedPlatform {
  private static final long RETRY_AFTER_SECONDS = 1;
  private static final long BURST = 10;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final boolean faulty;
  private final int perSecond;
  private final Map<String, String> nonces = new ConcurrentHashMap<>();
  private final Map<String, String> receipts = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> visible = new ConcurrentHashMap<>();
  private final Map<String, Long> notBefore = new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger early = new AtomicInteger();
  private final AtomicInteger limited = new AtomicInteger();
  private final AtomicInteger cut = new AtomicInteger();
  private final AtomicInteger absorbed = new AtomicInteger();
  private volatile int wanted = Integer.MAX_VALUE;
  private volatile CountDownLatch reached = new CountDownLatch(1);
  private volatile CountDownLatch answering = new CountDownLatch(0);
  private final AtomicReference<@Nullable Duration> rest = new AtomicReference<>();
  private volatile long restsUntil = System.nanoTime();
  private double tokens = BURST;
  private long refilled = System.nanoTime();

  /**
   * @param perSecond how many messages it takes; 0 where it does not count
   */
  public FakePlatform(boolean faulty, int perSecond) throws IOException {
    this.faulty = faulty;
    this.perSecond = perSecond;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.setExecutor(threads);
    server.createContext("/messages", this::handle);
    server.start();
  }

  @Override
  public URI address() {
    return URI.create(
        "http://"
            + InetAddress.getLoopbackAddress().getHostAddress()
            + ":"
            + server.getAddress().getPort()
            + "/messages");
  }

  @Override
  public void awaitAccepted(int count) throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(1);
    reached = latch;
    wanted = count;
    if (accepted.get() < count) {
      latch.await();
    }
  }

  /** Takes messages but answers none, until {@link #answerAgain}. */
  public void holdAnswers() {
    answering = new CountDownLatch(1);
  }

  /** Takes nothing for so long from the next message on, and says so to whoever comes. */
  public void rest(Duration pause) {
    rest.set(pause);
  }

  /** How many messages it has sent away for now. */
  public int limited() {
    return limited.get();
  }

  public void answerAgain() {
    answering.countDown();
  }

  @Override
  public int visible() {
    return visible.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  @Override
  public int duplicates() {
    return visible() - visible.size();
  }

  @Override
  public int early() {
    return early.get();
  }

  @Override
  public String account() {
    return "%d requests, %d visible, %d duplicates, %d cut, %d limited, %d early, %d absorbed"
        .formatted(
            requests.get(),
            visible(),
            duplicates(),
            cut.get(),
            limited.get(),
            early.get(),
            absorbed.get());
  }

  private void handle(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("X-Key");
    try (exchange) {
      String length = exchange.getRequestHeaders().getFirst("Content-Length");
      int read = exchange.getRequestBody().readAllBytes().length;
      if (length != null && read < Integer.parseInt(length)) {
        return; // the sender left before it had said all
      }
      if (exchange.getRequestMethod().equals("GET")) {
        String receipt = receipts.get(key);
        send(exchange, receipt == null ? 404 : 200, receipt == null ? "" : receipt);
        return;
      }
      take(exchange, key);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(HttpExchange exchange, String key) throws IOException, InterruptedException {
    int number = requests.incrementAndGet();
    long now = System.nanoTime();
    Long earliest = notBefore.get(key);
    if (earliest != null && now - earliest < 0) {
      early.incrementAndGet();
    }
    boolean full = perSecond > 0 && !hasRoom(now);
    Duration pause = rest.getAndSet(null);
    if (pause != null) {
      restsUntil = now + pause.toNanos();
    }
    boolean rests = now - restsUntil < 0;
    if (full || rests || (faulty && number % 50 == 7)) {
      long seconds =
          rests ? TimeUnit.NANOSECONDS.toSeconds(restsUntil - now) + 1 : RETRY_AFTER_SECONDS;
      exchange.getResponseHeaders().add("Retry-After", String.valueOf(seconds));
      notBefore.put(key, now + TimeUnit.SECONDS.toNanos(seconds));
      limited.incrementAndGet();
      send(exchange, 429, "");
      return;
    }
    if (exchange.getRequestHeaders().getFirst("X-To").startsWith("bad")) {
      send(exchange, 400, "no such form");
      return;
    }
    if (faulty && number % 100 == 33) {
      send(exchange, 500, "not taken");
      return;
    }
    String receipt = accept(key, exchange.getRequestHeaders().getFirst("X-Nonce"), number);
    answering.await();
    if (faulty && number % 100 == 66) {
      cut.incrementAndGet();
      return;
    }
    send(exchange, 200, receipt);
  }

  private String accept(String key, String nonce, int number) {
    String receipt = "m" + number;
    if (nonce != null) {
      String before = nonces.putIfAbsent(nonce, receipt);
      if (before != null) {
        absorbed.incrementAndGet();
        return before;
      }
    }
    receipts.putIfAbsent(key, receipt);
    visible.computeIfAbsent(key, unused -> new AtomicInteger()).incrementAndGet();
    if (accepted.incrementAndGet() >= wanted) {
      reached.countDown();
    }
    return receipt;
  }

  private synchronized boolean hasRoom(long now) {
    tokens = Math.min(BURST, tokens + (now - refilled) * (double) perSecond / 1e9);
    refilled = now;
    if (tokens < 1) {
      return false;
    }
    tokens -= 1;
    return true;
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    answering.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
