package dev.paperboy.console;

import dev.paperboy.Paperboy;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.jline.terminal.TerminalBuilder;

/** The program behind {@code ./paperboy}: a platform that needs no token. */
public final class Console {
  private Console() {}

  public static void main(String[] args) {
    // the one place where the environment and the clock are read
    Map<String, String> environment = System.getenv();
    Clock clock = Clock.systemUTC();
    main(
        args,
        environment,
        clock,
        (progress, warnings) -> PaperboyDesk.open(environment, clock, progress, warnings));
  }

  static void main(
      String[] args, Map<String, String> environment, Clock clock, Desk.Opener opener) {
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
                Paperboy.version())
            .of(args);
    System.exit(status);
  }
}
