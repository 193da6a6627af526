package dev.paperboy.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a sentence from a filter. Who asks in whole sentences means their commas and brackets as
 * punctuation, and what is in them as words like all others.
 */
public final class Prose {
  /** Shorter questions are read as they stand. */
  private static final int LEAST_WORDS = 8;

  /** A list of keywords holds none, or one. */
  private static final int LEAST_FUNCTION_WORDS = 2;

  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          """
          a about all am an and any are as at be been between by can could did do does find for from
          had has have how i i'd i'm if in into is it its me my not of on or our should some such than
          that the their them there these they this those to was we were what when where whether which
          who whose why will with would you\
          """
              .split("\\s+", -1));

  private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");
  private static final Pattern EXCLUDED = Pattern.compile("[-\u2013\u2014][\\p{L}\\p{N}\"“(]+.*");
  private static final Pattern PUNCTUATION = Pattern.compile("[,;:()\\[\\]{}<>=|*?!…/]+");
  private static final Pattern QUOTED_WORD = Pattern.compile("\"(\\S+)\"|“(\\S+)”");
  private static final Pattern QUOTE = Pattern.compile("[\"“”„«»]");
  private static final Pattern END = Pattern.compile("[.?!]$");
  private static final Pattern ENDS = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

  private Prose() {}

  /** Whether a query is a sentence, and nothing in it was certainly meant as an operator. */
  public static boolean is(String query) {
    String[] words = query.strip().split("\\s+", -1);
    if (words.length < LEAST_WORDS) {
      return false;
    }
    int functionWords = 0;
    for (String word : words) {
      if (OPERATORS.contains(word) || EXCLUDED.matcher(word).matches() || namesField(word)) {
        return false;
      }
      String plain = ENDS.matcher(word).replaceAll("").toLowerCase(Locale.ROOT);
      functionWords += FUNCTION_WORDS.contains(plain.replace('\u2019', '\'')) ? 1 : 0;
    }
    return functionWords >= (END.matcher(query.strip()).find() ? 1 : LEAST_FUNCTION_WORDS);
  }

  /** Something stands behind the colon: "title:owls", but not "the title: owls". */
  private static boolean namesField(String word) {
    int colon = word.indexOf(':');
    return colon > 0
        && colon < word.length() - 1
        && Arrays.stream(Field.values())
            .anyMatch(field -> field.word().equalsIgnoreCase(word.substring(0, colon)));
  }

  /**
   * The words of a sentence, so that none is an operator. What is in quotes stays in them: quoted
   * is exact.
   */
  public static String words(String sentence) {
    String phrases = QUOTED_WORD.matcher(sentence).replaceAll("$1$2");
    long quotes = QUOTE.matcher(phrases).results().count();
    return quotes % 2 == 0 ? plain(phrases) : bare(phrases);
  }

  /** The words without their quotes. */
  public static String bare(String sentence) {
    return plain(QUOTE.matcher(sentence).replaceAll(" "));
  }

  private static String plain(String sentence) {
    StringBuilder words = new StringBuilder();
    for (String word : PUNCTUATION.matcher(sentence).replaceAll(" ").split("\\s+", -1)) {
      if (word.chars().anyMatch(Character::isLetterOrDigit) || QUOTE.matcher(word).find()) {
        words.append(words.isEmpty() ? "" : " ").append(word);
      }
    }
    return words.toString();
  }
}
