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

  static List<String> ofWords(List<String> words) {
    List<String> pairs = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      pairs.add(of(words.get(i - 1), words.get(i)));
    }
    return pairs;
  }

  static String of(String left, String right) {
    int bits = Integer.getInteger("pairbits", 0);
    if (bits == 0) {
      return left + " " + right;
    }
    int h = (left.hashCode() * 31 + 7) * 0x9E3779B1 + right.hashCode();
    h ^= h >>> 15;
    h *= 0x2C1B3C6D;
    h ^= h >>> 12;
    h *= 0x297A2D39;
    h ^= h >>> 15;
    h >>>= 32 - bits;
    char[] c = new char[(bits + 6) / 7];
    for (int i = c.length - 1; i >= 0; i--) {
      c[i] = (char) (h & 127);
      h >>>= 7;
    }
    return new String(c);
  }
}
