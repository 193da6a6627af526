package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where Slack calls in HTTP mode. What is not signed by Slack is not even parsed. */
final class SlackHttp implements AutoCloseable {
  static final String EVENTS = "/slack/events";
  static final int MOST_BYTES = 1024 * 1024;

  static {
    // else an answer of two packets waits for the other side to confirm the first
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // seconds that a request may take to arrive
    System.setProperty("sun.net.httpserver.maxReqTime", "20");
  }

  private static final Logger LOG = LoggerFactory.getLogger(SlackHttp.class);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final SlackSignature signature;
  private final SlackInbound inbound;

  /**
   * @param pages answers the addresses of the installation; null where there is none
   */
  SlackHttp(int port, SlackSignature signature, SlackInbound inbound, @Nullable SlackOAuth pages)
      throws IOException {
    this.signature = signature;
    this.inbound = inbound;
    server = HttpServer.create(new InetSocketAddress(port), 128);
    server.setExecutor(threads);
    server.createContext("/", exchange -> guarded(exchange, this::elsewhere));
    server.createContext(EVENTS, exchange -> guarded(exchange, this::events));
    if (pages != null) {
      server.createContext(SlackOAuth.INSTALL, exchange -> guarded(exchange, pages::page));
      server.createContext(SlackOAuth.REDIRECT, exchange -> guarded(exchange, pages::page));
    }
  }

  void start() {
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** One way to answer. */
  @FunctionalInterface
  interface Page {
    void answer(HttpExchange exchange) throws IOException;
  }

  private static void guarded(HttpExchange exchange, Page page) throws IOException {
    try (exchange) {
      try {
        page.answer(exchange);
      } catch (RuntimeException e) {
        LOG.error("slack: a request could not be answered", e);
        answer(exchange, 500, "text/plain", "");
      }
    }
  }

  private void elsewhere(HttpExchange exchange) throws IOException {
    boolean health = exchange.getRequestURI().getPath().equals("/health");
    answer(exchange, health ? 200 : 404, "text/plain", health ? "ok\n" : "nothing here\n");
  }

  private void events(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      answer(exchange, 405, "text/plain", "");
      return;
    }
    byte[] body;
    try (InputStream in = exchange.getRequestBody()) {
      body = in.readNBytes(MOST_BYTES + 1);
    }
    if (body.length > MOST_BYTES) {
      answer(exchange, 413, "text/plain", "");
      return;
    }
    if (!signature.isValid(
        exchange.getRequestHeaders().getFirst("X-Slack-Request-Timestamp"),
        exchange.getRequestHeaders().getFirst("X-Slack-Signature"),
        body)) {
      answer(exchange, 401, "application/json", "{\"error\":\"invalid request\"}");
      return;
    }
    JsonNode payload = payload(new String(body, StandardCharsets.UTF_8));
    if (!payload.isObject()) {
      answer(exchange, 400, "application/json", "{\"error\":\"not understood\"}");
      return;
    }
    Optional<JsonNode> acknowledgement;
    try {
      acknowledgement = inbound.take(payload);
    } catch (RejectedExecutionException e) {
      answer(exchange, 503, "text/plain", "");
      return;
    }
    if (acknowledgement.isPresent()) {
      answer(exchange, 200, "application/json", SlackJson.write(acknowledgement.get()));
    } else {
      answer(exchange, 200, "text/plain", "");
    }
  }

  /** Events come as JSON, commands as a form, buttons as JSON in a form. */
  static JsonNode payload(String body) {
    String text = body.strip();
    if (text.startsWith("{")) {
      return SlackJson.parse(text);
    }
    ObjectNode fields = SlackJson.object();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        try {
          fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        } catch (IllegalArgumentException e) {
          return SlackJson.parse("");
        }
      }
    }
    if (fields.has("payload")) {
      return SlackJson.parse(SlackJson.text(fields, "payload"));
    }
    return fields.isEmpty() ? SlackJson.parse("") : fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }

  @Override
  public void close() {
    server.stop(1);
    threads.shutdownNow();
  }
}
