package dev.paperboy.summary;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How often each stem occurs, as a vector. */
record Bag(Map<String, Double> counts, double length) {

  static Bag of(Collection<String> stems) {
    Map<String, Double> counts = new HashMap<>();
    stems.forEach(stem -> counts.merge(stem, 1.0, Double::sum));
    return ofCounts(counts);
  }

  /** The sum of the vectors, each of length one. */
  static Bag sum(Collection<Bag> bags) {
    Map<String, Double> counts = new HashMap<>();
    for (Bag bag : bags) {
      bag.counts.forEach((stem, n) -> counts.merge(stem, n / bag.divisor(), Double::sum));
    }
    return ofCounts(counts);
  }

  private static Bag ofCounts(Map<String, Double> counts) {
    double squares = counts.values().stream().mapToDouble(n -> n * n).sum();
    return new Bag(counts, Math.sqrt(squares));
  }

  /** The cosine between two vectors, 0 where one is empty. */
  double cosine(Bag other) {
    boolean smaller = counts.size() <= other.counts.size();
    Bag small = smaller ? this : other;
    Bag large = smaller ? other : this;
    double product = 0;
    for (Map.Entry<String, Double> entry : small.counts.entrySet()) {
      product += entry.getValue() * large.counts.getOrDefault(entry.getKey(), 0.0);
    }
    return product / (divisor() * other.divisor());
  }

  /** How much of this one's distinct stems the other has, 0 to 1. */
  double shareIn(Bag other) {
    if (counts.isEmpty()) {
      return 0;
    }
    Set<String> theirs = other.counts.keySet();
    long shared = counts.keySet().stream().filter(theirs::contains).count();
    return (double) shared / counts.size();
  }

  private double divisor() {
    return length == 0 ? 1 : length;
  }
}
