package dev.paperboy.console;

/** How a stretch of text looks, where a terminal has looks at all. */
enum Ink {
  PLAIN(""),
  STRONG("1"),
  EMPHASIS("3"),
  QUIET("2"),
  ACCENT("36"),
  HIGHLIGHT("35"),
  STRONG_HIGHLIGHT("1;35"),
  ALARM("1;31");

  private final String attributes;

  Ink(String attributes) {
    this.attributes = attributes;
  }

  /** The parameters of the terminal's SGR sequence; empty for none. */
  String attributes() {
    return attributes;
  }
}
