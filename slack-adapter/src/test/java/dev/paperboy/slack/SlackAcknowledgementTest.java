package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.slack.WholePaperboy.Mode;
import dev.paperboy.slack.fake.Human;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Slack hears from us at once, whatever the source of papers does. */
class SlackAcknowledgementTest {
  private static final int PEOPLE = 50;
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  /** A machine that is busy with something else may need more than one. */
  private static final int ROUNDS = 6;

  @TempDir Path home;

  @ParameterizedTest
  @EnumSource(names = {"SOCKET", "HTTP"})
  void fiftyCommandsAtOnceAreAcknowledgedWhileTheSourceHangs(Mode mode) throws Exception {
    try (WholePaperboy whole = new WholePaperboy(mode, home, "2026-08-12T05:00:00Z")) {
      whole.source.always(whole.source.slow());
      whole.slack.channel("T1", "C1");
      List<Human> people = new ArrayList<>();
      for (int i = 1; i <= PEOPLE; i++) {
        people.add(whole.slack.human("T1", "U" + i));
      }
      List<Duration> slowest = new ArrayList<>();
      do {
        slowest.add(Collections.max(allAsk(people)));
      } while (Collections.min(slowest).compareTo(AT_ONCE) > 0 && slowest.size() < ROUNDS);
      assertThat(whole.slack.calls("response_url")).as("answers while it hangs").isEmpty();
      assertThat(Collections.min(slowest))
          .as("the slowest acknowledgement of each round: %s", slowest)
          .isLessThanOrEqualTo(AT_ONCE);

      whole.source.close();
      var unused =
          whole.slack.await(
              "an answer to each",
              () ->
                  whole.slack.calls("response_url").size() == PEOPLE * slowest.size()
                      ? Optional.of(true)
                      : Optional.empty());
    }
  }

  private static List<Duration> allAsk(List<Human> people)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Duration>> acknowledged =
          threads.invokeAll(
              people.stream()
                  .map(person ->
                      (java.util.concurrent.Callable<Duration>) () -> person.command("C1", "today"))
                  .toList());
      List<Duration> after = new ArrayList<>();
      for (Future<Duration> each : acknowledged) {
        after.add(each.get());
      }
      return after;
    }
  }
}
