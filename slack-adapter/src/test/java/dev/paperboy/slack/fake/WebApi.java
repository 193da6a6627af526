package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The Web API over real HTTP: tokens, scopes, limits and faults before the methods themselves. */
final class WebApi {
  private static final Set<String> LIMITED_BY_CHANNEL = Set.of("chat.postMessage");

  private final World world;
  private final Supplier<String> socketAddress;
  private final AppMethods apps;
  private final Pace pace = new Pace();
  private final Map<String, Method> methods = new HashMap<>();

  WebApi(World world, ViewMethods views, Supplier<String> socketAddress) {
    this.world = world;
    this.socketAddress = socketAddress;
    this.apps = new AppMethods(world);
    methods.putAll(apps.all());
    methods.putAll(new ChatMethods(world).all());
    methods.putAll(new ConversationMethods().all());
    methods.putAll(views.all());
  }

  Pace pace() {
    return pace;
  }

  void handle(HttpExchange exchange) throws IOException {
    long came = System.nanoTime();
    String method = exchange.getRequestURI().getPath().substring("/api/".length());
    Args args =
        Args.of(
            exchange, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String token = token(exchange, args);
    Fault fault = world.fault(new Fault.Asked(method, args.text("channel"))).orElse(null);
    if (fault != null && !fault.done()) {
      remember(method, token, args, fault.status() == 0 ? "cut" : fault.error(), came);
      answerWith(exchange, fault);
      return;
    }
    Optional<Integer> wait = pace.wait(token, method, args.text("channel"));
    if (wait.isPresent()) {
      remember(method, token, args, "ratelimited", came);
      exchange.getResponseHeaders().add("Retry-After", wait.get().toString());
      send(exchange, 429, Json.error("ratelimited"));
      return;
    }
    ObjectNode answer = answer(exchange, method, token, args);
    boolean done = answer.path("ok").asBoolean();
    if (done && LIMITED_BY_CHANNEL.contains(method)) {
      pace.took(token, args.text("channel"), came);
    }
    remember(
        method,
        token,
        args,
        fault != null && done ? "ok, then cut" : done ? "ok" : answer.path("error").asText(),
        came);
    if (fault != null) {
      answerWith(exchange, fault);
      return;
    }
    send(exchange, 200, answer);
  }

  private ObjectNode answer(HttpExchange exchange, String method, String token, Args args) {
    synchronized (world) {
      try {
        Set<String> unknown = OfficialSchema.undocumented(method, args.all().keySet());
        if (!unknown.isEmpty()) {
          world.problem(method, List.of("undocumented arguments: " + unknown));
        }
        if (method.equals("oauth.v2.access")) {
          return exchange(exchange, args);
        }
        if (token.isEmpty()) {
          throw new ApiError("not_authed");
        }
        if (method.equals("apps.connections.open")) {
          return apps.openConnection(token, socketAddress);
        }
        if (method.equals("auth.test") && token.equals(World.APP_TOKEN)) {
          return Json.ok().put("app_name", "Paperboy").put("app_id", World.APP);
        }
        Workspace workspace = owner(token);
        Method wanted = methods.get(method);
        if (wanted == null) {
          throw new ApiError("unknown_method");
        }
        ObjectNode answer = wanted.answer(workspace, args);
        exchange.getResponseHeaders().add("X-OAuth-Scopes", String.join(",", workspace.scopes));
        return answer;
      } catch (ApiError e) {
        ObjectNode answer = Json.error(e.error());
        if (!e.needed().isEmpty()) {
          answer.put("needed", e.needed());
          answer.put("provided", String.join(",", owner(token).scopes));
        }
        return answer;
      }
    }
  }

  private Workspace owner(String token) {
    for (Workspace workspace : world.workspaces.values()) {
      if (token.equals(workspace.botToken)) {
        if (workspace.revoked) {
          throw new ApiError("token_revoked");
        }
        if (!workspace.installed) {
          throw new ApiError("account_inactive");
        }
        return workspace;
      }
    }
    throw new ApiError("invalid_auth");
  }

  private ObjectNode exchange(HttpExchange exchange, Args args) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header != null && header.startsWith("Basic ")) {
      String pair =
          new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return apps.exchange(args, pair.substring(0, colon), pair.substring(colon + 1));
    }
    return apps.exchange(args, args.text("client_id"), args.text("client_secret"));
  }

  private static String token(HttpExchange exchange, Args args) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    return header != null && header.startsWith("Bearer ")
        ? header.substring("Bearer ".length())
        : args.text("token");
  }

  private void remember(String method, String token, Args args, String outcome, long came) {
    synchronized (world) {
      String team =
          world.workspaces.values().stream()
              .filter(workspace -> workspace.botToken.equals(token))
              .map(workspace -> workspace.id)
              .findFirst()
              .orElse("");
      Map<String, String> kept = new TreeMap<>(args.all());
      kept.keySet().removeAll(Set.of("token", "client_secret", "code"));
      world.remember(new Call(method, team, kept, outcome, came));
    }
  }

  private static void answerWith(HttpExchange exchange, Fault fault) throws IOException {
    if (fault.status() == 0) {
      exchange.close();
      return;
    }
    if (!fault.after().isZero()) {
      exchange.getResponseHeaders().add("Retry-After", Long.toString(fault.after().toSeconds()));
    }
    send(exchange, fault.status(), Json.error(fault.error()));
  }

  static void send(HttpExchange exchange, int status, @Nullable JsonNode body) throws IOException {
    byte[] bytes = (body == null ? "" : Json.write(body)).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
