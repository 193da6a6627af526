package dev.paperboy.paper;

import java.util.Locale;
import java.util.Set;

/** Whether braces in running text mean something, as in {-1, 0, 1}, or are left over from LaTeX. */
final class Braces {
  private static final int LONGEST_GROUP = 400;
  private static final Set<String> FONTS = Set.of("bf", "it", "em", "sc", "tt", "sl", "sf", "rm");

  private Braces() {}

  static boolean areContent(String content, char before) {
    if (content.isEmpty()) {
      return !Character.isLetterOrDigit(before) && before != ')';
    }
    if (content.chars().allMatch(Character::isDigit)) {
      return true;
    }
    if (isOperand(content) && TexReader.isLetterOrDigit(before)) {
      return true;
    }
    if (content.length() == 1) {
      return false;
    }
    if (declaration(content) > 0 || content.startsWith("\\") || content.startsWith("http")) {
      return false;
    }
    return content.isBlank()
        || content.length() > LONGEST_GROUP
        || content.chars().anyMatch(c -> ",:;|\"=".indexOf(c) >= 0)
        || isName(content);
  }

  /** What is left of a fraction, "1{varepsilon^2}", must not grow together with what it divides. */
  private static boolean isOperand(String content) {
    return TexSymbols.isIndexed(content)
        || content.chars().anyMatch(c -> c == '^' || (c >= 'Α' && c <= 'ω'));
  }

  /** A name with underscores, as placeholders have them: {user_name}. */
  private static boolean isName(String content) {
    return content.indexOf('_') > 1
        && content.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }

  /** How many characters a font without its backslash takes at the start of a group; 0 if none. */
  static int declaration(String content) {
    return content.length() > 3
            && content.charAt(2) == ' '
            && FONTS.contains(content.substring(0, 2))
        ? 3
        : 0;
  }

  /** "this https URL", "here", or the address once more. */
  static boolean isEmptyLabel(String label) {
    String words = label.toLowerCase(Locale.ROOT);
    boolean address =
        words.contains("://")
            || words.startsWith("(http")
            || (words.indexOf('/') > 0 && words.indexOf('.') > 0 && words.indexOf(' ') < 0);
    boolean pointer =
        words.length() <= 24
            && (words.startsWith("this ")
                || words.equals("here")
                || words.equals("link")
                || words.equals("url"));
    return address || pointer;
  }
}
