package dev.paperboy.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names of authors, in the index and in queries. "Geoffrey Hinton", "G. Hinton", "Hinton, Geoffrey"
 * and "Geoffrey E. Hinton" all meet Geoffrey E. Hinton; initials in the middle are never required.
 */
final class AuthorNames {
  private static final Pattern GLUED_INITIALS = Pattern.compile("(?:[a-z]\\.)+[a-z]");

  /** Behind a letter: the initial of the first name, written out or not. */
  private static final String INITIAL = ".";

  private AuthorNames() {}

  /**
   * Adds a name to the field of authors, after a gap. Returns the parts that rank in a search
   * without a field.
   */
  static List<String> index(String name, TextAnalysis analysis, FieldTerms.Sequence field) {
    List<Token> tokens = analysis.tokens(name);
    field.gap();
    boolean first = true;
    List<String> words = new ArrayList<>();
    String hyphened = "";
    for (int i = 0; i < tokens.size(); i++) {
      for (String part : parts(tokens.get(i))) {
        if (!first && isInitial(part)) {
          field.same(part);
        } else {
          field.word(part);
          if (first && part.charAt(0) < 0x80) {
            field.same(part.charAt(0) + INITIAL);
          }
        }
        if (!isInitial(part)) {
          words.add(part);
        }
        first = false;
      }
      // "Wen-tau" is also "wentau", where its last part stands.
      hyphened += tokens.get(i).exact();
      boolean goesOn = i + 1 < tokens.size() && TextAnalysis.hyphenBetween(name, tokens, i);
      if (!goesOn) {
        if (hyphened.length() > tokens.get(i).exact().length()) {
          field.same(hyphened);
        }
        hyphened = "";
      }
    }
    return words;
  }

  /** The terms, one after the other, that a name in a query must meet; empty where it has none. */
  static List<String> query(String name, TextAnalysis analysis) {
    int comma = name.indexOf(',');
    String inOrder = comma < 0 ? name : name.substring(comma + 1) + " " + name.substring(0, comma);
    List<String> parts = new ArrayList<>(parts(inOrder, analysis));
    if (parts.size() < 2) {
      return parts;
    }
    if (isInitial(parts.getLast()) && !isInitial(parts.getFirst())) {
      // "Hinton G": the initial of the first name stands last.
      parts.addFirst(parts.removeLast());
    }
    List<String> terms = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      if (!isInitial(part)) {
        terms.add(part);
      } else if (i == 0) {
        terms.add(part + INITIAL);
      }
    }
    return terms;
  }

  private static List<String> parts(String name, TextAnalysis analysis) {
    List<String> parts = new ArrayList<>();
    analysis.tokens(name).forEach(token -> parts.addAll(parts(token)));
    return parts;
  }

  /** "J.R.R" is three initials. */
  private static List<String> parts(Token token) {
    String exact = token.exact();
    if (exact.indexOf('.') < 0 || !GLUED_INITIALS.matcher(exact).matches()) {
      return List.of(exact);
    }
    List<String> initials = new ArrayList<>();
    for (int i = 0; i < exact.length(); i += 2) {
      initials.add(exact.substring(i, i + 1));
    }
    return initials;
  }

  private static boolean isInitial(String part) {
    return part.length() == 1 && part.charAt(0) < 0x80;
  }
}
