package dev.paperboy.summary;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits an abstract into its sentences: the breaks of {@link BreakIterator}, without those behind
 * "e.g.", initials and open brackets, and with those that it misses. Nothing of the text is lost
 * but white space.
 */
final class SentenceSplitter {
  private static final int LONGEST_BRACKET = 200;

  /** Short forms that never end a sentence. */
  private static final Set<String> BEFORE_MORE =
      Set.of(
          "e.g.", "i.e.", "cf.", "vs.", "v.s.", "w.r.t.", "i.i.d.", "a.k.a.", "viz.", "eq.", "eqs.",
          "sec.", "secs.", "sect.", "ref.", "refs.", "tab.", "dr.", "prof.", "mr.", "mrs.",
          "approx.", "resp.", "vol.", "thm.", "esp.", "incl.", "eg.", "ie.");

  /** Short forms that may end a sentence. */
  private static final Set<String> PERHAPS_LAST =
      Set.of(
          "etc.", "al.", "avg.", "fig.", "figs.", "st.", "alg.", "no.", "inc.", "ltd.", "co.",
          "jr.");

  private static final Set<String> OPENERS =
      Set.of(
          "We",
          "The",
          "This",
          "In",
          "Our",
          "It",
          "To",
          "However",
          "These",
          "They",
          "Here",
          "By",
          "For",
          "With",
          "As",
          "At",
          "On",
          "From",
          "While",
          "When",
          "If",
          "Through",
          "Using",
          "Based",
          "Code",
          "Codes",
          "Data",
          "Experiments",
          "Experimental",
          "Extensive",
          "Empirical",
          "Empirically",
          "Results",
          "Moreover",
          "Furthermore",
          "Additionally",
          "Also",
          "Besides",
          "Finally",
          "First",
          "Firstly",
          "Second",
          "Secondly",
          "Third",
          "Specifically",
          "Concretely",
          "Notably",
          "Importantly",
          "Surprisingly",
          "Interestingly",
          "Recently",
          "Recent",
          "Existing",
          "Current",
          "Previous",
          "Prior",
          "Despite",
          "Although",
          "Though",
          "But",
          "Yet",
          "Thus",
          "Therefore",
          "Hence",
          "Consequently",
          "Instead",
          "Rather",
          "Unlike",
          "Compared",
          "Given",
          "Since",
          "Because",
          "There",
          "Their",
          "Its",
          "That",
          "Such",
          "Both",
          "Each",
          "All",
          "Many",
          "Most",
          "Some",
          "One",
          "Two",
          "Three",
          "Project",
          "Models",
          "Together",
          "Overall",
          "Motivated",
          "Inspired",
          "Unfortunately",
          "Nevertheless",
          "Nonetheless",
          "Meanwhile",
          "Remarkably",
          "Crucially",
          "Extending",
          "Building");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern INITIAL = Pattern.compile("(?:^|[\\s(])(?:\\p{Lu}\\.)+$");
  private static final Pattern GLUED =
      Pattern.compile("(?<=[\\p{Ll}\\d)\\]%”\"][.!?])(?=(\\p{Lu}\\p{Ll}*)[ ,])");

  /** The same before other words, where a long word ends and prose goes on. */
  private static final Pattern GLUED_PROSE =
      Pattern.compile("(?<=\\p{Ll}{6}[.!?])(?=\\p{Lu}[\\p{L}\\d-]* \\p{Ll})");

  private static final Pattern MISSED =
      Pattern.compile(
          "(?<=\\p{Ll}{3}[)”\"]?[.!?])"
              + " (?=(?:\\d+[A-Z]|\\p{Ll}+\\p{Lu}|\\p{Ll}-\\p{Lu}|\\p{Ll}+\\d|[α-ω])\\S*"
              + " |\\(?(?:\\d|[ivx]{1,4}|[a-d])\\) \\p{Lu})");

