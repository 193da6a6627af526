package dev.paperboy.console;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of one line in one look.
 *
 * @param text harmless, as {@link TerminalText} leaves it
 * @param address where it leads; null for nowhere
 */
record Piece(String text, Ink ink, @Nullable String address, Hold hold) {
  /** How firmly a piece stays on one line. */
  enum Hold {
    /** Broken wherever a line may be. */
    LOOSE,
    /** Broken only where it is longer than a line, and then at a space. */
    WHOLE,
    /** Whole, and not parted from the next piece either. */
    GLUED
  }

  static Piece of(String outside) {
    return of(outside, Ink.PLAIN);
  }

  static Piece of(String outside, Ink ink) {
    return new Piece(TerminalText.line(outside), ink, null, Hold.LOOSE);
  }

  static Piece whole(String outside, Ink ink) {
    return new Piece(TerminalText.line(outside), ink, null, Hold.WHOLE);
  }

  static Piece glued(String outside, Ink ink) {
    return new Piece(TerminalText.line(outside), ink, null, Hold.GLUED);
  }

  Piece with(String otherText) {
    return new Piece(otherText, ink, address, hold);
  }
}
