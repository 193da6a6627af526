package dev.paperboy.summary;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Turns of phrase that tell what a sentence of an abstract is for. All take lower case. Plain
 * letters are looked for before a pattern is: that decides most sentences at a tenth of the cost.
 */
final class Cues {
  private static final Pattern PROPOSES =
      we("propose|introduce|present|develop|describe|design|devise|formulate");
  private static final Pattern THIS_WORK =
      Pattern.compile(
          "in this (?:paper|work|study|article|letter)|this (?:paper|work|study)|^here,");
  private static final Pattern SHOWS =
      we("show|demonstrate|find|prove|observe|establish|argue|report");
  private static final Pattern WE = Pattern.compile("\\bwe\\b");
  private static final List<String> WINS =
      List.of("outperform", "surpass", "superior", "better than");
  private static final List<String> BEST = List.of("state-of-the-art", "sota");
  private static final Pattern REACHES_BEST =
      Pattern.compile(
          "(?:achiev|establish|set|reach|attain|deliver|exceed|yield|advanc|beat|compar|rival)\\w*"
              + " [^.;]{0,60}(?:state-of-the-art|sota\\b)");
  private static final List<String> TRIALS =
      List.of("results", "experiments", "evaluation", "studies", "analys");
  private static final Pattern TRIALS_SHOW =
      Pattern.compile(
          "(?:results|experiments|evaluations?|studies|analys[ei]s)"
              + " (?:\\w+ ){0,4}(?:show|demonstrate|reveal|indicate|suggest|confirm|validate)");
  private static final Pattern AMOUNT = Pattern.compile("\\d ?%|\\d(?:\\.\\d+)?(?:×|x\\b)");
  private static final Pattern MEASURED =
      Pattern.compile("\\d ?%|\\d(?:\\.\\d+)?(?:×|x\\b)|\\d (?:points|percent)");
  private static final List<String> COMPARED =
      List.of("outperform", "surpass", "state-of-the-art", "superior", "better than", "compared");
  private static final List<String> PLACES =
      List.of("http://", "https://", "github.", "open-sourc", "we release", "we will release");
  private static final List<String> RELEASED = List.of("available", "released", "open-source");
  private static final Pattern RELEASE =
      Pattern.compile(
          "(?:code|data|models?|weights|project page|demo)\\b[^.]{0,60}"
              + "\\b(?:available|released|open-source)");

  private Cues() {}

  /** "We propose …", in any form of the verb and with one word in between. */
  static boolean proposes(String lower) {
    return lower.contains("we ") && PROPOSES.matcher(lower).find();
  }

  static boolean namesThisWork(String lower) {
    return (lower.contains("this ") || lower.startsWith("here,"))
        && THIS_WORK.matcher(lower).find();
  }

  static boolean saysWe(String lower) {
    return lower.contains("we") && WE.matcher(lower).find();
  }

  /** Whether the sentence says what the paper brings. */
  static boolean isProposal(String lower) {
    return proposes(lower) || (namesThisWork(lower) && saysWe(lower));
  }

  static boolean shows(String lower) {
    return lower.contains("we ") && SHOWS.matcher(lower).find();
  }

  /** Whether the sentence gives a result, and is no notice of where the code is. */
  static boolean isResult(String lower) {
    boolean result =
        holdsAny(lower, WINS)
            || (holdsAny(lower, BEST) && REACHES_BEST.matcher(lower).find())
            || (holdsAny(lower, TRIALS) && TRIALS_SHOW.matcher(lower).find())
            || (hasDigit(lower) && AMOUNT.matcher(lower).find());
    return result && !isRelease(lower);
  }

  static boolean isMeasured(String lower) {
    return hasDigit(lower) && MEASURED.matcher(lower).find();
  }

  static boolean isCompared(String lower) {
    return holdsAny(lower, COMPARED);
  }

  static boolean isRelease(String lower) {
    return holdsAny(lower, PLACES) || (holdsAny(lower, RELEASED) && RELEASE.matcher(lower).find());
  }

  /** As a pattern of these alternatives would find it, and several times as fast. */
  static boolean holdsAny(String lower, List<String> parts) {
    for (String part : parts) {
      if (lower.contains(part)) {
        return true;
      }
    }
    return false;
  }

  static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        return true;
      }
    }
    return false;
  }

  static Pattern we(String verbs) {
    return Pattern.compile("\\bwe (?:\\S+ )?(?:" + verbs + ")");
  }
}
