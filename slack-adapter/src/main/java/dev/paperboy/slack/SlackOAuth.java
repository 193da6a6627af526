package dev.paperboy.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.service.OAuthStateService;
import com.slack.api.bolt.util.QueryStringParser;
import com.slack.api.bolt.util.SlackRequestParser;
import com.sun.net.httpserver.HttpExchange;
import dev.paperboy.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages by which a workspace installs the app; what they do is Bolt's. */
final class SlackOAuth {
  static final String INSTALL = "/slack/install";
  static final String REDIRECT = "/slack/oauth_redirect";

  private static final Logger LOG = LoggerFactory.getLogger(SlackOAuth.class);

  private final App app;
  private final SlackRequestParser parser;

  SlackOAuth(App app) {
    this.app = app;
    this.parser = new SlackRequestParser(app.config());
  }

  void page(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("GET")) {
      SlackHttp.answer(exchange, 405, "text/plain", "");
      return;
    }
    Map<String, List<String>> headers = new HashMap<>(exchange.getRequestHeaders());
    String query = exchange.getRequestURI().getRawQuery();
    Request<?> request =
        parser.parse(
            SlackRequestParser.HttpRequest.builder()
                .requestUri(exchange.getRequestURI().getPath())
                .queryString(QueryStringParser.toMap(query == null ? "" : query))
                .headers(new RequestHeaders(headers))
                .remoteAddress(exchange.getRemoteAddress().getAddress().getHostAddress())
                .requestBody("")
                .build());
    if (request == null) {
      SlackHttp.answer(exchange, 400, "text/plain", "not understood\n");
      return;
    }
    Response response;
    try {
      response = app.run(request);
    } catch (Exception e) { // Bolt declares no narrower one
      LOG.error("slack: an installation failed", e);
      SlackHttp.answer(exchange, 500, "text/plain", "The installation failed; please try again.\n");
      return;
    }
    response
        .getHeaders()
        .forEach((name, values) -> exchange.getResponseHeaders().put(name, List.copyOf(values)));
    String type = response.getContentType() == null ? "text/plain" : response.getContentType();
    String body = response.getBody() == null ? "" : response.getBody();
    SlackHttp.answer(
        exchange,
        response.getStatusCode(),
        type.contains(";") ? type.substring(0, type.indexOf(';')) : type,
        body);
  }

  /**
   * The state that an installation begins and ends with: signed, so that any process can check it,
   * valid for ten minutes, and taken once by each.
   */
  static final class State implements OAuthStateService {
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final SlackSignature signature;
    private final InstantSource clock;
    private final Map<String, Instant> used = new ConcurrentHashMap<>();

    State(Secret key, InstantSource clock) {
      this.signature = new SlackSignature(key, clock);
      this.clock = clock;
    }

    @Override
    public String generateNewStateValue() {
      String issued = Long.toString(clock.instant().getEpochSecond());
      String nonce = UUID.randomUUID().toString();
      return nonce + "." + issued + "." + signed(nonce, issued);
    }

    @Override
    public void addNewStateToDatastore(String state) {
      // the signature is all that is needed
    }

    @Override
    public boolean isAvailableInDatabase(String state) {
      String[] parts = state.split("\\.", -1);
      if (parts.length != 3 || !parts[1].matches("\\d{1,12}") || used.containsKey(state)) {
        return false;
      }
      Duration age =
          Duration.between(Instant.ofEpochSecond(Long.parseLong(parts[1])), clock.instant());
      return !age.isNegative()
          && age.compareTo(LIFE) <= 0
          && MessageDigest.isEqual(
              signed(parts[0], parts[1]).getBytes(StandardCharsets.US_ASCII),
              parts[2].getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void deleteStateFromDatastore(String state) {
      Instant now = clock.instant();
      used.values().removeIf(at -> at.plus(LIFE).isBefore(now));
      used.put(state, now);
    }

    private String signed(String nonce, String issued) {
      return signature.of(issued, nonce.getBytes(StandardCharsets.US_ASCII)).substring(3);
    }
  }
}
