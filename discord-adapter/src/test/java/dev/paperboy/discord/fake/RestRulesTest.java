package dev.paperboy.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** REST refuses what Discord refuses, asked by a client that does not know better. */
class RestRulesTest {
  private static final String SAFE = "\"allowed_mentions\":{\"parse\":[]}";

  private final FakeDiscord discord = FakeDiscord.start();
  private final Guild lab = discord.guild("Lab");
  private final Channel papers = lab.channel("papers");
  private final HttpClient http = HttpClient.newHttpClient();

  private record Said(int status, JsonNode body, HttpResponse<String> answer) {
    int code() {
      return body.path("code").asInt();
    }
  }

  @AfterEach
  void close() {
    http.close();
    discord.close();
  }

  private Said asks(String method, String path, String body, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(discord.apiUrl().resolve(path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bot " + token);
    }
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    return new Said(answer.statusCode(), Json.read(answer.body()), answer);
  }

  private Said posts(String body) throws IOException, InterruptedException {
    return asks("POST", "channels/" + papers.id() + "/messages", body, discord.token());
  }

  @Test
  void aWrongTokenIsRefused() throws Exception {
    assertThat(asks("GET", "users/@me", "", "a.b.c").status()).isEqualTo(401);
    assertThat(asks("GET", "users/@me", "", "").status()).isEqualTo(401);
    assertThat(asks("GET", "users/@me", "", discord.token()).status()).isEqualTo(200);
  }

  @Test
  void aBrokenBodySaysWhereItIsBroken() throws Exception {
    Said said = posts("{\"content\":\"" + "x".repeat(2001) + "\"," + SAFE + "}");
    assertThat(said.status()).isEqualTo(400);
    assertThat(said.code()).isEqualTo(50035);
    assertThat(said.body().at("/errors/content/_errors/0/message").asText()).contains("2001");
    assertThat(discord.problems()).isNotEmpty();
    assertThat(discord.messages(papers)).isEmpty();
    assertThat(posts("{\"embeds\":[]," + SAFE + "}").code()).isEqualTo(50006);
  }

  @Test
  void aPingThatCouldHappenIsAProblemThoughItIsTaken() throws Exception {
    assertThat(posts("{\"content\":\"@everyone\"}").status()).isEqualTo(200);
    assertThat(discord.problems()).singleElement().asString().contains("ping");
  }

  @Test
  void rightsAreNeeded() throws Exception {
    lab.deny(papers, Rights.EMBED_LINKS);
    assertThat(posts("{\"embeds\":[{\"title\":\"t\"}]}").code()).isEqualTo(50013);
    assertThat(posts("{\"content\":\"t\"," + SAFE + "}").status()).isEqualTo(200);
    lab.deny(papers, Rights.SEND_MESSAGES);
    assertThat(posts("{\"content\":\"t\"," + SAFE + "}").code()).isEqualTo(50013);
    lab.deny(papers, Rights.VIEW_CHANNEL);
    assertThat(posts("{\"content\":\"t\"," + SAFE + "}").code()).isEqualTo(50001);
    lab.allow(papers);
    lab.removeBot();
    assertThat(posts("{\"content\":\"t\"," + SAFE + "}").code()).isEqualTo(50001);
  }

  @Test
  void fivePostsInFiveSecondsAreTakenAndTheHeadersTell() {
    Rates rates = new Rates();
    String post = "/channels/1/messages";
    for (int left = 4; left >= 0; left--) {
      Headers headers = new Headers();
      assertThat(rates.take("POST", post, 0, headers)).isEmpty();
      assertThat(headers.getFirst("X-RateLimit-Remaining")).isEqualTo(Integer.toString(left));
    }
    Headers headers = new Headers();
    assertThat(rates.take("POST", post, 1, headers))
        .hasValueSatisfying(said -> assertThat(said.path("global").asBoolean()).isFalse());
    assertThat(headers.getFirst("Retry-After")).isEqualTo("5");
    assertThat(rates.take("POST", "/channels/2/messages", 1, new Headers())).isEmpty();
    long later = Duration.ofSeconds(5).toNanos();
    assertThat(rates.take("POST", post, later, new Headers())).isEmpty();
  }

  @Test
  void fiftyRequestsASecondAreTaken() {
    Rates rates = new Rates();
    for (int i = 0; i < Limits.REQUESTS_A_SECOND; i++) {
      assertThat(rates.take("GET", "/users/" + i, i, new Headers())).isEmpty();
    }
    Headers headers = new Headers();
    assertThat(rates.take("GET", "/users/@me", 100, headers))
        .hasValueSatisfying(said -> assertThat(said.path("global").asBoolean()).isTrue());
    assertThat(headers.getFirst("X-RateLimit-Scope")).isEqualTo("global");
    assertThat(rates.most()).isEqualTo(Limits.REQUESTS_A_SECOND + 1);
    long later = Duration.ofSeconds(2).toNanos();
    assertThat(rates.take("GET", "/users/@me", later, new Headers())).isEmpty();
    assertThat(rates.refused()).isOne();
  }

  @Test
  void anInteractionIsAnsweredOnceAndFollowedWhileItLives() throws Exception {
    World world = new World(InstantSource.system());
    InteractionRoutes routes = new InteractionRoutes(world);
    Guild elsewhere = new Guild(world, (guild, type, what) -> true, 1L << 22, "Elsewhere", false);
    Channel chat = elsewhere.channel("chat");
    Person bob = new Person(5, "Bob");
    Interaction asked =
        new Acts(world, (guild, type, what) -> true)
            .send(Interaction.Kind.COMMAND, bob, chat, Json.object(), null);
    assertThat(code(routes, "POST", follow(asked), "{\"content\":\"x\"," + SAFE + "}"))
        .as("before the first answer")
        .isEqualTo(10015);
    assertThat(code(routes, "POST", callback(asked), "{\"type\":8,\"data\":{\"choices\":[]}}"))
        .as("an answer of another kind")
        .isEqualTo(50035);
    assertThat(code(routes, "POST", callback(asked), "{\"type\":5}")).isZero();
    assertThat(code(routes, "POST", callback(asked), "{\"type\":5}")).isEqualTo(40060);
    for (int i = 0; i < Limits.FOLLOW_UPS_OF_A_STRANGER; i++) {
      assertThat(code(routes, "POST", follow(asked), "{\"content\":\"x\"," + SAFE + "}")).isZero();
    }
    assertThat(code(routes, "POST", follow(asked), "{\"content\":\"x\"," + SAFE + "}"))
        .as("the sixth of a stranger")
        .isEqualTo(40094);
    asked.end();
    assertThat(code(routes, "POST", follow(asked), "{\"content\":\"x\"," + SAFE + "}"))
        .as("after its end")
        .isEqualTo(50027);
    Interaction late =
        new Acts(world, (guild, type, what) -> true)
            .send(Interaction.Kind.COMMAND, bob, chat, Json.object(), null);
    late.ages(Duration.ofSeconds(4));
    assertThat(code(routes, "POST", callback(late), "{\"type\":5}")).isEqualTo(10062);
    world.pulse.close();
  }

  private static String callback(Interaction interaction) {
    return "/interactions/" + interaction.id + "/" + interaction.token + "/callback";
  }

  private static String follow(Interaction interaction) {
    return "/webhooks/" + World.APP + "/" + interaction.token;
  }

  private static int code(InteractionRoutes routes, String method, String path, String body) {
    Request request = new Request(method, path, Map.of(), Json.read(body), List.of(), List.of());
    try {
      for (Route route : routes.all()) {
        if (route.answer(request).isPresent()) {
          return 0;
        }
      }
      throw new AssertionError("no such request: " + path);
    } catch (ApiError e) {
      return e.code();
    }
  }
}
