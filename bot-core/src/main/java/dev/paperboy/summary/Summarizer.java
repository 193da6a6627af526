package dev.paperboy.summary;

import dev.paperboy.paper.Paper;

/** Puts a paper into one sentence. Never throws; never says what the abstract does not. */
public interface Summarizer {
  Summary summarize(Paper paper);
}
