package dev.paperboy.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An upstream on the loopback address that answers as told, and goes wrong as told. */
public abstract class FakeServer implements AutoCloseable {
  /** What is answered where nothing goes wrong. */
  public record Answer(int status, String body, Map<String, String> headers) {
    public static Answer ok(String body) {
      return new Answer(200, body, Map.of());
    }

    public static Answer of(int status, String body) {
      return new Answer(status, body, Map.of());
    }
  }

  /** One request that came. */
  public record Request(String path, Map<String, String> parameters, Map<String, String> headers) {
    public String parameter(String name, String otherwise) {
      return parameters.getOrDefault(name, otherwise);
    }
  }

  /** A way to go wrong. */
  public interface Mishap {
    void answer(HttpExchange exchange, Answer usual) throws IOException, InterruptedException;
  }

  static {
    // Else an answer of two packets takes 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Mishap> next = new ConcurrentLinkedQueue<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable Mishap always;

  @SuppressWarnings("this-escape") // nobody asks before the server is made
  protected FakeServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  protected abstract Answer answer(Request request);

  public URI base() {
    return URI.create(
        "http://"
            + InetAddress.getLoopbackAddress().getHostAddress()
            + ":"
            + server.getAddress().getPort());
  }

  /** The next requests go wrong so, one each; later ones well again. */
  public void next(Mishap... mishaps) {
    next.addAll(Arrays.asList(mishaps));
  }

  /** Every request goes wrong so, until {@link #recover}. */
  public void always(Mishap mishap) {
    always = mishap;
  }

  public void recover() {
    always = null;
    next.clear();
  }

  /** All that came, in order. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** How many came since this was last asked. */
  public int newRequests() {
    int count = requests.size();
    requests.clear();
    return count;
  }

  public static Mishap status(int status, String body, String... headers) {
    return (exchange, usual) -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      send(exchange, status, body);
    };
  }

  /** 429 in the form Hugging Face uses. */
  public static Mishap tooMany(int seconds) {
    return status(429, "", "RateLimit", "\"api\";r=0;t=" + seconds);
  }

  /** As usual, with one more header. */
  public static Mishap with(String header, String value) {
    return (exchange, usual) -> {
      exchange.getResponseHeaders().add(header, value);
      send(exchange, usual.status(), usual.body());
    };
  }

  /** As usual, with another body. */
  public static Mishap changed(UnaryOperator<String> change) {
    return (exchange, usual) -> send(exchange, usual.status(), change.apply(usual.body()));
  }

  /** A whole answer over half a body. */
  public static Mishap truncated() {
    return changed(body -> body.substring(0, body.length() / 2));
  }

  /** Half of the bytes that were announced, then the line is dead. */
  public static Mishap cut() {
    return (exchange, usual) -> {
      byte[] body = usual.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length + 1L);
      exchange.getResponseBody().write(body, 0, body.length / 2);
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  /** No answer at all. */
  public static Mishap hangUp() {
    return (exchange, usual) -> exchange.close();
  }

  /** A status at once, a few bytes, and then nothing as long as the server stands. */
  public Mishap slow() {
    return (exchange, usual) -> {
      exchange.sendResponseHeaders(200, 0);
      OutputStream body = exchange.getResponseBody();
      body.write(' ');
      body.flush();
      closed.await();
    };
  }

  private void handle(HttpExchange exchange) throws IOException {
    Request request =
        new Request(
            exchange.getRequestURI().getPath(),
            parameters(exchange.getRequestURI().getRawQuery()),
            headers(exchange));
    requests.add(request);
    Answer usual = answer(request);
    Mishap queued = next.poll();
    Mishap mishap = queued == null ? always : queued;
    try (exchange) {
      if (mishap != null) {
        mishap.answer(exchange, usual);
        return;
      }
      usual.headers().forEach(exchange.getResponseHeaders()::add);
      send(exchange, usual.status(), usual.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new TreeMap<>();
    for (String part : (query == null ? "" : query).split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parameters.put(
            part.substring(0, equals),
            URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return Map.copyOf(parameters);
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return Map.copyOf(headers);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
