package dev.paperboy.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paperboy.source.CountingServer.Sentence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UpstreamTest {
  private static final String START = "2026-11-22T10:00:00Z";

  private final FakeTime time = new FakeTime(START);
  private final CountingServer server = new CountingServer();
  private final Answers<String> answers = upstream().build().answers(new Sentence());

  private Upstream.Builder upstream() {
    return Upstream.named("papers", server.base(), time).pause(time);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private String get(String path) {
    return answers.get(path, Patience.COMMAND).value();
  }

  private static SourceFailure failure(Answers<String> of, String path, Patience patience) {
    return catchThrowableOfType(SourceFailure.class, () -> of.get(path, patience));
  }

  private SourceFailure failure(String path) {
    return failure(answers, path, Patience.COMMAND);
  }

  @Test
  void asksAgainOnlyWhenAnAnswerIsTenMinutesOld() {
    assertThat(get("/a")).isEqualTo("/a 1.");
    time.tick(Duration.ofMinutes(10).minusMillis(1));
    assertThat(get("/a")).isEqualTo("/a 1.");
    assertThat(get("/b")).isEqualTo("/b 2.");
    time.tick(Duration.ofMillis(1));
    Fetched<String> again = answers.get("/a", Patience.COMMAND);
    assertThat(again).isEqualTo(new Fetched<>("/a 3.", time.instant()));
  }

  @Test
  void saysWhoAsksAndKeepsTheTokenToItself() {
    Upstream upstream = upstream().token(" hf_secret\n").build();
    upstream.answers(new Sentence()).get("/a", Patience.COMMAND);
    FakeServer.Request request = server.requests().get(0);
    assertThat(request.headers().get("user-agent")).startsWith("paperboy/");
    assertThat(request.headers()).containsEntry("authorization", "Bearer hf_secret");
    assertThat(upstream.toString()).doesNotContain("secret");
    assertThatThrownBy(() -> upstream().token("hf_se\ncret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("cret");
    get("/a");
    assertThat(server.requests().get(1).headers()).doesNotContainKey("authorization");
  }

  @Test
  void triesThreeTimesInAllWithGrowingPauses() {
    server.next(FakeServer.status(503, ""), FakeServer.status(502, "bad gateway"));
    assertThat(get("/a")).isEqualTo("/a 3.");
    assertThat(time.pauses()).hasSize(2);
    assertThat(time.pauses().get(0)).isBetween(Duration.ofMillis(250), Duration.ofMillis(750));
    assertThat(time.pauses().get(1)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
  }

  @Test
  void restsForAMinuteAfterThreeFailedTries() {
    server.always(FakeServer.status(503, ""));
    SourceFailure failed = failure("/a");
    assertThat(failed).hasMessage("papers: 503 after 3 tries");
    assertThat(failed.refused()).isFalse();
    assertThat(failed.retryAt()).isEqualTo(time.instant().plusSeconds(60));
    assertThat(server.newRequests()).isEqualTo(3);

    server.recover();
    time.tick(Duration.ofSeconds(59));
    SourceFailure resting = failure("/b");
    assertThat(resting).hasMessage("papers: 503 after 3 tries");
    assertThat(resting.retryAt()).isEqualTo(failed.retryAt());
    assertThat(server.newRequests()).isZero();

    time.tick(Duration.ofSeconds(1));
    assertThat(get("/b")).startsWith("/b");
  }

  @Test
  void servesTheOldAnswerWithItsOldTimeWhereAskingFails() {
    get("/a");
    time.tick(Duration.ofHours(21));
    server.always(FakeServer.cut());
    assertThat(answers.get("/a", Patience.COMMAND))
        .isEqualTo(new Fetched<>("/a 1.", Instant.parse(START)));
    assertThat(answers.get("/a", Patience.BACKGROUND).value()).isEqualTo("/a 1.");
    assertThat(server.newRequests()).as("one and three tries, then rest").isEqualTo(4);
  }

  @Test
  void countsACutAnswerAndAnUnreadableOneAsFailedTries() {
    server.next(FakeServer.cut(), FakeServer.truncated());
    assertThat(get("/a")).isEqualTo("/a 3.");

    server.always(FakeServer.truncated());
    assertThat(failure("/b")).hasMessage("papers: unreadable answer after 3 tries");
  }

  @Test
  void namesALineThatWentDead() {
    server.always(FakeServer.cut());
    assertThat(failure("/a")).hasMessage("papers: connection cut after 3 tries");
  }

  /** The JDK's client quietly asks a second time where a line dies before the first byte. */
  @Test
  void namesALineThatWentDeadBeforeAnyAnswer() {
    server.always(FakeServer.hangUp());
    assertThat(failure("/a")).hasMessage("papers: connection cut after 3 tries");
    assertThat(server.newRequests()).isBetween(3, 6);
  }

  @Test
  void triesAgainAfterARequestTimeout() {
    server.next(FakeServer.status(408, ""));
    assertThat(get("/a")).isEqualTo("/a 2.");
  }

  @Test
  void saysWhenThereIsNoConnection() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Answers<String> nobody =
        Upstream.named("papers", URI.create("http://127.0.0.1:" + free), time)
            .pause(time)
            .build()
            .answers(new Sentence());
    assertThat(failure(nobody, "/a", Patience.COMMAND))
        .hasMessage("papers: no connection after 3 tries");
  }

  @Test
  void givesUpOnABodyThatDoesNotEnd() {
    server.always(server.slow());
    Limits limits = new Limits(Duration.ofSeconds(5), Duration.ofMillis(150), 1 << 20);
    Answers<String> hasty = upstream().limits(limits).build().answers(new Sentence());
    assertThat(failure(hasty, "/a", Patience.COMMAND))
        .hasMessage("papers: no answer within 150 ms, 3 tries");
    assertThat(server.newRequests()).isEqualTo(3);
  }

  @Test
  void givesUpAtOnceOnABodyThatIsTooLarge() {
    server.always(FakeServer.changed(body -> "x".repeat((1 << 20) + 1)));
    Limits limits = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(15), 1 << 20);
    Answers<String> small = upstream().limits(limits).build().answers(new Sentence());
    assertThat(failure(small, "/a", Patience.COMMAND))
        .hasMessage("papers: answer larger than 1 MB");
    assertThat(server.newRequests()).isEqualTo(1);
  }

  @Test
  void neverRepeatsWhatIsRefused() {
    server.always(FakeServer.status(400, "{\"error\":\"expected number\\u001b to be <=100\"}"));
    SourceFailure refused = failure("/a");
    assertThat(refused).hasMessage("papers: refused with 400: expected number to be <=100");
    assertThat(refused.refused()).isTrue();
    assertThat(refused.retryAt()).isNull();
    assertThat(server.newRequests()).isEqualTo(1);
    assertThat(time.pauses()).isEmpty();
  }

  @Test
  void showsAReasonOnlyWhereItIsShortPlainText() {
    server.next(
        FakeServer.status(400, "{\"error\":\"" + "long ".repeat(100) + "\"}"),
        FakeServer.status(404, "<html><body>not here</body></html>"),
        FakeServer.status(403, "{\"error\":{\"code\":7}}"));
    assertThat(failure("/a").getMessage()).hasSizeBetween(200, 230).startsWith("papers: refused");
    assertThat(failure("/a")).hasMessage("papers: refused with 404");
    assertThat(failure("/a")).hasMessage("papers: refused with 403");
  }

  @Test
  void asksWhetherTheTokenIsRightWhereItIsNotLetIn() {
    server.next(FakeServer.status(401, "{\"error\":\"Invalid credentials\"}"));
    Answers<String> known = upstream().token("hf_x").build().answers(new Sentence());
    assertThat(failure(known, "/a", Patience.COMMAND))
        .hasMessage("papers: refused with 401: Invalid credentials (is its token right?)");
  }

  @Test
  void refusalsAreNotHiddenBehindAnOldAnswer() {
    get("/a");
    time.tick(Duration.ofHours(1));
    server.next(FakeServer.status(400, ""));
    assertThat(failure("/a").refused()).isTrue();
  }

  @Test
  void followsARedirectOnTheHostAndNoOther() {
    server.next(FakeServer.status(302, "", "Location", "/b"));
    assertThat(get("/a")).startsWith("/b");
    server.always(FakeServer.status(301, "", "Location", "http://other.example/b"));
    assertThat(failure("/c"))
        .hasMessage("papers: redirects to another host, which is not followed");
    server.always(FakeServer.status(301, "", "Location", "/again"));
    assertThat(failure("/d")).hasMessage("papers: redirects in a circle");
  }

  @Test
  void asksOnceHoweverManyWantTheSameAnswer() throws Exception {
    List<Future<String>> asked = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++) {
        asked.add(threads.submit(() -> get("/a")));
      }
    }
    for (Future<String> one : asked) {
      assertThat(one.get()).isEqualTo("/a 1.");
    }
    assertThat(server.newRequests()).isEqualTo(1);
  }

  @Test
  void wantsAWebAddress() {
    assertThatThrownBy(() -> Upstream.named("papers", URI.create("file:///papers"), time))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("papers: not an http or https address: file:///papers");
  }
}
