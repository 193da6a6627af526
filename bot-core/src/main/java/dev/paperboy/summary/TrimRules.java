package dev.paperboy.summary;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes from a sentence what it says only because it stood among others: asides, a leading
 * connective, "in this paper", and the purpose before "we". Words are left out, never changed, but
 * for the first letter.
 */
final class TrimRules {
  private static final int FEWEST_WORDS = 6;

  private static final Pattern ASIDE =
      Pattern.compile(" ?\\((?:e\\.g\\.|i\\.e\\.|cf\\.|see\\b)[^()]{0,400}\\)");
  private static final Pattern NUMBERS =
      Pattern.compile(" ?\\[(\\d{1,3}(?: ?[,;–-] ?\\d{1,3}){0,12})]");
  private static final Pattern RANGE_BEFORE =
      Pattern.compile(
          "(?:^|\\W)(?:in|within|of|from|over|to|is|range|ranges|interval|∈|=)$",
          Pattern.CASE_INSENSITIVE);

  /** "(1) We first …" stood in a list. */
  private static final Pattern NUMBERING =
      Pattern.compile("^(?:\\((?:\\d|[ivx]{1,4}|[a-e])\\)|\\d\\)) (?=\\p{L})");

  private static final Pattern CONNECTIVE =
      Pattern.compile(
          "^(?:however|moreover|furthermore|additionally|in addition|specifically|in"
              + " particular|finally|thus|therefore|hence|consequently|as a result|overall|to this"
              + " end|in summary|in"
              + " conclusion|here|first|second|then|also|besides|recently|concretely|notably|importantly|accordingly),"
              + " |^to this end (?=we\\b)",
          Pattern.CASE_INSENSITIVE);

  /** Not "In our study of augmentations, we …": what follows must begin a clause of its own. */
  private static final Pattern THIS_PAPER =
      Pattern.compile(
          "^in (?:this|our) (?:(?:technical|position|short|survey|present) )?"
              + "(?:paper|work|study|article|thesis|letter|report)"
              + "(?:, ?(?!(?:and|but|or|as)\\b)| (?=(?:we|this|our|the|a)\\b))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PURPOSE =
      Pattern.compile(
          "^(?:to (?:address|tackle|solve|overcome|alleviate|mitigate|bridge|remedy)\\b[^,]{0,90}"
              + "|motivated by\\b[^,]{0,90}"
              + "|(?:inspired by|based on (?:this|these|our))\\b[^,]{0,60})"
              + ", (?=(?:we|this|our)\\b)",
          Pattern.CASE_INSENSITIVE);

  /** "To <verb> …, we": not "To date, we", "To the best of our knowledge, we". */
  private static final Pattern ANY_PURPOSE =
      Pattern.compile(
          "^to (?!(?:the|this|that|these|those|our|my|date|what|which|some|a|an|such|it|its)\\b)"
              + "[a-z]+\\b[^,]{0,90}, (?=we\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ORDINARY = Pattern.compile("^(?:a|\\p{Ll}{2,}(?:-\\p{Ll}{2,})*)$");
  private static final Pattern SPACES = Pattern.compile(" {2,}");
  private static final Pattern LOOSE = Pattern.compile(" (?=[,.;:!?)])");

  private TrimRules() {}

  static String trim(String sentence) {
    String kept = leading(withoutAsides(sentence));
    if (words(kept) < FEWEST_WORDS) {
      return sentence;
    }
    return capitalised(kept);
  }

  static String withoutAsides(String sentence) {
    String text = ASIDE.matcher(sentence).replaceAll("");
    Matcher numbers = NUMBERS.matcher(text);
    StringBuilder kept = new StringBuilder();
    while (numbers.find()) {
      boolean citation = isCitation(text.substring(0, numbers.start()), numbers.group(1));
      numbers.appendReplacement(kept, citation ? "" : Matcher.quoteReplacement(numbers.group()));
    }
    numbers.appendTail(kept);
    if (kept.length() == sentence.length()) {
      return sentence;
    }
    String single = SPACES.matcher(kept).replaceAll(" ");
    return LOOSE.matcher(single).replaceAll("").strip();
  }

  /** "[3, 7]" is, "values in [0, 1]" is not. */
  private static boolean isCitation(String before, String numbers) {
    boolean zero = List.of(numbers.split("\\D+", -1)).contains("0");
    return !zero && !RANGE_BEFORE.matcher(before.strip()).find();
  }

  private static String leading(String sentence) {
    String text = sentence;
    for (Pattern rule : List.of(NUMBERING, CONNECTIVE, THIS_PAPER, PURPOSE, ANY_PURPOSE)) {
      text = rule.matcher(text).replaceFirst("");
    }
    return text;
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split(" +", -1).length;
  }

  /** Only of ordinary words: k-NN, iPhone and x₀ stay as they are. */
  static String capitalised(String text) {
    int end = 0;
    while (end < text.length() && " ,;:".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    if (!ORDINARY.matcher(text.substring(0, end)).matches()) {
      return text;
    }
    int first = text.codePointAt(0);
    return Character.toString(Character.toUpperCase(first))
        + text.substring(Character.charCount(first));
  }
}
