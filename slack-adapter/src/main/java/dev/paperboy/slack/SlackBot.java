package dev.paperboy.slack;

import dev.paperboy.Environment;
import dev.paperboy.Paperboy;
import dev.paperboy.catalog.StoreFailure;
import dev.paperboy.progress.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The program behind {@code ./paperboy slack}. */
public final class SlackBot {
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
      System.exit(run(settings, clock));
    } catch (Environment.Unusable e) {
      e.problems().forEach(SlackBot::say);
      System.exit(1);
    }
  }

  private static int run(SlackSettings settings, Clock clock) {
    settings.core().warnings().forEach(SlackBot::say);
    // the log begins with the first logger, and lies in the data folder
    System.setProperty("paperboy.home", settings.core().home().toString());
    try (Paperboy paperboy = Paperboy.open(settings.core(), clock, Progress.SILENT, false);
        SlackApp app =
            SlackApp.start(
                settings, new SlackPaperboy(paperboy, clock), paperboy.installations(), clock)) {
      app.doctor().forEach(SlackBot::say);
      paperboy.serve(List.of(app.courier()));
      say(app.greeting());
      awaitStop();
      say("Stopping; what is under way is finished first.");
      return 0;
    } catch (SlackApp.NotStarted | StoreFailure e) {
      say(String.valueOf(e.getMessage()));
      return 1;
    }
  }

  /** Until the process is told to stop. */
  private static void awaitStop() {
    CountDownLatch told = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              told.countDown();
              try {
                main.join(15_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }));
    try {
      told.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(String sentence) {
    System.err.println("paperboy: " + sentence);
  }
}
