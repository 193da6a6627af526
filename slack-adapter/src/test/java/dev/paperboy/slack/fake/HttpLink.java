package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests to the app's own address, signed as Slack signs them. */
final class HttpLink implements AppLink {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final World world;
  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  /**
   * @param address the request URL of the manifest
   */
  HttpLink(World world, URI address) {
    this.world = world;
    this.address = address;
  }

  @Override
  public Ack send(Kind kind, ObjectNode payload, int attempt) {
    String body =
        switch (kind) {
          case EVENTS_API -> Json.write(payload);
          case INTERACTIVE -> "payload=" + encoded(Json.write(payload));
          case SLASH_COMMANDS ->
              payload.properties().stream()
                  .map(field -> field.getKey() + "=" + encoded(field.getValue().asText()))
                  .collect(Collectors.joining("&"));
        };
    String type =
        kind == Kind.EVENTS_API ? "application/json" : "application/x-www-form-urlencoded";
    String seconds = Long.toString(world.clock.instant().getEpochSecond());
    HttpRequest.Builder request =
        request(body, type, seconds, signature(World.SIGNING_SECRET, seconds, body));
    if (attempt > 0) {
      request.header("X-Slack-Retry-Num", Integer.toString(attempt));
      request.header("X-Slack-Retry-Reason", "http_timeout");
    }
    long began = System.nanoTime();
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      Duration after = Duration.ofNanos(System.nanoTime() - began);
      boolean well = response.statusCode() == 200;
      JsonNode answer =
          response.body().isBlank() ? MissingNode.getInstance() : Json.read(response.body());
      return new Ack(well, after, answer, well ? "" : "status " + response.statusCode());
    } catch (HttpTimeoutException e) {
      return new Ack(false, PATIENCE, MissingNode.getInstance(), "no answer in 3 s");
    } catch (IOException e) {
      return new Ack(
          false,
          Duration.ofNanos(System.nanoTime() - began),
          MissingNode.getInstance(),
          "the connection failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ack(false, PATIENCE, MissingNode.getInstance(), "interrupted");
    }
  }

  /** The status of a request with these headers, whatever they are. */
  int status(String body, String type, String seconds, String signature) {
    try {
      return client
          .send(request(body, type, seconds, signature).build(), BodyHandlers.ofString())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private HttpRequest.Builder request(String body, String type, String seconds, String signature) {
    return HttpRequest.newBuilder(address)
        .timeout(PATIENCE)
        .header("Content-Type", type)
        .header("X-Slack-Request-Timestamp", seconds)
        .header("X-Slack-Signature", signature)
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  static String signature(String secret, String seconds, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] text = ("v0:" + seconds + ":" + body).getBytes(StandardCharsets.UTF_8);
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
