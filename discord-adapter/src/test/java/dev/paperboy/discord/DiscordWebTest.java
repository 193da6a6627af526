package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.paperboy.Secret;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.CannedMessages;
import dev.paperboy.delivery.Delivery;
import dev.paperboy.delivery.DeliveryKey;
import dev.paperboy.delivery.Permit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the headers of answers are taken for, and what a call never does. */
class DiscordWebTest {
  private record Canned(int status, Map<String, String> headers, String body) {}

  private final List<String> whole = new CopyOnWriteArrayList<>();
  private final List<String> agents = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Canned next = new Canned(200, Map.of(), "{\"id\":\"1\"}");
  private HttpServer server;
  private DiscordWeb web;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    web = new DiscordWeb(api(), new Secret("a.b.c"), Duration.ofSeconds(30));
  }

  @AfterEach
  void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private URI api() {
    return URI.create(
        "http://"
            + InetAddress.getLoopbackAddress().getHostAddress()
            + ":"
            + server.getAddress().getPort()
            + "/api/v10/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      whole.add(exchange.getRequestURI() + " " + new String(body, StandardCharsets.UTF_8));
      agents.add(
          exchange.getRequestHeaders().getFirst("Authorization")
              + " "
              + exchange.getRequestHeaders().getFirst("User-Agent"));
      next.headers().forEach(exchange.getResponseHeaders()::add);
      byte[] answer = next.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(next.status(), answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private DiscordAnswer post() {
    return web.post("channels/1/messages", "{\"content\":\"é\"}", Permit.ALWAYS);
  }

  @Test
  void aCallSaysWhoItIsAndCarriesItsBody() {
    assertThat(post()).isInstanceOf(DiscordAnswer.Done.class);
    assertThat(whole).containsExactly("/api/v10/channels/1/messages {\"content\":\"é\"}");
    assertThat(agents.getFirst()).startsWith("Bot a.b.c DiscordBot (https://");
  }

  @Test
  void withoutLeaveTheRequestIsNeverWhole() {
    assertThat(web.post("channels/1/messages", "{\"content\":\"x\"}", () -> false))
        .isEqualTo(new DiscordAnswer.Withheld());
    assertThat(post()).isInstanceOf(DiscordAnswer.Done.class);
    assertThat(whole).singleElement().asString().contains("é");
  }

  @Test
  void aRouteThatIsEmptyRests() {
    next =
        new Canned(
            200,
            Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset-After", "2.5"),
            "{\"id\":\"1\"}");
    assertThat(post())
        .isInstanceOfSatisfying(
            DiscordAnswer.Done.class,
            done -> assertThat(done.rest()).isEqualTo(Duration.ofMillis(2_500)));
    next =
        new Canned(
            200,
            Map.of("X-RateLimit-Remaining", "1", "X-RateLimit-Reset-After", "2.5"),
            "{\"id\":\"1\"}");
    assertThat(post())
        .isInstanceOfSatisfying(DiscordAnswer.Done.class, done -> assertThat(done.rest()).isZero());
  }

  @Test
  void aChannelThatIsFullIsNotEvenAsked() {
    next =
        new Canned(
            200,
            Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset-After", "2.5"),
            "{\"id\":\"1\"}");
    DiscordCourier courier =
        new DiscordCourier(
            web,
            new DiscordRenderer(line -> "help"),
            DiscordAccess.OPEN,
            () -> Instant.parse("2026-08-12T09:00:00Z"));
    Address to = Address.channel("discord", "9", "1");
    assertThat(
            courier.deliver(
                to, CannedMessages.digest(1), new DeliveryKey("d-1", 1, null), Permit.ALWAYS))
        .isInstanceOf(Delivery.Delivered.class);
    assertThat(
            courier.deliver(
                to, CannedMessages.digest(1), new DeliveryKey("d-2", 1, null), Permit.ALWAYS))
        .isEqualTo(
            new Delivery.TryLater(
                Duration.ofMillis(2_500),
                "discord: the channel takes no more now",
                to.key(),
                true));
    assertThat(whole).hasSize(1);
  }

  @Test
  void theLongerOfTwoWaitsCounts() {
    next =
        new Canned(
            429,
            Map.of("Retry-After", "3", "Via", "1.1 google"),
            "{\"message\":\"slow\",\"retry_after\":2.25,\"global\":false}");
    assertThat(post()).isEqualTo(new DiscordAnswer.Limited(Duration.ofSeconds(3), false));
    next =
        new Canned(429, Map.of(), "{\"message\":\"slow\",\"retry_after\":64.57,\"global\":true}");
    assertThat(post()).isEqualTo(new DiscordAnswer.Limited(Duration.ofMillis(64_570), true));
  }

  @Test
  void whatStandsBeforeDiscordMeansEveryRoute() {
    next = new Canned(429, Map.of("Retry-After", "600"), "<html>banned</html>");
    assertThat(post()).isEqualTo(new DiscordAnswer.Limited(Duration.ofMinutes(10), true));
    next = new Canned(429, Map.of("Retry-After", "soon"), "");
    assertThat(post()).isEqualTo(new DiscordAnswer.Limited(Duration.ofSeconds(1), true));
  }

  @Test
  void aRefusalKeepsItsCode() {
    next = new Canned(403, Map.of(), "{\"message\":\"Missing Access\",\"code\":50001}");
    assertThat(post())
        .isEqualTo(new DiscordAnswer.Refused(403, 50_001, "Missing Access", Duration.ZERO));
    next = new Canned(403, Map.of(), "<html>");
    assertThat(post()).isEqualTo(new DiscordAnswer.Refused(403, 0, "", Duration.ZERO));
  }

  @Test
  void onlyAConnectionThatNeverStoodDidSurelyNothing() {
    next = new Canned(500, Map.of(), "");
    assertThat(post()).isEqualTo(new DiscordAnswer.Failed("discord: answered 500", false));
    server.stop(0);
    assertThat(post())
        .isInstanceOfSatisfying(
            DiscordAnswer.Failed.class, failed -> assertThat(failed.why()).doesNotContain("a.b.c"));
  }
}
