package dev.paperboy.console;

import dev.paperboy.progress.Progress;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.jline.terminal.TerminalBuilder;

/** The program behind {@code ./paperboy}: a platform that needs no token. */
public final class Console {
  private Console() {}

  public static void main(String[] args) {
    main(args, Console::openDesk);
  }

  static void main(String[] args, Desk.Opener opener) {
    System.setProperty(QuietLogging.PROPERTY, QuietLogging.class.getName());
    // What a library prints unasked must not stand among the answers.
    System.setOut(System.err);
    Map<String, String> environment = System.getenv();
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
                Clock.systemUTC(),
                opener,
                () ->
                    TerminalBuilder.builder()
                        .name("paperboy")
                        .system(true)
                        .dumb(true)
                        .encoding(StandardCharsets.UTF_8)
                        .graphemeCluster(false)
                        .build(),
                version())
            .of(args);
    System.exit(status);
  }

  /** The one place where everything below the terminal is put together, for the first line. */
  private static Desk openDesk(Progress progress, Consumer<String> warnings) {
    throw new Desk.Closed("failure", "This build of the terminal has no core behind it.", null);
  }

  private static String version() {
    String version = Console.class.getPackage().getImplementationVersion();
    return version == null ? "in development" : version;
  }
}
