package dev.paperboy.summary;

import java.util.List;
import java.util.Locale;

/**
 * The rule without training: the first sentence that says "we propose", else the one closest to the
 * title.
 */
final class ProposalPicker implements SentencePicker {
  @Override
  public int pick(String title, List<String> sentences) {
    for (int i = 0; i < sentences.size(); i++) {
      if (Cues.isProposal(sentences.get(i).toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
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
