package dev.paperboy.discord;

import dev.paperboy.Environment;
import dev.paperboy.Paperboy;
import dev.paperboy.catalog.StoreFailure;
import dev.paperboy.progress.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The program behind {@code ./paperboy discord}. */
public final class DiscordBot {
  private static final long LEAVE_MS = 25_000;

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
      CountDownLatch done = new CountDownLatch(1);
      int status = run(settings, clock, done);
      done.countDown();
      System.exit(status);
    } catch (Environment.Unusable e) {
      e.problems().forEach(DiscordBot::say);
      System.exit(1);
    }
  }

  private static int run(DiscordSettings settings, Clock clock, CountDownLatch done) {
    settings.core().warnings().forEach(DiscordBot::say);
    // the log begins with the first logger, and lies in the data folder
    System.setProperty("paperboy.home", settings.core().home().toString());
    try {
      Paperboy paperboy = Paperboy.open(settings.core(), clock, Progress.SILENT, false);
      try (DiscordApp app = start(settings, paperboy, clock)) {
        return serve(paperboy, app, done);
      }
    } catch (DiscordApp.NotStarted | StoreFailure e) {
      say(String.valueOf(e.getMessage()));
      return 1;
    }
  }

  private static DiscordApp start(DiscordSettings settings, Paperboy paperboy, Clock clock) {
    try {
      return DiscordApp.start(settings, paperboy.desk(DiscordWhere.PLATFORM), clock);
    } catch (RuntimeException e) {
      paperboy.close();
      throw e;
    }
  }

  /** Ends Paperboy before the connection ends, so that what is being delivered still arrives. */
  private static int serve(Paperboy paperboy, DiscordApp app, CountDownLatch done) {
    try (paperboy) {
      paperboy.serve(app.couriers());
      say(app.greeting());
      Optional<String> ended = awaitStop(app.ended(), done);
      ended.ifPresent(DiscordBot::say);
      say("Stopping; what is under way is finished first.");
      app.quiet();
      return ended.isPresent() ? 1 : 0;
    }
  }

  /**
   * Until the process is told to stop, or Discord says why it ends here.
   *
   * @param done what a stop waits for: the main thread itself waits for it in turn, once it exits
   */
  private static Optional<String> awaitStop(CompletableFuture<String> ended, CountDownLatch done) {
    CompletableFuture<Optional<String>> stop = new CompletableFuture<>();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              stop.complete(Optional.empty());
              try {
                boolean unused = done.await(LEAVE_MS, TimeUnit.MILLISECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }));
    var unused = ended.thenAccept(why -> stop.complete(Optional.of(why)));
    return stop.join();
  }

  private static void say(String sentence) {
    System.err.println("paperboy: " + sentence);
  }
}
