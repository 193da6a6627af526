package dev.paperboy.chat;

/** What came of reading a line. */
public sealed interface Understanding {
  record Understood(Command command) implements Understanding {}

  /**
   * Nothing that was typed is lost.
   *
   * @param line as typed
   * @param problem its column counts code points of the line
   */
  record Misunderstood(String line, Content.Problem problem) implements Understanding {}
}
