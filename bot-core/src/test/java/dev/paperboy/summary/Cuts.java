package dev.paperboy.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shorter forms of a sentence that read as sentences still: without a clause at its head or its
 * end, without asides. Words are left out, never changed, but for the first letter.
 */
final class Cuts {
  /** The ways to cut, in the order of their bits. */
  static final List<String> KINDS =
      List.of(
          "head",
          "which",
          "result",
          "and-but",
          "preposition",
          "colon",
          "means",
          "relative",
          "purpose",
          "and-verb",
          "bracket",
          "aside",
          "says-that");

  private static final int HEAD_CUT = 1;
  private static final int TAIL_KINDS = 9;
  private static final int BRACKET_CUT = 1 << 10;
  private static final int ASIDE_CUT = 1 << 11;
  private static final int SAYS_CUT = 1 << 12;

  /** Of the ends, those that may belong to the word before them. */
  private static final Set<Integer> BOUND_KINDS = Set.of(6, 8);

  private static final int FEWEST_WORDS = 7;
  private static final int MOST = 120;

  /**
   * A form of a sentence.
   *
   * @param kinds how it was made, a bit for each way; 0 for the whole sentence, trimmed
   */
  record Cut(String text, int kinds) {}

  private static final Pattern HEAD =
      Pattern.compile(
          "^(?:in|by|with|for|using|through|via|based|building|motivated|inspired|unlike|given"
              + "|while|although|though|since|as|because|when|under|despite|to|instead|rather|from"
              + "|on|at|due|compared|following|after|leveraging|contrary|besides|among|beyond"
              + "|towards?|within|inside|if|even|first|second|finally|recently|here|more|most"
              + "|drawing|considering|extending|combining|taking|without)\\b[^,]{2,140},"
              + " (?=(?:we|our|this|it)\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SAYS_THAT =
      Pattern.compile(
          "^(?:we|our (?:[\\w-]+ ){0,2}(?:results?|experiments?|analys[ei]s|findings?|work|study"
              + "|evaluations?|paper)|(?:(?:extensive|empirical|experimental|theoretical|numerical"
              + "|the|these|quantitative|preliminary) ){0,3}(?:results?|experiments?|evaluations?"
              + "|analys[ei]s|studies)(?: (?:on|in|from|with|of) [^,]{1,80}?)?|this (?:paper|work))"
              + "(?: (?:also|further|then|first|can|will|have|finally|thus|therefore|\\w+ly)){0,2}"
              + " (?:shows?|demonstrate[sd]?|find|found|prove|observe|argue|report|suggests?"
              + "|indicates?|reveals?|establish|hypothesi[sz]e|believe|verify|confirms?|conclude"
              + "|note|claim|illustrate|conjecture|postulate|posit)(?: \\w+ly)? that ",
          Pattern.CASE_INSENSITIVE);

  /** Where an end may be left out; the group that matches is the way, counted from 1. */
  private static final Pattern TAIL =
      Pattern.compile(
          "(, (?:which|where|who|whose|that)\\b)"
              + "|(, (?:thus|thereby|hence|therefore|so|\\w{3,}ing)\\b)"
              + "|(, (?:and|but|or|yet|while|whereas|as well as|although|though|since|because"
              + "|even|rather|instead)\\b)"
              + "|(, (?:with|by|without|such as|including|called|named|dubbed|in|for|on|to|from"
              + "|e\\.g\\.|i\\.e\\.|namely|both|based|as|when|if|especially|particularly|through"
              + "|via|under|across|given|at)\\b)"
              + "|(; |: | -- | [-–—] )"
              + "|( (?:by|using|via|through|based on|leveraging|in order to|so that|such that"
              + "|so as to)\\b)"
              + "|( (?:which|that|where|whose|while|whereas|when|because|if|since|as well as"
              + "|without|despite|although|rather than|instead of|unlike|compared (?:to|with)"
              + "|even)\\b)"
              + "|( (?:and )?to (?=[a-z]+))"
              + "|( and (?=(?:show|demonstrate|achieve|propose|introduce|evaluate|can|is|are"
              + "|outperform|provide|then|apply|use|study|prove|find|we|present|develop|discuss"
              + "|report|improve|analy[sz]e|compare|validate|has|have|does|do|thus|hence"
              + "|therefore|its|their|it|that|how|illustrate|obtain|establish|describe"
              + "|investigate|explore|derive|test|verify)s?\\b))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ASIDE =
      Pattern.compile(
          ", (?:which|where|who|such as|e\\.g\\.|i\\.e\\.|including|called|named|termed|dubbed"
              + "|namely|referred to as|for example|for instance|in particular|however"
              + "|therefore|thus|in turn|respectively)\\b[^,()]{0,90},",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BRACKET = Pattern.compile(" ?\\([^()]{0,200}\\)");
  private static final Pattern SPACES = Pattern.compile(" {2,}");
  private static final Pattern END = Pattern.compile("[\\s,;:–—-]+$");

  /** Words that lead on: no sentence ends with them. */
  private static final Set<String> LEADING_ON =
      Set.of(
          ("a an the of to in on for with by from as at and or but nor is are was were be been"
               + " being this that these those its our their his how what which why whether not no"
               + " both between such than more less able aim aims need needs used seek seeks try"
               + " attempt attempts due according respect focus focuses based depend depends rely"
               + " relies consist consists deal deals result results account accounts lead leads"
               + " refer refers belong correspond corresponds compared related similar allow allows"
               + " enable enables make makes it we they can may will would could should must has"
               + " have had do does show shows demonstrate demonstrates find prove observe argue"
               + " suggest suggests indicate reveal propose introduce present develop investigate"
               + " study consider explore address examine analyze describe use via provide provides"
               + " achieve achieves e.g. i.e. very only also well so each every any all most some"
               + " many several new novel different various same other prior respectively when"
               + " where while if because since although through into over under across within"
               + " without against ability known shown proven found way ways order terms addition"
               + " contrast case presence absence set number kind type form state ones one instead"
               + " rather up out part variety range insight insights means prone robust invariant"
               + " equivalent difficult hard easy important crucial necessary sufficient likely"
               + " learn learns train generate predict improve improves capture captures perform"
               + " performs apply solve obtain estimate identify understand model give gives take"
               + " takes get become becomes remain remains seem seems appear appears require"
               + " requires include includes contain contains combine combines")
              .split(" ", -1));

  /** "Designed to", "trained by": what stands behind these belongs to them. */
  private static final Pattern BOUND = Pattern.compile("(?:ed|ing|able|ible|ive)$");

  private final Map<String, Integer> made = new LinkedHashMap<>();

  private Cuts() {}

  /** The sentence trimmed, and then each shorter form once. */
  static List<Cut> of(String sentence) {
    Cuts cuts = new Cuts();
    String whole = TrimRules.trim(sentence);
    cuts.made.put(whole, 0);
    cuts.addWithoutAside(whole, 0);
    String bare = SPACES.matcher(BRACKET.matcher(whole).replaceAll("")).replaceAll(" ");
    if (!bare.equals(whole)) {
      cuts.addWithoutAside(bare, BRACKET_CUT);
    }
    List<Cut> all = new ArrayList<>();
    cuts.made.forEach((text, kinds) -> all.add(new Cut(text, kinds)));
    return all.size() > MOST ? all.subList(0, MOST) : all;
  }

  private void addWithoutAside(String text, int kinds) {
    addHeads(text, kinds);
    String bare = ASIDE.matcher(text).replaceAll("");
    if (!bare.equals(text)) {
      addHeads(bare, kinds | ASIDE_CUT);
    }
  }

  private void addHeads(String text, int kinds) {
    addTails(text, kinds);
    String rest = text;
    int how = kinds;
    Matcher head = HEAD.matcher(text);
    if (head.find()) {
      rest = TrimRules.capitalised(text.substring(head.end()));
      how |= HEAD_CUT;
      addTails(rest, how);
    }
    Matcher says = SAYS_THAT.matcher(rest);
    if (says.find()) {
      addTails(TrimRules.capitalised(rest.substring(says.end())), how | SAYS_CUT);
    }
  }

  private void addTails(String text, int kinds) {
    if (words(text) < FEWEST_WORDS) {
      return;
    }
    made.putIfAbsent(text, kinds);
    Matcher tail = TAIL.matcher(text);
    int from = 0;
    while (made.size() < MOST && tail.find(from)) {
      from = tail.start() + 1;
      String kept = text.substring(0, tail.start());
      if (words(kept) < FEWEST_WORDS || hasOpenPair(kept) || LEADING_ON.contains(lastWord(kept))) {
        continue;
      }
      int kind = kind(tail);
      if (!(BOUND_KINDS.contains(kind) && BOUND.matcher(kept).find())) {
        made.putIfAbsent(END.matcher(kept).replaceFirst("") + ".", kinds | 1 << kind);
      }
    }
  }

  private static int kind(Matcher tail) {
    for (int kind = 1; kind <= TAIL_KINDS; kind++) {
      if (tail.group(kind) != null) {
        return kind;
      }
    }
    throw new IllegalStateException("summary: an end of no kind");
  }

  private static boolean hasOpenPair(String text) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("([“{".indexOf(c) >= 0) {
        depth++;
      } else if (")]”}".indexOf(c) >= 0) {
        depth--;
      } else if (c == '"') {
        quoted = !quoted;
      }
    }
    return depth != 0 || quoted;
  }

  private static String lastWord(String text) {
    int from = text.length();
    while (from > 0 && " (-".indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    return text.substring(from).toLowerCase(Locale.ROOT);
  }

  private static int words(String text) {
    return text.split(" ", -1).length;
  }
}
