package dev.paperboy.paper;

/** Tells a formula between dollar signs from prices. */
final class Formulas {
  private static final int LONGEST_PLAIN = 40;

  private Formulas() {}

  static boolean isFormula(String content, char after) {
    if (content.isBlank() || (Character.isDigit(after) && content.indexOf('\\') < 0)) {
      return false;
    }
    char first = content.charAt(0);
    char last = content.charAt(content.length() - 1);
    if (last == ' ' && !content.contains("\\")) {
      return false;
    }
    boolean price = Character.isDigit(first) || first == '.';
    if (price && "-–/(".indexOf(last) >= 0) {
      return false;
    }
    if (content.startsWith("text") || (content.indexOf('\\') >= 0 && !price)) {
      return true;
    }
    boolean marked = content.chars().anyMatch(c -> c == '\\' || c == '^' || c == '_');
    if (price && !marked && content.indexOf(' ') >= 0) {
      return false;
    }
    return first != ' ' && (marked || content.length() <= LONGEST_PLAIN) && !hasSentence(content);
  }

  /** Two words of three letters or more in a row are prose between two prices. */
  private static boolean hasSentence(String content) {
    int words = 0;
    int letters = 0;
    for (int i = 0; i <= content.length(); i++) {
      char c = i < content.length() ? content.charAt(i) : ' ';
      if (Character.isLetter(c)) {
        letters++;
      } else {
        words = letters >= 3 ? words + 1 : letters == 0 ? words : 0;
        letters = 0;
      }
    }
    return words >= 2;
  }
}
