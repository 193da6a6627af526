package dev.paperboy.chat;

import org.jspecify.annotations.Nullable;

/** What came of reading a line. */
public sealed interface Understanding {
  record Understood(Command command) implements Understanding {}

  /**
   * Nothing that was typed is lost.
   *
   * @param line as typed
   * @param word what it began with; null where that is no word
   * @param problem its column counts code points of the line
   */
  record Misunderstood(String line, @Nullable CommandWord word, Content.Problem problem)
      implements Understanding {}
}
