package dev.paperboy.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gateway refuses what Discord refuses, seen by a client that does not know better. */
class GatewayRulesTest {
  private final World world = new World(InstantSource.system());
  private final Gateway gateway = new Gateway(world);

  @AfterEach
  void close() {
    gateway.close();
    world.pulse.close();
  }

  @ParameterizedTest
  @CsvSource({
    "4001, {'op':99}",
    "4002, long",
    "4003, {'op':3}",
    "4004, {'op':2|'d':{'token':'a.b.c'|'intents':1}}",
    "4004, {'op':6|'d':{'token':'a.b.c'|'session_id':'s'|'seq':1}}",
    "4010, {'op':2|'d':{'token':'TOKEN'|'intents':1|'shard':[3|3]}}",
    "4014, {'op':2|'d':{'token':'TOKEN'|'intents':32768}}"
  })
  void whatIsNotAllowedEndsTheLine(int code, String payload) {
    try (Client client = new Client()) {
      client.awaits(10);
      client.say(payload.equals("long") ? "x".repeat(5000) : json(payload));
      assertThat(client.closedWith()).isEqualTo(code);
    }
  }

  private static String json(String payload) {
    return payload.replace('\'', '"').replace('|', ',').replace("TOKEN", World.TOKEN);
  }

  @Test
  void nobodyIdentifiesTwice() {
    try (Client client = new Client()) {
      JsonNode unused = client.identify();
      client.identifyAgain();
      assertThat(client.closedWith()).isEqualTo(4005);
    }
  }

  @Test
  void whoTalksTooMuchIsSentAway() {
    try (Client client = new Client()) {
      JsonNode unused = client.identify();
      for (int i = 0; i < Limits.GATEWAY_SENDS_A_MINUTE; i++) {
        client.say("{\"op\":3,\"d\":{}}");
      }
      assertThat(client.closedWith()).isEqualTo(4008);
    }
  }

  @Test
  void anUnknownSessionBeginsAnewAndAKnownOneGoesOnWhereItWas() {
    String session;
    try (Client first = new Client()) {
      session = Json.text(first.identify().path("d"), "session_id");
    }
    try (Client second = new Client()) {
      second.awaits(10);
      second.resume("another", 1);
      assertThat(second.awaits(9).path("d").asBoolean()).isFalse();
    }
    boolean unused = gateway.dispatch(0, "INTERACTION_CREATE", Json.object().put("id", "1"));
    try (Client third = new Client()) {
      third.awaits(10);
      third.resume(session, 1);
      assertThat(Json.text(third.awaits(0), "t")).isEqualTo("INTERACTION_CREATE");
      assertThat(Json.text(third.awaits(0), "t")).isEqualTo("RESUMED");
    }
  }

  @Test
  void aMissingHeartbeatIsNoticed() {
    try (Client client = new Client()) {
      JsonNode unused = client.identify();
      assertThat(gateway.lateBeats()).isZero();
      client.say("{\"op\":1,\"d\":1}");
      assertThat(client.awaits(11).path("op").asInt()).isEqualTo(11);
      gateway.beatEvery(Duration.ofMillis(100));
      boolean noticed =
          world.await(
              "a late heartbeat",
              FakeDiscord.PATIENCE,
              () -> gateway.lateBeats() > 0 ? Optional.of(true) : Optional.empty());
      assertThat(noticed).isTrue();
    }
  }

  /** A bare client that leaves without a goodbye. */
  private final class Client extends WebSocketClient implements AutoCloseable {
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    Client() {
      super(URI.create(gateway.url() + "?v=10&encoding=json"));
      setDaemon(true);
      connect();
    }

    JsonNode identify() {
      awaits(10);
      identifyAgain();
      return closed.isDone() ? Json.object() : awaits(0);
    }

    void identifyAgain() {
      say(json("{'op':2|'d':{'token':'TOKEN'|'intents':1}}"));
    }

    void resume(String session, int seq) {
      ObjectNode resume = Json.object().put("op", 6);
      ObjectNode data = resume.putObject("d").put("token", World.TOKEN);
      data.put("session_id", session).put("seq", seq);
      say(Json.write(resume));
    }

    void say(String text) {
      if (isOpen()) {
        send(text);
      }
    }

    /** The next of that kind. */
    JsonNode awaits(int op) {
      try {
        while (true) {
          JsonNode next = heard.poll(30, TimeUnit.SECONDS);
          if (next == null) {
            throw new AssertionError("nothing of kind " + op);
          }
          if (next.path("op").asInt() == op) {
            return next;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }

    int closedWith() {
      return closed.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void onOpen(ServerHandshake handshake) {}

    @Override
    public void onMessage(String text) {
      heard.add(Json.read(text));
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
      closed.complete(code);
    }

    @Override
    public void onError(Exception e) {
      closed.completeExceptionally(e);
    }

    @Override
    public void close() {
      closeConnection(1006, "gone");
    }
  }
}
