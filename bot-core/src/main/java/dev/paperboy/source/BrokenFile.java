package dev.paperboy.source;

/** A file is not what its format expects. The message names the line and what was expected. */
public final class BrokenFile extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final long line;

  /**
   * @param line 1-based; 0 where no line can be named
   */
  public BrokenFile(long line, String expected) {
    super(expected);
    this.line = line;
  }

  public long line() {
    return line;
  }
}
