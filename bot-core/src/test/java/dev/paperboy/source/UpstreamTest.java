package dev.paperboy.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UpstreamTest {
  private static final String START = "2026-11-22T10:00:00Z";

  private final FakeTime time = new FakeTime(START);
  private final CountingServer server = new CountingServer();
  private final Answers<String> answers = upstream().build().answers(new Sentence());

  /** Answers each request with a sentence of its own. */
  private static final class CountingServer extends FakeServer {
    private int count;

    @Override
    protected synchronized Answer answer(Request request) {
      count++;
      return Answer.ok(request.path() + " " + count + ".");
    }
  }

  /** A text is whole when it ends with a full stop. */
  private static final class Sentence implements AnswerFormat<String> {
    @Override
    public String read(byte[] body, Instant at) throws IOException {
      String text = new String(body, StandardCharsets.UTF_8);
      if (!text.endsWith(".")) {
        throw new IOException("no full stop");
      }
      return text;
    }

    @Override
    public Duration fresh(String answer) {
      return Duration.ofMinutes(10);
    }
  }

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
  void theBackgroundWaitsAsLongAsAskedAndASecondMore() {
    server.next(FakeServer.tooMany(55));
    assertThat(answers.get("/a", Patience.BACKGROUND).value()).isEqualTo("/a 2.");
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(56));
  }

  @Test
  void aCommandWaitsUpToTenSeconds() {
    server.next(FakeServer.tooMany(9));
    assertThat(get("/a")).isEqualTo("/a 2.");
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(10));
  }

  @Test
  void aCommandDoesNotWaitLongerAndSaysUntilWhen() {
    server.next(FakeServer.tooMany(55));
    SourceFailure busy = failure("/a");
    assertThat(busy).hasMessage("papers: asks to wait until 10:01 UTC");
    assertThat(busy.retryAt()).isEqualTo("2026-11-22T10:00:56Z");
    assertThat(busy.refused()).isFalse();
    assertThat(time.pauses()).isEmpty();

    assertThat(failure("/b")).hasMessage("papers: asks to wait until 10:01 UTC");
    assertThat(server.newRequests()).as("nobody asks during the pause").isEqualTo(1);

    time.tick(Duration.ofSeconds(47));
    assertThat(get("/b")).isEqualTo("/b 2.");
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(9));
  }

  @Test
  void aCommandsTenSecondsAreForAllItsPausesTogether() {
    server.next(FakeServer.tooMany(5), FakeServer.tooMany(5));
    assertThat(failure("/a")).hasMessageStartingWith("papers: asks to wait until");
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(6));
  }

  @Test
  void theOldAnswerIsServedWhileTheSourceAsksToWait() {
    get("/a");
    time.tick(Duration.ofHours(1));
    server.next(FakeServer.tooMany(55));
    assertThat(answers.get("/a", Patience.COMMAND).at()).isEqualTo(START);
  }

  @Test
  void waitsAMinuteWhereA429NamesNoTime() {
    server.next(FakeServer.status(429, "Rate exceeded."));
    answers.get("/a", Patience.BACKGROUND);
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(61));
  }

  @Test
  void theBackgroundGivesUpOnASourceThatNeverStopsAsking() {
    server.always(FakeServer.tooMany(1));
    assertThat(failure(answers, "/a", Patience.BACKGROUND))
        .hasMessageStartingWith("papers: asks to wait until");
    assertThat(server.newRequests()).isEqualTo(6);
  }

  @Test
  void theBackgroundComesBackRatherThanWaitForHours() {
    server.next(FakeServer.status(429, "", "Retry-After", "86400"));
    SourceFailure busy = failure(answers, "/a", Patience.BACKGROUND);
    assertThat(busy).hasMessage("papers: asks to wait until 2026-11-23 10:01 UTC");
    assertThat(busy.retryAt()).isEqualTo("2026-11-23T10:00:01Z");
  }

  @Test
  void aTooManyIsNoFailedTry() {
    server.next(
        FakeServer.tooMany(1),
        FakeServer.status(500, ""),
        FakeServer.tooMany(1),
        FakeServer.status(500, ""));
    assertThat(get("/a")).isEqualTo("/a 5.");
  }

  @Test
  void pausesBeforeTheNextCallWhereTheLastOneUsedUpTheLimit() {
    server.next(FakeServer.with("RateLimit", "\"api\";r=0;t=5"));
    assertThat(get("/a")).isEqualTo("/a 1.");
    assertThat(time.pauses()).isEmpty();
    assertThat(get("/b")).isEqualTo("/b 2.");
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(6));
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
  void leavesTheAgreedTimeBetweenTwoRequests() {
    Answers<String> slow = upstream().gap(Duration.ofSeconds(3)).build().answers(new Sentence());
    slow.get("/a", Patience.COMMAND);
    time.tick(Duration.ofSeconds(1));
    slow.get("/b", Patience.COMMAND);
    slow.get("/c", Patience.BACKGROUND);
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(3));
  }

  @Test
  void leavesTheAgreedTimeBeforeARetryToo() {
    server.next(FakeServer.status(500, ""));
    Answers<String> slow = upstream().gap(Duration.ofSeconds(3)).build().answers(new Sentence());
    slow.get("/a", Patience.COMMAND);
    assertThat(time.instant()).isAfterOrEqualTo(START.replace("10:00:00", "10:00:03"));
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
  void letsOneRequestAtATimeGoWhereThereIsAGap() throws Exception {
    Answers<String> slow = upstream().gap(Duration.ofSeconds(3)).build().answers(new Sentence());
    List<Future<Instant>> asked = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        String path = "/" + i;
        asked.add(threads.submit(() -> slow.get(path, Patience.BACKGROUND).at()));
      }
    }
    List<Instant> times = new ArrayList<>();
    for (Future<Instant> one : asked) {
      times.add(one.get());
    }
    assertThat(times).doesNotHaveDuplicates();
    assertThat(time.instant()).isEqualTo(Instant.parse(START).plusSeconds(7 * 3));
  }

  @Test
  void aCommandDoesNotQueueBehindABackgroundThatWaits() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    Pause pause =
        duration -> {
          waiting.countDown();
          over.await();
          time.lasting(duration);
        };
    Answers<String> shared =
        upstream().gap(Duration.ofSeconds(3)).pause(pause).build().answers(new Sentence());
    server.next(FakeServer.tooMany(55));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> background =
          threads.submit(() -> shared.get("/a", Patience.BACKGROUND).value());
      assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(failure(shared, "/a", Patience.COMMAND))
          .hasMessage("papers: asks to wait until 10:01 UTC");
      over.countDown();
      assertThat(background.get()).isEqualTo("/a 2.");
    }
  }

  @Test
  void anInterruptionEndsTheWaitAndIsRemembered() {
    Pause pause =
        duration -> {
          throw new InterruptedException();
        };
    server.next(FakeServer.tooMany(55));
    Answers<String> interrupted = upstream().pause(pause).build().answers(new Sentence());
    assertThat(failure(interrupted, "/a", Patience.BACKGROUND)).hasMessage("papers: interrupted");
    assertThat(Thread.interrupted()).isTrue();

    server.next(FakeServer.status(500, ""));
    assertThat(
            failure(
                upstream().pause(pause).build().answers(new Sentence()), "/a", Patience.COMMAND))
        .hasMessage("papers: interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void wantsAWebAddress() {
    assertThatThrownBy(() -> Upstream.named("papers", URI.create("file:///etc"), time))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("papers: not an http or https address: file:///etc");
  }
}
