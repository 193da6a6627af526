package dev.paperboy.console;

import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/** One run of the terminal program, from its arguments to its exit status. */
final class Run {
  /** Opens the terminal of a conversation. */
  @FunctionalInterface
  interface TerminalOpener {
    Terminal open() throws IOException;
  }

  private final Streams streams;
  private final Map<String, String> environment;
  private final InstantSource clock;
  private final Desk.Opener opener;
  private final TerminalOpener terminals;
  private final Function<Path, Desk> trial;
  private final String version;
  private final Output out;
  private final Output err;
  private final ProgressBar progress;

  /**
   * @param opener asked when there is a line to be answered; neither {@code --help} nor {@code
   *     --version} nor an empty input needs it
   * @param terminals asked when a conversation begins
   * @param trial opens a desk over an empty data folder, without network, for {@code --selftest}
   */
  Run(
      Streams streams,
      Map<String, String> environment,
      InstantSource clock,
      Desk.Opener opener,
      TerminalOpener terminals,
      Function<Path, Desk> trial,
      String version) {
    this.streams = streams;
    this.environment = Map.copyOf(environment);
    this.clock = clock;
    this.opener = opener;
    this.terminals = terminals;
    this.trial = trial;
    this.version = version;
    out = new Output(streams.out());
    err = new Output(streams.err());
    progress =
        new ProgressBar(err, streams.errIsTerminal() && !Look.isDumb(environment), width(), clock);
  }

  /** Returns the exit status. */
  int of(String... words) {
    Arguments arguments = Arguments.of(words);
    if (arguments.selfTest()) {
      return new SelfTest(out, err, trial).run();
    }
    if (arguments.help()) {
      return say(Usage.TEXT, Map.of(), arguments.json());
    }
    if (arguments.version()) {
      return say("Paperboy " + version + "\n", Map.of("version", version), arguments.json());
    }
    if (arguments.line().isBlank() && streams.inIsTerminal() && streams.outIsTerminal()) {
      return conversation(arguments.json());
    }
    Look look = look();
    try (Clerk clerk = clerk(arguments.json(), () -> look)) {
      return arguments.line().isBlank()
          ? lines(clerk, arguments.json())
          : clerk.answer(arguments.line());
    }
  }

  private int say(String text, Map<String, Object> fields, boolean json) {
    out.write(json ? JsonRenderer.render(new Content.Words(text.strip(), fields)) + "\n" : text);
    return 0;
  }

  private int lines(Clerk clerk, boolean json) {
    TypedLines lines = new TypedLines(streams.in());
    int highest = 0;
    boolean isFirst = true;
    try {
      for (String line = lines.next(); line != null && !out.isClosed(); line = lines.next()) {
        if (!isFirst && !json) {
          out.write("\n");
        }
        isFirst = false;
        highest = Math.max(highest, clerk.answer(line));
      }
    } catch (UncheckedIOException e) {
      warn(String.valueOf(e.getMessage()));
      highest = Math.max(highest, Message.Status.FAILED.exitStatus());
    }
    return highest;
  }

  private int conversation(boolean json) {
    try (Terminal terminal = terminals.open();
        Clerk clerk = clerk(json, () -> look().with(columns(terminal)))) {
      return new Conversation(terminal, clerk, out, look(), version, json).hold();
    } catch (IOException e) {
      warn("the terminal cannot be used: " + e.getMessage());
      return Message.Status.FAILED.exitStatus();
    }
  }

  private Clerk clerk(boolean json, Supplier<Look> look) {
    return new Clerk(() -> opener.open(progress, this::warn), json, look, out, err, progress::over);
  }

  private void warn(String sentence) {
    err.write("paperboy: " + TerminalText.line(sentence) + "\n");
  }

  private Look look() {
    return new Look(
        width(),
        Look.colours(environment, streams.outIsTerminal()),
        Look.links(environment, streams.outIsTerminal()),
        Layout.CARDS,
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private int width() {
    if (streams.columns() > 0) {
      return streams.columns();
    }
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9]\\d{0,4}") ? Integer.parseInt(columns) : Look.USUAL_WIDTH;
  }

  private static int columns(Terminal terminal) {
    int columns = terminal.getSize().getColumns();
    return columns > 0 ? columns : Look.USUAL_WIDTH;
  }
}
