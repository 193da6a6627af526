package dev.paperboy.summary.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Names in a text: words with a capital within a sentence, short forms, words of letters and digits
 * and words of foreign letters. Compared whole, without regard to case, plural and hyphens.
 */
final class Names {
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[-‐‑./'’_&][\\p{L}\\p{M}\\p{N}]+)*[+#]*");
  private static final Pattern JOINT = Pattern.compile("[-‐‑./'’_&]");
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");
  private static final int LEAST_INITIALS = 3;
  private static final int BEGINNING = 5;

  /** What a summary may begin with though its abstract lacks the word. */
  private static final Set<String> OPENERS =
      Set.of(
          ("a an the this these that those we it its our their they by in on to for with from using"
                  + " through via when while although unlike given and but as at both each one new"
                  + " novel authors researchers paper study work research introduces introducing"
                  + " proposes proposing presents presenting shows showing demonstrates develops"
                  + " describes investigates investigating examines explores exploring studies"
                  + " studying analyzes analyzing evaluates evaluating compares comparing combines"
                  + " combining applies trains training uses improves improving enables extends"
                  + " provides offers reveals finds results experiments recent existing current"
                  + " method approach framework model system benchmark dataset survey analysis")
              .split(" ", -1));

  private final Set<String> whole = new HashSet<>();
  private final Set<String> parts = new HashSet<>();
  private final String initials;

  private Names(String text) {
    StringBuilder first = new StringBuilder();
    String before = "";
    for (MatchResult token : TOKEN.matcher(text).results().toList()) {
      String joined = folded(token.group());
      whole.add(joined);
      // "GPT 4" is "GPT-4"
      whole.add(before + joined);
      before = joined;
      for (String part : JOINT.split(token.group(), -1)) {
        if (!part.isEmpty()) {
          parts.add(folded(part));
          first.append(Character.toLowerCase(part.charAt(0)));
        }
      }
    }
    initials = first.toString();
  }

  /** Whether each name of the text stands in the other, or is the short form of words there. */
  static boolean allIn(String text, String other) {
    Names known = new Names(other);
    for (MatchResult token : TOKEN.matcher(text).results().toList()) {
      if (!known.holds(token.group(), beginsSentence(text, token.start()))) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(String token, boolean begins) {
    String bare = POSSESSIVE.matcher(token).replaceFirst("");
    if (whole.contains(folded(bare))) {
      return true;
    }
    List<String> pieces = new ArrayList<>(List.of(JOINT.split(bare, -1)));
    boolean numbered =
        pieces.stream().anyMatch(p -> !p.isEmpty() && p.chars().allMatch(Character::isDigit));
    boolean lettered = pieces.stream().anyMatch(p -> p.chars().anyMatch(Character::isLetter));
    if (numbered && lettered) {
      return !isIdentifier(bare);
    }
    for (int i = 0; i < pieces.size(); i++) {
      String piece = pieces.get(i);
      if (!isName(piece) || parts.contains(folded(piece)) || isShortForm(piece)) {
        continue;
      }
      if (!(begins && i == 0 && isOrdinary(piece))) {
        return false;
      }
    }
    return true;
  }

  /** "GPT-4", not "5-fold": letters before digits. */
  private static boolean isIdentifier(String token) {
    return Character.isLetter(token.codePointAt(0));
  }

  private static boolean isName(String word) {
    boolean digit = word.chars().anyMatch(Character::isDigit);
    boolean letter = word.chars().anyMatch(Character::isLetter);
    boolean capital = word.codePoints().anyMatch(Character::isUpperCase);
    boolean foreign = word.codePoints().anyMatch(c -> c > 0x7F && Character.isLetter(c));
    return letter && (capital || foreign || (digit && !Quantities.isOne(word)));
  }

  /** The first letters of words that follow one another: LLM of "large language models". */
  private boolean isShortForm(String word) {
    String letters = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    return letters.length() >= LEAST_INITIALS
        && letters.codePoints().allMatch(Character::isUpperCase)
        && initials.contains(letters.toLowerCase(Locale.ROOT));
  }

  /** Whether a word is capital only because a sentence begins with it. */
  private boolean isOrdinary(String word) {
    if (word.codePoints().skip(1).anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c))) {
      return false;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    return OPENERS.contains(lower)
        || (lower.length() > BEGINNING
            && parts.stream().anyMatch(p -> p.startsWith(lower.substring(0, BEGINNING + 1))));
  }

  private static boolean beginsSentence(String text, int at) {
    String before = text.substring(0, at).strip();
    return before.isEmpty() || ".!?".indexOf(before.charAt(before.length() - 1)) >= 0;
  }

  private static String folded(String token) {
    String bare = JOINT.matcher(POSSESSIVE.matcher(token).replaceFirst("")).replaceAll("");
    String lower = bare.toLowerCase(Locale.ROOT);
    return lower.length() > 3 && lower.endsWith("s")
        ? lower.substring(0, lower.length() - 1)
        : lower;
  }
}
