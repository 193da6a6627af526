package dev.paperboy.query;

import java.util.Optional;

/**
 * A word as it is searched for: without the full stop, question mark or colon of a sentence, and
 * without the star that asks for all words that begin so.
 */
record Wording(String text, boolean prefix) {
  private static final String SENTENCE_MARKS = ".?!;:\u2026";

  /** Empty where the text holds no letter, digit or symbol to search for. */
  static Optional<Wording> of(String raw) {
    String whole = withoutSentenceMarks(raw);
    String stem = whole;
    while (stem.endsWith("*")) {
      stem = withoutSentenceMarks(stem.substring(0, stem.length() - 1));
    }
    if (!holdsWord(stem)) {
      return Optional.empty();
    }
    boolean prefix = stem.length() < whole.length() && isLongEnough(stem);
    String text = prefix ? stem : whole;
    return Optional.of(new Wording(isOperator(text) ? lower(text) : text, prefix));
  }

  /** Whether anything in the text can be searched for. */
  static boolean holdsWord(String text) {
    return text.codePoints()
        .anyMatch(point ->
            Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.OTHER_SYMBOL
                || Character.getType(point) == Character.LETTER_NUMBER
                || Character.getType(point) == Character.OTHER_NUMBER);
  }

  /** Whether the text, standing alone, is an operator. */
  static boolean isOperator(String text) {
    return text.equals("AND") || text.equals("OR") || text.equals("NOT");
  }

  /** Whether a code point ends a word. */
  static boolean endsWord(int point) {
    return switch (point) {
      case -1, ' ', '"', '(', ')', ',', '|' -> true;
      default -> false;
    };
  }

  private static String lower(String operator) {
    return switch (operator) {
      case "AND" -> "and";
      case "OR" -> "or";
      default -> "not";
    };
  }

  /** One letter and a star is a name (A*), not a beginning; one ideograph is a word already. */
  private static boolean isLongEnough(String stem) {
    return stem.codePointCount(0, stem.length()) > 1
        || Character.isIdeographic(stem.codePointAt(0));
  }

  private static String withoutSentenceMarks(String text) {
    int end = text.length();
    while (end > 0 && SENTENCE_MARKS.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
