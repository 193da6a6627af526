package dev.paperboy.console;

import dev.paperboy.Paperboy;
import dev.paperboy.progress.Progress;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** The program behind {@code ./paperboy}: a platform that needs no token. */
public final class Console {
  private Console() {}

  public static void main(String[] args) {
    main(args, null);
  }

  /**
   * @param canned stands in for the real desk where the terminal alone is tried; null for the real
   *     one
   */
  static void main(String[] args, Desk.@Nullable Opener canned) {
    // the one place where the environment and the clock are read
    Map<String, String> environment = System.getenv();
    Clock clock = Clock.systemUTC();
    Desk.Opener opener =
        canned != null
            ? canned
            : (progress, warnings) -> PaperboyDesk.open(environment, clock, progress, warnings);
    System.setProperty(QuietLogging.PROPERTY, QuietLogging.class.getName());
    // What a library prints unasked must not stand among the answers.
    System.setOut(System.err);
    Streams streams =
        Streams.of(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            System.getProperty("paperboy.terminals"),
            System.getProperty("paperboy.columns"));
    int status =
        new Run(
                streams,
                environment,
                clock,
                opener,
                () ->
                    TerminalBuilder.builder()
                        .name("paperboy")
                        .system(true)
                        .dumb(true)
                        .encoding(StandardCharsets.UTF_8)
                        .graphemeCluster(false)
                        .build(),
                home ->
                    canned != null
                        ? canned.open(Progress.SILENT, warning -> {})
                        : PaperboyDesk.open(offline(home), clock, Progress.SILENT, warning -> {}),
                Paperboy.version())
            .of(args);
    System.exit(status);
  }

  /** Settings with which nothing is fetched and nobody's data is touched. */
  private static Map<String, String> offline(Path home) {
    String nowhere = "http://127.0.0.1:9";
    return Map.of(
        "PAPERBOY_HOME",
        home.toString(),
        "PAPERBOY_HUGGINGFACE_URL",
        nowhere,
        "PAPERBOY_ARXIV_URL",
        nowhere);
  }
}
