package dev.paperboy.chat;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The nearest of a few known words, by edits (Damerau-Levenshtein, restricted). */
public final class Nearest {
  private Nearest() {}

  /** The word within two edits, or one for words of up to four letters; empty where none is. */
  public static Optional<String> of(String typed, Collection<String> known) {
    String lower = typed.toLowerCase(Locale.ROOT);
    if (lower.length() > 40) {
      return Optional.empty();
    }
    Optional<String> best = Optional.empty();
    int least = lower.length() <= 4 ? 2 : 3;
    for (String word : known) {
      int edits = edits(lower, word.toLowerCase(Locale.ROOT));
      if (edits < least) {
        least = edits;
        best = Optional.of(word);
      }
    }
    return best;
  }

  private static int edits(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, d[i - 2][j - 2] + 1);
        }
        d[i][j] = least;
      }
    }
    return d[a.length()][b.length()];
  }
}
