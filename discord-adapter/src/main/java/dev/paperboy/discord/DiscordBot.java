package dev.paperboy.discord;

import dev.paperboy.Environment;
import dev.paperboy.Paperboy;
import dev.paperboy.catalog.StoreFailure;
import dev.paperboy.progress.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The program behind {@code ./paperboy discord}. */
public final class DiscordBot {
  private DiscordBot() {}

  public static void main(String[] args) {
    Clock clock = Clock.systemUTC();
    if (Arrays.asList(args).contains("--selftest")) {
      System.exit(DiscordSelfTest.run(clock));
    }
    try {
      // the one place where the environment and the clock are read
      DiscordSettings settings =
          DiscordSettings.read(
              Environment.of(
                  System.getenv(),
                  Path.of("").toAbsolutePath(),
                  Path.of(System.getProperty("user.home", ""))));
      System.exit(run(settings, clock));
    } catch (Environment.Unusable e) {
      e.problems().forEach(DiscordBot::say);
      System.exit(1);
    }
  }

  private static int run(DiscordSettings settings, Clock clock) {
    settings.core().warnings().forEach(DiscordBot::say);
    // the log begins with the first logger, and lies in the data folder
    System.setProperty("paperboy.home", settings.core().home().toString());
    try (Paperboy paperboy = Paperboy.open(settings.core(), clock, Progress.SILENT, false);
        DiscordApp app = DiscordApp.start(settings)) {
      paperboy.serve(List.of());
      say(app.greeting());
      awaitStop();
      say("Stopping; what is under way is finished first.");
      return 0;
    } catch (DiscordApp.NotStarted | StoreFailure e) {
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
