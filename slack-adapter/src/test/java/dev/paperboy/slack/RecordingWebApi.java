package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Answers each method with what it was told to, and remembers what it was asked. */
final class RecordingWebApi implements AutoCloseable {
  /** One call: the method, or {@code respond}; the arguments. */
  record Call(String method, JsonNode arguments, String token) {
    String text(String argument) {
      return SlackJson.text(arguments, argument);
    }

    JsonNode json(String argument) {
      return SlackJson.parse(text(argument));
    }
  }

  private record Canned(int status, String body, Map<String, String> headers) {}

  private final HttpServer server;
  private final Map<String, BlockingQueue<Canned>> next = new ConcurrentHashMap<>();
  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();

  RecordingWebApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI api() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
  }

  String responseUrl() {
    return api().resolve("/respond/1").toString();
  }

  RecordingWebApi then(String method, int status, String body, Map<String, String> headers) {
    next.computeIfAbsent(method, name -> new LinkedBlockingQueue<>())
        .add(new Canned(status, body, headers));
    return this;
  }

  RecordingWebApi then(String method, String body) {
    return then(method, 200, body, Map.of());
  }

  /** The next call of a method, others are let go by. */
  Call await(String method) throws InterruptedException {
    for (; ; ) {
      Call call = calls.poll(10, TimeUnit.SECONDS);
      if (call == null) {
        throw new AssertionError("no call of " + method);
      }
      if (call.method().equals(method)) {
        return call;
      }
    }
  }

  List<Call> soFar() {
    return List.copyOf(calls);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String method = path.startsWith("/api/") ? path.substring(5) : "respond";
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      calls.add(new Call(method, SlackHttp.payload(body), token));
      BlockingQueue<Canned> queued = next.get(method);
      Canned canned = queued == null ? null : queued.poll();
      if (canned == null) {
        canned = new Canned(200, ordinary(method), Map.of());
      }
      if (canned.status() == 0) {
        return; // taken, and no answer
      }
      canned.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      byte[] bytes = canned.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(canned.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String ordinary(String method) {
    return switch (method) {
      case "chat.postMessage" -> "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1700000000.000100\"}";
      case "conversations.open" -> "{\"ok\":true,\"channel\":{\"id\":\"D1\"}}";
      case "views.open" -> "{\"ok\":true,\"view\":{\"id\":\"V1\"}}";
      case "users.info" -> "{\"ok\":true,\"user\":{\"id\":\"U1\",\"tz\":\"Europe/Berlin\"}}";
      default -> "{\"ok\":true}";
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
