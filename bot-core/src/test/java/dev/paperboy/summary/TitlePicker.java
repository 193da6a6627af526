package dev.paperboy.summary;

import java.util.List;

/** The sentence closest to the title, by the words they share. */
final class TitlePicker implements SentencePicker {
  @Override
  public int pick(String title, List<String> sentences) {
    Words words = new Words();
    Bag wanted = Bag.of(words.contentStems(Words.of(title)));
    int best = 0;
    double highest = -1;
    for (int i = 0; i < sentences.size(); i++) {
      double near = wanted.cosine(Bag.of(words.contentStems(Words.of(sentences.get(i)))));
      if (near > highest) {
        highest = near;
        best = i;
      }
    }
    return best;
  }
}
