package dev.paperboy.source.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How one text is worded, alone and beside another. */
final class Wording {
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?]) (?=[A-Z0-9])");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  // "4times4" and "1.28times" are what is left of LaTeX's \times
  private static final Pattern TIMES = Pattern.compile("(?<=\\d)times(?!\\p{L})");

  private Wording() {}

  static List<String> sentences(String text) {
    return List.of(SENTENCE_END.split(text, -1));
  }

  /** Letters and digits only: "GPT-5.5" is three words, which makes a run longer, never shorter. */
  static List<String> words(String text) {
    return WORD.matcher(TIMES.matcher(text).replaceAll(" "))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  /** The longest run of words that both texts have, whatever their case. */
  static List<String> longestSharedRun(String text, String other) {
    List<String> a = words(text.toLowerCase(Locale.ROOT));
    List<String> b = words(other.toLowerCase(Locale.ROOT));
    int end = 0;
    int length = 0;
    int[] before = new int[b.size() + 1];
    for (int i = 0; i < a.size(); i++) {
      int[] now = new int[b.size() + 1];
      for (int j = 0; j < b.size(); j++) {
        if (a.get(i).equals(b.get(j))) {
          now[j + 1] = before[j] + 1;
          if (now[j + 1] > length) {
            length = now[j + 1];
            end = i + 1;
          }
        }
      }
      before = now;
    }
    return a.subList(end - length, end);
  }

  /** Numbers and names of a text: words with a digit, and capitals that do not begin a sentence. */
  static List<String> numbersAndNames(String text) {
    List<String> found = new ArrayList<>();
    for (String sentence : sentences(text)) {
      List<String> words = words(sentence);
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        boolean digit = word.chars().anyMatch(Character::isDigit);
        boolean capital = word.chars().anyMatch(Character::isUpperCase);
        if (digit || (capital && i > 0)) {
          found.add(word);
        }
      }
    }
    return found;
  }

  /** Those of the numbers and names of a text that the other lacks; a plural s is no difference. */
  static List<String> numbersAndNamesNotIn(String other, String text) {
    Set<String> known = new HashSet<>(words(other.toLowerCase(Locale.ROOT)));
    return numbersAndNames(text).stream()
        .filter(name -> !known.contains(name.toLowerCase(Locale.ROOT)))
        .filter(name -> !(name.endsWith("s") && known.contains(singular(name))))
        .toList();
  }

  private static String singular(String plural) {
    return plural.substring(0, plural.length() - 1).toLowerCase(Locale.ROOT);
  }
}
