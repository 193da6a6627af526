package dev.paperboy.summary;

import dev.paperboy.paper.Paper;

/** Puts a paper into one sentence. Never throws; never says what the abstract does not. */
public interface Summarizer {
  /** The best that can be had; may take ten seconds where a language model writes it. */
  Summary summarize(Paper paper);

  /**
   * What is at hand within a few milliseconds, for lists. What takes longer is begun, and is there
   * another time.
   */
  default Summary atHand(Paper paper) {
    return summarize(paper);
  }

  /** Who writes them where it can: {@code abstract}, or {@code model:} and the model's name. */
  default String by() {
    return "abstract";
  }
}
