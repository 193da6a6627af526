package dev.paperboy.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * ROUGE as SciTLDR's own script counts it: stems of lower-case words, F1; of several references the
 * one with the best ROUGE-1 gives all three numbers.
 *
 * @param one shared words, 0 to 1
 * @param two shared pairs of words
 * @param longest longest common subsequence
 */
record Rouge(double one, double two, double longest) {

  static Rouge of(String summary, List<String> references) {
    Rouge best = new Rouge(-1, 0, 0);
    for (String reference : references) {
      Rouge rouge = of(summary, reference);
      if (rouge.one > best.one) {
        best = rouge;
      }
    }
    return best;
  }

  static Rouge of(String summary, String reference) {
    Words words = new Words();
    List<String> ours = words.stems(Words.of(summary));
    List<String> theirs = words.stems(Words.of(reference));
    return new Rouge(
        shared(ours, theirs, 1),
        shared(ours, theirs, 2),
        f1(common(ours, theirs), ours.size(), theirs.size()));
  }

  double mean() {
    return (one + two + longest) / 3;
  }

  private static double shared(List<String> ours, List<String> theirs, int n) {
    Map<List<String>, Integer> left = new HashMap<>();
    for (int i = 0; i + n <= theirs.size(); i++) {
      left.merge(theirs.subList(i, i + n), 1, Integer::sum);
    }
    int hits = 0;
    for (int i = 0; i + n <= ours.size(); i++) {
      Integer count = left.get(ours.subList(i, i + n));
      if (count != null && count > 0) {
        hits++;
        left.put(ours.subList(i, i + n), count - 1);
      }
    }
    return f1(hits, ours.size() - n + 1, theirs.size() - n + 1);
  }

  private static int common(List<String> ours, List<String> theirs) {
    int[] lengths = new int[theirs.size() + 1];
    for (String word : ours) {
      int diagonal = 0;
      for (int j = 1; j <= theirs.size(); j++) {
        int above = lengths[j];
        lengths[j] =
            word.equals(theirs.get(j - 1)) ? diagonal + 1 : Math.max(above, lengths[j - 1]);
        diagonal = above;
      }
    }
    return lengths[theirs.size()];
  }

  private static double f1(int hits, int ours, int theirs) {
    if (hits == 0 || ours <= 0 || theirs <= 0) {
      return 0;
    }
    double precision = (double) hits / ours;
    double recall = (double) hits / theirs;
    return 2 * precision * recall / (precision + recall);
  }
}
