package dev.paperboy.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Short forms that a text defines itself: "state space models (SSMs)". The letters of the short
 * form must stand in the words before it, in order, the first at the beginning of a word (Schwartz
 * and Hearst, 2003).
 */
final class Definitions {
  /** One short form and the words it stands for, both folded; the words with a space between. */
  record Definition(String shortForm, String longForm) {}

  private static final Pattern IN_BRACKETS = Pattern.compile("\\(([A-Za-z][A-Za-z0-9-]{1,9})\\)");
  private static final int MOST_WORDS = 8;
  private static final int FARTHEST = 120;

  private Definitions() {}

  static List<Definition> in(String text, TextAnalysis analysis) {
    List<Definition> found = new ArrayList<>();
    Matcher matcher = IN_BRACKETS.matcher(text);
    while (matcher.find()) {
      String shortForm = singular(matcher.group(1));
      if (capitals(shortForm) < 2) {
        continue;
      }
      String before =
          text.substring(Math.max(0, matcher.start() - FARTHEST), matcher.start()).stripTrailing();
      String longForm = longForm(shortForm, before);
      if (longForm == null) {
        continue;
      }
      List<String> words = analysis.tokens(longForm).stream().map(Token::exact).toList();
      if (words.size() >= 2 && words.size() <= MOST_WORDS) {
        found.add(new Definition(key(shortForm, analysis), String.join(" ", words)));
      }
    }
    return found;
  }

  /** A short form as it is looked up: folded, its parts joined. */
  private static String key(String shortForm, TextAnalysis analysis) {
    StringBuilder key = new StringBuilder();
    analysis.tokens(shortForm).forEach(token -> key.append(token.exact()));
    return key.toString();
  }

  private static String singular(String shortForm) {
    int last = shortForm.length() - 1;
    return last > 1
            && shortForm.charAt(last) == 's'
            && Character.isUpperCase(shortForm.charAt(last - 1))
        ? shortForm.substring(0, last)
        : shortForm;
  }

  private static int capitals(String text) {
    return (int) text.chars().filter(Character::isUpperCase).count();
  }

  private static @Nullable String longForm(String shortForm, String before) {
    String wanted = shortForm.toLowerCase(Locale.ROOT);
    String text = before.toLowerCase(Locale.ROOT);
    int at = text.length() - 1;
    for (int i = wanted.length() - 1; i >= 0; i--) {
      char letter = wanted.charAt(i);
      if (!Character.isLetterOrDigit(letter)) {
        continue;
      }
      while (at >= 0
          && (text.charAt(at) != letter
              || (i == 0 && at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))))) {
        at--;
      }
      if (at < 0) {
        return null;
      }
      at--;
    }
    String found = before.substring(at + 1);
    int words = found.split("[\\s-]+", -1).length;
    boolean plausible =
        words <= Math.min(shortForm.length() + 5, 2 * shortForm.length())
            && found.length() > shortForm.length()
            && found.indexOf('.') < 0
            && found.indexOf('(') < 0
            && found.indexOf(',') < 0;
    return plausible ? found : null;
  }
}
