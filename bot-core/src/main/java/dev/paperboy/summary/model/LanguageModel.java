package dev.paperboy.summary.model;

/** Something that answers a prompt. Throws a {@code RuntimeException} where it cannot. */
interface LanguageModel {
  /**
   * Blocks until the answer is there; gives up when interrupted.
   *
   * @param rules what is asked, from us
   * @param data what it is asked about, from outside
   */
  String answer(String rules, String data);
}
