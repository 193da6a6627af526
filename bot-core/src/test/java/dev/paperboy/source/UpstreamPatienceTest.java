package dev.paperboy.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paperboy.source.CountingServer.Sentence;
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

/** Who waits for a source that wants to be left alone, and how long. */
@Timeout(60)
class UpstreamPatienceTest {
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
  void anInterruptionEndsACallThatIsUnderWay() {
    Thread client = Thread.currentThread();
    FakeServer.Mishap slow = server.slow();
    server.next((exchange, usual) -> {
      client.interrupt();
      slow.answer(exchange, usual);
    });
    assertThat(failure("/a")).hasMessage("papers: interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(get("/a")).as("nobody rests for that").isEqualTo("/a 2.");
  }
}
