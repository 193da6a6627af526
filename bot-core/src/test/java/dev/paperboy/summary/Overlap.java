package dev.paperboy.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much texts share with each sentence of one abstract, as F1 of their terms. */
final class Overlap {
  private final Map<String, Integer> ids = new HashMap<>();
  private final List<Map<Integer, Integer>> sentences = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();

  /**
   * Takes each sentence's terms.
   *
   * @param texts words, words that carry meaning, or pairs
   */
  Overlap(List<List<String>> texts) {
    for (List<String> text : texts) {
      Map<Integer, Integer> counts = new HashMap<>();
      for (String term : text) {
        Integer id = ids.computeIfAbsent(term, t -> ids.size());
        counts.merge(id, 1, Integer::sum);
      }
      sentences.add(counts);
      sizes.add(text.size());
    }
  }

  /** F1 with each sentence, 0 to 1. */
  double[] with(List<String> terms) {
    int[] counts = new int[ids.size()];
    for (String term : terms) {
      Integer id = ids.get(term);
      if (id != null) {
        counts[id]++;
      }
    }
    double[] shared = new double[sentences.size()];
    for (int i = 0; i < shared.length; i++) {
      int hits = 0;
      for (Map.Entry<Integer, Integer> term : sentences.get(i).entrySet()) {
        hits += Math.min(counts[term.getKey()], term.getValue());
      }
      shared[i] = 2.0 * hits / Math.max(1, terms.size() + sizes.get(i));
    }
    return shared;
  }

  /** F1 of two texts. */
  static double f1(List<String> one, List<String> other) {
    return new Overlap(List.of(one)).with(other)[0];
  }

  /** Each word with the one behind it. */
  static List<String> pairs(List<String> words) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      pairs.add(words.get(i) + ' ' + words.get(i + 1));
    }
    return pairs;
  }
}
