package dev.paperboy.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/**
 * Line after line, each with its answer, until {@code exit}, {@code quit} or the end of the input.
 * Ctrl-C clears the line; several lines pasted at once are answered one after the other.
 */
final class Conversation {
  static final String PROMPT = "paperboy> ";
  private static final String HISTORY = "history";

  private final Terminal terminal;
  private final Clerk clerk;
  private final Output out;
  private final Look look;
  private final String version;
  private final boolean json;

  Conversation(
      Terminal terminal, Clerk clerk, Output out, Look look, String version, boolean json) {
    this.terminal = terminal;
    this.clerk = clerk;
    this.out = out;
    this.look = look;
    this.version = version;
    this.json = json;
  }

  /** Returns the exit status: 0 once it began. */
  int hold() {
    Optional<Desk> desk = clerk.open();
    return desk.isPresent() ? hold(desk.get()) : 1;
  }

  private int hold(Desk desk) {
    PastLines past = new PastLines(desk.home().resolve(HISTORY));
    LineReader reader = reader(terminal, desk::completions);
    past.all().forEach(line -> reader.getHistory().add(line));
    desk.conversing(message -> {
      String text = clerk.digest(message);
      if (json) {
        out.write(text);
      } else {
        reader.printAbove(text);
      }
      return !out.isClosed();
    });
    if (!json) {
      greet();
    }
    while (!out.isClosed()) {
      String typed;
      try {
        typed = reader.readLine(PROMPT);
      } catch (UserInterruptException e) {
        continue;
      } catch (EndOfFileException e) {
        return 0;
      }
      for (String line : typed.lines().toList()) {
        if (!line.isBlank()) {
          if (isFarewell(line)) {
            return 0;
          }
          if (line.strip().equalsIgnoreCase("clear")) {
            terminal.puts(Capability.clear_screen);
            terminal.flush();
          } else {
            past.add(line);
            answer(line);
          }
        }
      }
    }
    return 0;
  }

  /**
   * @param completions as in {@link Desk#completions}
   */
  static LineReader reader(Terminal terminal, Function<String, List<String>> completions) {
    return LineReaderBuilder.builder()
        .terminal(terminal)
        .appName("paperboy")
        .parser(parser())
        .completer((reader, line, candidates) -> complete(completions, line, candidates))
        .option(Option.DISABLE_EVENT_EXPANSION, true)
        .option(Option.HISTORY_IGNORE_DUPS, true)
        .option(Option.HISTORY_IGNORE_SPACE, true)
        .option(Option.CASE_INSENSITIVE, true)
        .option(Option.AUTO_FRESH_LINE, true)
        .build();
  }

  /** Quotes and backslashes mean nothing to it: they are the grammar's own. */
  private static DefaultParser parser() {
    return new DefaultParser()
        .quoteChars(new char[0])
        .escapeChars(new char[0])
        .eofOnUnclosedQuote(false);
  }

  private static void complete(
      Function<String, List<String>> completions, ParsedLine line, List<Candidate> candidates) {
    String before = line.line().substring(0, Math.min(line.cursor(), line.line().length()));
    int rank = 0;
    for (String outside : completions.apply(before)) {
      String word = TerminalText.line(outside);
      boolean isWhole = !word.endsWith(":");
      candidates.add(new Candidate(word, word, null, null, null, null, isWhole, rank++));
    }
  }

  private void answer(String line) {
    int unused = clerk.answer(line);
    if (!json) {
      out.write("\n");
    }
  }

  private static boolean isFarewell(String line) {
    String word = line.strip().toLowerCase(Locale.ROOT);
    return word.equals("exit") || word.equals("quit");
  }

  private void greet() {
    Page page = new Page(look);
    page.paragraph(
        List.of(
            Piece.of("Paperboy " + version, Ink.STRONG),
            Piece.of(" · the day's trending research papers", Ink.QUIET)));
    page.paragraph(
        List.of(
            Piece.of("Try ", Ink.QUIET),
            Piece.whole("`today`", Ink.ACCENT),
            Piece.of(", ", Ink.QUIET),
            Piece.whole("`search agent memory`", Ink.ACCENT),
            Piece.of(" or ", Ink.QUIET),
            Piece.whole("`help`", Ink.ACCENT),
            Piece.of(". Tab completes, ", Ink.QUIET),
            Piece.whole("`exit`", Ink.ACCENT),
            Piece.of(" leaves.", Ink.QUIET)));
    page.blank();
    out.write(page.toString());
  }
}
