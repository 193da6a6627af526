package dev.paperboy.summary;

import java.util.List;

/** Chooses the sentence of an abstract that says best what the paper is. Pure and thread-safe. */
interface SentencePicker {
  /**
   * The place of the sentence chosen.
   *
   * @param sentences in their order, at least one
   */
  int pick(String title, List<String> sentences);
}
