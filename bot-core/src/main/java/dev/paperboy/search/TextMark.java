package dev.paperboy.search;

import dev.paperboy.paper.Paper;

/** A number that stands for the text a paper's vector is made of. */
final class TextMark {
  private static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private TextMark() {}

  static long of(Paper paper) {
    return add(add(START, paper.title()) * PRIME, paper.abstractText());
  }

  /** FNV-1a. */
  private static long add(long mark, String text) {
    long next = mark;
    for (int i = 0; i < text.length(); i++) {
      next = (next ^ text.charAt(i)) * PRIME;
    }
    return next;
  }
}
