package dev.paperboy.source;

/** How long a caller waits when a source asks for a pause. */
public enum Patience {
  /**
   * Somebody waits for an answer: up to 10 s, then a {@link SourceFailure} that says until when.
   */
  COMMAND,
  /** Nobody waits: as long as the source asked for, and one second more. */
  BACKGROUND
}
