package dev.paperboy.summary;

import java.util.regex.Pattern;

/** Turns of phrase that tell what a sentence of an abstract is for. All take lower case. */
final class Cues {
  private static final Pattern PROPOSES =
      we("propose|introduce|present|develop|describe|design|devise|formulate");
  private static final Pattern THIS_WORK =
      Pattern.compile(
          "in this (?:paper|work|study|article|letter)|this (?:paper|work|study)|^here,");
  private static final Pattern SHOWS =
      we("show|demonstrate|find|prove|observe|establish|argue|report");
  private static final Pattern WE = Pattern.compile("\\bwe\\b");
  private static final Pattern RESULT =
      Pattern.compile(
          "outperform|surpass|superior|better than"
              + "|(?:achiev|establish|set|reach|attain|deliver|exceed|yield|advanc|beat|compar|rival)\\w*"
              + " [^.;]{0,60}(?:state-of-the-art|sota\\b)|(?:results|experiments|evaluations?|studies|analys[ei]s)"
              + " (?:\\w+ ){0,4}(?:show|demonstrate|reveal|indicate|suggest|confirm|validate)|\\d"
              + " ?%|\\d(?:\\.\\d+)?(?:×|x\\b)");
  private static final Pattern MEASURED =
      Pattern.compile("\\d ?%|\\d(?:\\.\\d+)?(?:×|x\\b)|\\d (?:points|percent)");
  private static final Pattern COMPARED =
      Pattern.compile("outperform|surpass|state-of-the-art|superior|better than|compared");
  private static final Pattern RELEASE =
      Pattern.compile(
          "https?://|github\\.|(?:code|data|models?|weights|project page|demo)\\b[^.]{0,60}"
              + "\\b(?:available|released|open-source)|we (?:will )?release|open-sourc");

  private Cues() {}

  /** "We propose …", in any form of the verb and with one word in between. */
  static boolean proposes(String lower) {
    return PROPOSES.matcher(lower).find();
  }

  static boolean namesThisWork(String lower) {
    return THIS_WORK.matcher(lower).find();
  }

  static boolean saysWe(String lower) {
    return WE.matcher(lower).find();
  }

  /** Whether the sentence says what the paper brings. */
  static boolean isProposal(String lower) {
    return proposes(lower) || (namesThisWork(lower) && saysWe(lower));
  }

  static boolean shows(String lower) {
    return SHOWS.matcher(lower).find();
  }

  /** Whether the sentence gives a result, and is no notice of where the code is. */
  static boolean isResult(String lower) {
    return RESULT.matcher(lower).find() && !RELEASE.matcher(lower).find();
  }

  static boolean isMeasured(String lower) {
    return MEASURED.matcher(lower).find();
  }

  static boolean isCompared(String lower) {
    return COMPARED.matcher(lower).find();
  }

  static boolean isRelease(String lower) {
    return RELEASE.matcher(lower).find();
  }

  static Pattern we(String verbs) {
    return Pattern.compile("\\bwe (?:\\S+ )?(?:" + verbs + ")");
  }
}
