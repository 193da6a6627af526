package dev.paperboy.summary.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A language model on the loopback address, in OpenAI's form and Ollama's. */
final class FakeModel implements AutoCloseable {
  record Asked(String path, String authorization, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** What it says. */
  volatile String text = "";

  volatile int status = 200;

  /** In place of an answer in the protocol's form. */
  volatile String raw = "";

  volatile boolean hangs;

  FakeModel() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  ModelAddress address(String path) {
    URI url =
        URI.create(
            "http://"
                + InetAddress.getLoopbackAddress().getHostAddress()
                + ":"
                + server.getAddress().getPort()
                + path);
    return new ModelAddress(url, "sk-secret-0815", "tiny");
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      asked.add(
          new Asked(
              exchange.getRequestURI().getPath(),
              authorization == null ? "" : authorization,
              body));
      if (hangs) {
        closed.await();
        return;
      }
      byte[] answer = (raw.isEmpty() ? said(exchange) : raw).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String said(HttpExchange exchange) throws IOException {
    Map<String, Object> message = Map.of("role", "assistant", "content", text);
    boolean ollama = exchange.getRequestURI().getPath().startsWith("/api/");
    return new ObjectMapper()
        .writeValueAsString(
            ollama
                ? Map.of("model", "tiny", "message", message, "done", true)
                : Map.of(
                    "id",
                    "1",
                    "object",
                    "chat.completion",
                    "model",
                    "tiny",
                    "choices",
                    List.of(Map.of("index", 0, "message", message, "finish_reason", "stop"))));
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
