package dev.paperboy.console;

import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Message;
import dev.paperboy.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the terminal sits at: lines go in, answers come out. Used by one thread at a time. */
interface Desk extends AutoCloseable {
  /** Answers one line of the grammar; a problem is an answer too. */
  Message answer(String line);

  /**
   * The words that may stand in place of the last, perhaps unfinished, word of what was typed so
   * far, likeliest first; a word that ends in a colon is gone on with at once. Quick, and empty
   * where nothing is known.
   */
  List<String> completions(String lineBeforeCursor);

  /** The layout for the answer to a line: what the line asks for, else the person's own. */
  Layout layout(String line);

  /**
   * A conversation begins: from now on what is new may be fetched without being asked for, and what
   * is due here is printed.
   *
   * @param printer as in {@link #deliver}; called from any thread
   */
  void conversing(Predicate<Message> printer);

  /**
   * Prints the digests that are due at this terminal.
   *
   * @param printer prints one message whole; false where nobody reads any more, and then the digest
   *     stays due
   */
  void deliver(Predicate<Message> printer);

  /** The data folder, where a conversation keeps what was typed. */
  Path home();

  @Override
  void close();

  /** Opens the desk when the first line is there to be answered, and not before. */
  @FunctionalInterface
  interface Opener {
    /**
     * @param warnings takes one sentence at a time
     * @throws Closed where it cannot be opened
     */
    Desk open(Progress progress, Consumer<String> warnings);
  }

  /** The desk cannot be opened; the message says why, for people. */
  final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    /**
     * @param code as in {@code Content.Problem}
     */
    Closed(String code, String message, @Nullable Throwable cause) {
      super(message, cause);
      this.code = code;
    }

    String code() {
      return code;
    }
  }
}
