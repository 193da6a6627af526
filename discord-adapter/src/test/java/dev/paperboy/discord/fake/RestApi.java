package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.paperboy.discord.fake.Route.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** REST over real HTTP: the token, rates and faults before the requests themselves. */
final class RestApi {
  private static final Logger LOG = LoggerFactory.getLogger(RestApi.class);

  private final World world;
  private final Rates rates = new Rates();
  private final List<Route> routes = new ArrayList<>();

  RestApi(World world, Gateway gateway) {
    this.world = world;
    routes.addAll(new AppRoutes(world, gateway).all());
    routes.addAll(new ChannelRoutes(world).all());
    routes.addAll(new InteractionRoutes(world).all());
  }

  Rates rates() {
    return rates;
  }

  void handle(HttpExchange exchange) throws IOException {
    long came = System.nanoTime();
    Request request = Request.of(exchange);
    String shown = request.path().replaceAll("(interactions|webhooks)/(\\d+)/[^/]+", "$1/$2/…");
    // JDA takes a 429 without it for the edge's own and stops every request
    exchange.getResponseHeaders().add("Via", "1.1 fake");
    try {
      Outcome outcome = outcome(exchange, request, shown, came);
      world.remember(
          new Call(
              request.method(),
              shown,
              request.body(),
              request.files(),
              outcome.status,
              outcome.body == null ? 0 : outcome.body.path("code").asInt(),
              came));
      send(exchange, outcome);
    } catch (RuntimeException e) {
      LOG.error("fake discord: {} {}", request.method(), shown, e);
      world.problem(shown, List.of("the fake failed: " + e));
      send(exchange, new Outcome(500, Json.object().put("message", "500").put("code", 0)));
    }
  }

  /** Status 0 means that the line is cut. */
  private record Outcome(int status, @Nullable JsonNode body) {}

  private Outcome outcome(HttpExchange exchange, Request request, String shown, long came) {
    boolean open = shown.startsWith("/interactions/") || shown.startsWith("/webhooks/");
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    if (!open && !("Bot " + World.TOKEN).equals(given)) {
      return new Outcome(401, Json.object().put("message", "401: Unauthorized").put("code", 0));
    }
    Optional<Fault> fault = world.fault(new Fault.Asked(request.method(), request.path()));
    if (fault.isPresent() && !fault.get().done()) {
      return failed(exchange.getResponseHeaders(), fault.get());
    }
    if (!open) {
      Optional<ObjectNode> limited =
          rates.take(request.method(), request.path(), came, exchange.getResponseHeaders());
      if (limited.isPresent()) {
        return new Outcome(429, limited.get());
      }
    }
    Outcome outcome = answer(request, shown);
    return fault.isPresent() ? failed(exchange.getResponseHeaders(), fault.get()) : outcome;
  }

  private Outcome answer(Request request, String shown) {
    synchronized (world) {
      try {
        for (Route route : routes) {
          Optional<Answer> answer = route.answer(request);
          if (answer.isPresent()) {
            world.changed();
            return new Outcome(answer.get().status(), answer.get().body());
          }
        }
        world.problem(request.method() + " " + shown, List.of("the fake does not know it"));
        return new Outcome(404, Json.object().put("message", "404: Not Found").put("code", 0));
      } catch (ApiError e) {
        world.problem(request.method() + " " + shown, e.problems());
        return new Outcome(e.status(), e.body());
      }
    }
  }

  private static Outcome failed(Headers headers, Fault fault) {
    if (fault.status() == 429 && !fault.after().isZero()) {
      return new Outcome(429, Rates.limited(headers, fault.after(), fault.global()));
    }
    return new Outcome(
        fault.status(),
        fault.code() == 0
            ? null
            : Json.object().put("message", "error " + fault.code()).put("code", fault.code()));
  }

  private static void send(HttpExchange exchange, Outcome outcome) throws IOException {
    if (outcome.status == 0) {
      exchange.close();
      return;
    }
    JsonNode body = outcome.body;
    boolean json = body != null;
    String page = outcome.status >= 500 ? "<html></html>" : "";
    String text = body == null ? page : Json.write(body);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", json ? "application/json" : "text/html");
    exchange.sendResponseHeaders(outcome.status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
