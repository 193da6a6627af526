package dev.paperboy.summary;

import java.util.List;

/** Makes the one line of an abstract from its sentences. Pure and thread-safe. */
interface LinePicker {
  /**
   * A line and the place of the sentence that it was made of.
   *
   * @param text words of that sentence, in their order
   */
  record Line(int sentence, String text) {}

  /**
   * The line.
   *
   * @param sentences in their order, at least one
   */
  Line pick(String title, List<String> sentences);

  /** The whole sentence that a picker chooses, trimmed. */
  static LinePicker trimmed(SentencePicker picker) {
    return (title, sentences) -> {
      int sentence = picker.pick(title, sentences);
      return new Line(sentence, TrimRules.trim(sentences.get(sentence)));
    };
  }
}
