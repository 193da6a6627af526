package dev.paperboy.console;

import dev.paperboy.Environment;
import dev.paperboy.Paperboy;
import dev.paperboy.Settings;
import dev.paperboy.catalog.StoreFailure;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.CommandWord;
import dev.paperboy.chat.Message;
import dev.paperboy.progress.Progress;
import dev.paperboy.query.Field;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The desk that a real Paperboy stands behind: its store, its index and its sources. */
final class PaperboyDesk implements Desk {
  private static final int COMPLETIONS = 20;
  private static final List<String> OPTIONS = List.of("limit:", "page:", "sort:", "layout:");

  private final Paperboy paperboy;
  private final Caller caller;
  private final Path home;
  private final Consumer<String> warnings;

  private PaperboyDesk(Paperboy paperboy, Caller caller, Path home, Consumer<String> warnings) {
    this.paperboy = paperboy;
    this.caller = caller;
    this.home = home;
    this.warnings = warnings;
  }

  /** Opens as {@link Desk.Opener} says. */
  static Desk open(
      Map<String, String> environment, Clock clock, Progress progress, Consumer<String> warnings) {
    Settings settings;
    try {
      settings =
          Environment.read(
              environment,
              Path.of("").toAbsolutePath(),
              Path.of(System.getProperty("user.home", "")));
    } catch (Environment.Unusable e) {
      throw new Closed("settings", String.join(" ", e.problems()), e);
    }
    settings.warnings().forEach(warnings);
    // the log begins with the first logger, and lies in the data folder
    System.setProperty("paperboy.home", settings.home().toString());
    try {
      return new PaperboyDesk(
          Paperboy.open(settings, clock, progress, true),
          new Caller("terminal", "me", ZoneId.systemDefault()),
          settings.home(),
          warnings);
    } catch (StoreFailure e) {
      throw new Closed("store", String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public Message answer(String line) {
    return paperboy.answer(line, caller);
  }

  @Override
  public List<String> completions(String lineBeforeCursor) {
    int start = lineBeforeCursor.lastIndexOf(' ') + 1;
    String last = lineBeforeCursor.substring(start);
    List<String> found = new ArrayList<>();
    if (lineBeforeCursor.substring(0, start).isBlank()) {
      Arrays.stream(CommandWord.values()).map(CommandWord::word).forEach(found::add);
    } else {
      Arrays.stream(Field.values()).map(field -> field.word() + ":").forEach(found::add);
      found.addAll(OPTIONS);
    }
    String lower = last.toLowerCase(Locale.ROOT);
    found.removeIf(word -> !word.startsWith(lower));
    if (!last.isEmpty() && start > 0) {
      found.addAll(paperboy.completions(last, COMPLETIONS));
    }
    return found;
  }

  @Override
  public Layout layout(String line) {
    return paperboy.layout(line).orElse(Layout.CARDS);
  }

  @Override
  public void conversing(Predicate<Message> printer) {
    paperboy.serve(List.of(new TerminalCourier(printer)));
  }

  @Override
  public void deliver(Predicate<Message> printer) {
    int unused = paperboy.deliverDue(List.of(new TerminalCourier(printer)));
  }

  @Override
  public Path home() {
    return home;
  }

  @Override
  public void close() {
    try (paperboy) {
      int left = paperboy.finishSummaries();
      if (left > 0) {
        warnings.accept(
            "The language model has not written "
                + (left == 1 ? "one summary" : left + " summaries")
                + " yet; what is missing is asked for again when it is next shown.");
      }
    }
  }
}
