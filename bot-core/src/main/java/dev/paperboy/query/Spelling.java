package dev.paperboy.query;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the name that was meant, by Damerau and Levenshtein's distance. */
final class Spelling {
  private Spelling() {}

  /** The field that was most likely meant by a word of letters that is no field. */
  static Optional<Field> field(String word) {
    String typed = word.toLowerCase(Locale.ROOT);
    if (typed.length() < 3 || !typed.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      return Optional.empty();
    }
    Field nearest = null;
    int best = Integer.MAX_VALUE;
    for (Field field : Field.values()) {
      int distance = distance(typed, field.word());
      if (distance <= allowed(typed, field.word()) && distance < best) {
        nearest = field;
        best = distance;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /**
   * One slip in names of up to four letters, two in longer ones; of two letters only the plural.
   */
  private static int allowed(String typed, String name) {
    if (name.length() < 3) {
      return typed.equals(name + "s") ? 1 : 0;
    }
    return Math.min(typed.length(), name.length()) <= 4 ? 1 : 2;
  }

  /** The nearest of some names, at most two slips away. */
  static Optional<String> nearest(String word, Collection<String> names) {
    @Nullable String nearest = null;
    int best = 3;
    for (String name : names) {
      int distance = distance(word, name);
      if (distance < best) {
        nearest = name;
        best = distance;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /**
   * Letters to insert, delete, replace or swap with their neighbour to make one word the other; 3
   * stands for 3 and more where the lengths alone ask for that.
   */
  static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 2) {
      return 3;
    }
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = least;
      }
    }
    return cost[a.length()][b.length()];
  }
}