  private final BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.US);

  /** The sentences in their order, none of them blank; empty where the text is. */
  List<String> split(String text) {
    String line = SPACE.matcher(text).replaceAll(" ").strip();
    List<String> sentences = new ArrayList<>();
    for (String sentence : merged(line)) {
      addBroken(sentence, sentences);
    }
    return sentences;
  }

  /** The ends of the pieces that the iterator makes. */
  private List<Integer> ends(String line) {
    BreakIterator iterator = (BreakIterator) breaks.clone();
    iterator.setText(line);
    List<Integer> ends = new ArrayList<>();
    for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
      ends.add(end);
    }
    return ends;
  }

  private List<String> merged(String line) {
    List<String> sentences = new ArrayList<>();
    int start = 0;
    int from = 0;
    for (int end : ends(line)) {
      String sentence = line.substring(start, end).strip();
      String piece = line.substring(from, end).strip();
      boolean inWord = line.charAt(end - 1) != ' ';
      boolean last = end == line.length();
      if (last || !(inWord || goesOn(sentence, piece, line.substring(end)))) {
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
        }
        start = end;
      }
      from = end;
    }
    return sentences;
  }

  /** Whether the sentence begun so far goes on with what follows. */
  private static boolean goesOn(String sentence, String piece, String next) {
    int first = next.codePointAt(0);
    if (Character.isLowerCase(first)
        || ",;:)]".indexOf(first) >= 0
        || isNumbering(piece)
        || hasNoWord(next)) {
      return true;
    }
    String end = lastWord(sentence).toLowerCase(Locale.ROOT);
    if (BEFORE_MORE.contains(end)) {
      return true;
    }
    boolean opener = OPENERS.contains(firstWord(next));
    if (!opener && (PERHAPS_LAST.contains(end) || INITIAL.matcher(sentence).find())) {
      return true;
    }
    return closesSoon(sentence, next);
  }

  /** Whether a bracket is open that closes soon. */
  private static boolean closesSoon(String sentence, String next) {
    for (String pair : new String[] {"()", "[]", "“”"}) {
      int depth = depth(sentence, pair);
      int limit = Math.min(next.length(), LONGEST_BRACKET);
      for (int at = 0; depth > 0 && at < limit; at++) {
        depth = stepped(depth, next.charAt(at), pair);
        if (depth == 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static int depth(String text, String pair) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth = stepped(depth, text.charAt(i), pair);
    }
    return depth;
  }

  private static int stepped(int depth, char c, String pair) {
    if (c == pair.charAt(0)) {
      return depth + 1;
    }
    return c == pair.charAt(1) ? Math.max(0, depth - 1) : depth;
  }

  /** Breaks that the iterator misses, where they are safe. */
  private static void addBroken(String sentence, List<String> sentences) {
    if (!holdsAnEnd(sentence, false)) {
      addMissed(sentence, sentences);
      return;
    }
    SortedSet<Integer> ends = new TreeSet<>();
    Matcher glued = GLUED.matcher(sentence);
    while (glued.find()) {
      if (OPENERS.contains(glued.group(1))) {
        ends.add(glued.start());
      }
    }
    Matcher prose = GLUED_PROSE.matcher(sentence);
    while (prose.find()) {
      ends.add(prose.start());
    }
    int start = 0;
    for (int end : ends) {
      String before = sentence.substring(start, end);
      if (depth(before, "()") == 0) {
        addMissed(before.strip(), sentences);
        start = end;
      }
    }
    addMissed(sentence.substring(start).strip(), sentences);
  }

  /** Whether an end mark is followed by a space, or by a capital: most sentences hold neither. */
  private static boolean holdsAnEnd(String sentence, boolean beforeSpace) {
    for (int i = 0; i + 1 < sentence.length(); i++) {
      char c = sentence.charAt(i);
      if (c == '.' || c == '!' || c == '?') {
        char next = sentence.charAt(i + 1);
        if (beforeSpace ? next == ' ' : Character.isUpperCase(next)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void addMissed(String sentence, List<String> sentences) {
    if (!holdsAnEnd(sentence, true)) {
      sentences.add(sentence);
      return;
    }
    int start = 0;
    Matcher missed = MISSED.matcher(sentence);
    while (missed.find()) {
      String before = sentence.substring(start, missed.start());
      String end = lastWord(before).toLowerCase(Locale.ROOT);
      boolean safe =
          !BEFORE_MORE.contains(end) && !PERHAPS_LAST.contains(end) && depth(before, "()") == 0;
      if (safe) {
        sentences.add(before.strip());
        start = missed.end();
      }
    }
    sentences.add(sentence.substring(start).strip());
  }

  /** "1." or "(b)" alone, which numbers what follows. */
  private static boolean isNumbering(String piece) {
    return piece.length() <= 4 && piece.chars().filter(Character::isLetterOrDigit).count() <= 2;
  }

  private static boolean hasNoWord(String next) {
    return next.chars().noneMatch(Character::isLetterOrDigit);
  }

  private static String lastWord(String text) {
    int from = text.lastIndexOf(' ') + 1;
    while (from < text.length() && "([“\"'".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    return text.substring(from);
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }
}
