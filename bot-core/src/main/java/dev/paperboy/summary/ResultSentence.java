package dev.paperboy.summary;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The sentence that gives the result: of those behind the first line, the one that is most central
 * to the abstract and least like the first line (maximal marginal relevance).
 */
final class ResultSentence {
  private static final double LAMBDA = .7;

  /** What a number or a comparison adds; about the spread of the cosines themselves. */
  private static final double EVIDENCE = .1;

  private ResultSentence() {}

  static OptionalInt find(List<String> sentences, int picked) {
    Words words = new Words();
    List<Bag> bags = sentences.stream().map(s -> Bag.of(words.contentStems(Words.of(s)))).toList();
    Bag centre = Bag.sum(bags);
    int best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = picked + 1; i < sentences.size(); i++) {
      String lower = sentences.get(i).toLowerCase(Locale.ROOT);
      if (!Cues.isResult(lower) || sentences.get(i).equals(sentences.get(picked))) {
        continue;
      }
      double evidence =
          (Cues.isMeasured(lower) ? EVIDENCE : 0) + (Cues.isCompared(lower) ? EVIDENCE : 0);
      double relevance = bags.get(i).cosine(centre) + evidence;
      double score = LAMBDA * relevance - (1 - LAMBDA) * bags.get(i).cosine(bags.get(picked));
      if (score > highest) {
        highest = score;
        best = i;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }
}
