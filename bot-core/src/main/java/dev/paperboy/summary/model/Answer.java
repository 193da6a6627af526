package dev.paperboy.summary.model;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a model's answer is worth: a sentence that says nothing but what the abstract says. */
final class Answer {
  static final int MOST_WORDS = 30;
  private static final int FEWEST_WORDS = 5;
  private static final int MOST_CHARACTERS = 400;

  /** Of the longer words so many, at least, must begin like a word of the abstract. */
  private static final double SHARE_KNOWN = .5;

  private static final int BEGINNING = 5;

  private static final Pattern THOUGHTS =
      Pattern.compile("(?s)^\\s*<think(?:ing)?>.*?</think(?:ing)?>");
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:\\*\\*)?(?:one-sentence )?(?:summary|tl;?dr|answer)(?:\\*\\*)?:(?:\\*\\*)?\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern MARKUP =
      Pattern.compile("[<>{}|`\\\\*_#\\[\\]]|https?:|www\\.|\\w\\.(?:com|org|io|net)\\b|\\w@\\w");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private Answer() {}

  /** What was made of an answer. */
  sealed interface Checked {
    /** A sentence ready to be shown. */
    record Fit(String text) implements Checked {}

    /**
     * It must not be shown.
     *
     * @param why in a few words, none of them the answer's own
     */
    record Withheld(String why) implements Checked {}
  }

  static Checked checked(String answer, String abstractText) {
    String text = cleaned(answer);
    int words = words(text);
    if (words < FEWEST_WORDS || words > MOST_WORDS || text.length() > MOST_CHARACTERS) {
      return new Checked.Withheld(
          "it has %,d words instead of %d to %d".formatted(words, FEWEST_WORDS, MOST_WORDS));
    }
    if (!isProse(text)) {
      return new Checked.Withheld("it is not plain prose");
    }
    if (!knowsItsWords(text, abstractText)) {
      return new Checked.Withheld("it is not about the abstract");
    }
    if (!Quantities.allIn(text, abstractText)) {
      return new Checked.Withheld("it has a number that the abstract lacks");
    }
    if (!Names.allIn(text, abstractText)) {
      return new Checked.Withheld("it has a name that the abstract lacks");
    }
    return new Checked.Fit(text);
  }

  private static String cleaned(String answer) {
    String text = THOUGHTS.matcher(answer).replaceFirst("").strip();
    text = SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
    text = LABEL.matcher(text).replaceFirst("");
    for (String pair : List.of("\"\"", "“”", "''")) {
      if (text.length() > 2
          && text.charAt(0) == pair.charAt(0)
          && text.charAt(text.length() - 1) == pair.charAt(1)) {
        text = text.substring(1, text.length() - 1).strip();
      }
    }
    return text;
  }

  private static int words(String text) {
    return text.isEmpty() ? 0 : text.split(" ", -1).length;
  }

  /** Letters that are read from left to right, without markup, addresses or hidden marks. */
  private static boolean isProse(String text) {
    return !MARKUP.matcher(text).find()
        && text.codePoints()
            .noneMatch(c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE
                    || Character.getType(c) == Character.PRIVATE_USE
                    || Character.getType(c) == Character.OTHER_SYMBOL
                    || !isReadable(c));
  }

  private static boolean isReadable(int c) {
    return !Character.isLetter(c)
        || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN
        || Character.UnicodeScript.of(c) == Character.UnicodeScript.GREEK
        || Character.UnicodeScript.of(c) == Character.UnicodeScript.COMMON;
  }

  /** Not a test of truth: it tells an answer about this abstract from an answer about nothing. */
  private static boolean knowsItsWords(String text, String abstractText) {
    Set<String> known =
        WORD.matcher(abstractText.toLowerCase(Locale.ROOT))
            .results()
            .map(match -> beginning(match.group()))
            .collect(Collectors.toSet());
    List<String> longer =
        WORD.matcher(text.toLowerCase(Locale.ROOT))
            .results()
            .map(match -> match.group())
            .filter(word -> word.length() >= BEGINNING)
            .toList();
    long shared = longer.stream().filter(word -> known.contains(beginning(word))).count();
    return shared >= 2 && shared >= SHARE_KNOWN * longer.size();
  }

  private static String beginning(String word) {
    return word.substring(0, Math.min(BEGINNING, word.length()));
  }
}
