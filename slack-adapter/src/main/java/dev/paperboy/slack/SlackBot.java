package dev.paperboy.slack;

import dev.paperboy.Environment;
import dev.paperboy.Paperboy;
import dev.paperboy.catalog.StoreFailure;
import dev.paperboy.progress.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The program behind {@code ./paperboy slack}. */
public final class SlackBot {
  /** How long a stop may take: work under way, then deliveries under way, ten seconds each. */
  private static final Duration PUT_AWAY = Duration.ofSeconds(25);

  private SlackBot() {}

  public static void main(String[] args) {
    Clock clock = Clock.systemUTC();
    if (Arrays.asList(args).contains("--selftest")) {
      System.exit(SlackSelfTest.run(clock));
    }
    try {
      // the one place where the environment and the clock are read
      SlackSettings settings =
          SlackSettings.read(
              Environment.of(
                  System.getenv(),
                  Path.of("").toAbsolutePath(),
                  Path.of(System.getProperty("user.home", ""))));
      System.exit(untilStopped(settings, clock));
    } catch (Environment.Unusable e) {
      e.problems().forEach(SlackBot::say);
      System.exit(1);
    }
  }

  /** The exit status; when the process is told to stop it lasts until all is put away. */
  private static int untilStopped(SlackSettings settings, Clock clock) {
    CountDownLatch told = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              told.countDown();
              // not for the thread of main: that one waits in exit for this hook
              boolean unused = awaited(gone, PUT_AWAY);
            }));
    try {
      return run(settings, clock, told);
    } finally {
      gone.countDown();
    }
  }

  private static int run(SlackSettings settings, Clock clock, CountDownLatch told) {
    settings.core().warnings().forEach(SlackBot::say);
    // the log begins with the first logger, and lies in the data folder
    System.setProperty("paperboy.home", settings.core().home().toString());
    try (Paperboy paperboy = Paperboy.open(settings.core(), clock, Progress.SILENT, false);
        SlackApp app =
            SlackApp.start(
                settings, paperboy.desk(SlackCourier.PLATFORM), paperboy.installations(), clock)) {
      app.doctor().forEach(SlackBot::say);
      paperboy.serve(List.of(app.courier()));
      say(app.greeting());
      boolean unused = awaited(told, null);
      say("Stopping; what is under way is finished first.");
      return 0;
    } catch (SlackApp.NotStarted | StoreFailure e) {
      say(String.valueOf(e.getMessage()));
      return 1;
    }
  }

  private static boolean awaited(CountDownLatch latch, @Nullable Duration most) {
    try {
      if (most != null) {
        return latch.await(most.toMillis(), TimeUnit.MILLISECONDS);
      }
      latch.await();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void say(String sentence) {
    System.err.println("paperboy: " + sentence);
  }
}
