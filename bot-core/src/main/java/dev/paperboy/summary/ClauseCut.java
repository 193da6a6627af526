package dev.paperboy.summary;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a sentence that is too long to be shown, at a clause and never in a word. */
final class ClauseCut {
  static final int MOST_WORDS = 40;
  static final int MOST_CODE_POINTS = 320;
  private static final int FEWEST_WORDS = 12;

  private static final Pattern CLAUSE =
      Pattern.compile(
          "[;:,] | [–—-] | (?=\\()| (?=(?:which|that|while|whereas|where|when|because|and|but|by"
              + "|with|using|through|without|for)\\b)");

  /** What may not stand at the end: marks, "e.g." and words that lead on. */
  private static final Pattern DANGLING =
      Pattern.compile(
          "(?:[\\s,;:–—(-]+|[ ,;:](?:e\\.g\\.|i\\.e\\.|namely|and|or|but|the|a|an|of|to|in|as|by"
              + "|with|for|such as|including|which|that|\\(?\\w{1,3}\\)))++$");

  private ClauseCut() {}

  static String cut(String sentence) {
    int limit = limit(sentence);
    if (limit >= sentence.length()) {
      return sentence;
    }
    int end = lastClause(sentence, limit);
    String kept = withoutOpenBracket(sentence.substring(0, end)).strip();
    String text = DANGLING.matcher(kept).replaceFirst("");
    return (text.isEmpty() ? sentence.substring(0, limit) : text) + "…";
  }

  /** The end of the last word that may be shown. */
  private static int limit(String text) {
    int words = 0;
    int points = 0;
    int end = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (text.charAt(at) == ' ') {
        words++;
        end = at;
      }
      if (words == MOST_WORDS || points == MOST_CODE_POINTS) {
        return end == 0 ? at : end;
      }
      points++;
    }
    return text.length();
  }

  /** The best break: behind a comma or its like, else before a word that joins clauses. */
  private static int lastClause(String text, int limit) {
    int strong = 0;
    int weak = 0;
    Matcher clause = CLAUSE.matcher(text);
    while (clause.find() && clause.start() <= limit) {
      if (words(text, clause.start()) < FEWEST_WORDS) {
        continue;
      }
      if (clause.group().equals(" ")) {
        weak = clause.start();
      } else {
        strong = clause.start();
      }
    }
    if (strong > 0 && words(text, strong) >= MOST_WORDS / 2) {
      return strong;
    }
    return weak > strong ? weak : strong > 0 ? strong : limit;
  }

  private static String withoutOpenBracket(String text) {
    int open = -1;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[') {
        open = depth == 0 ? i : open;
        depth++;
      } else if ((c == ')' || c == ']') && depth > 0) {
        depth--;
      }
    }
    return depth > 0 && words(text, open) >= FEWEST_WORDS ? text.substring(0, open) : text;
  }

  private static int words(String text, int end) {
    int words = 1;
    for (int i = 0; i < end; i++) {
      words += text.charAt(i) == ' ' ? 1 : 0;
    }
    return words;
  }
}
