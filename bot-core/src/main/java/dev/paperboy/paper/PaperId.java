package dev.paperboy.paper;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of a paper: its arXiv id without version ({@code 2608.10915}, {@code astro-ph/0601001}),
 * or, for imported papers that are not on arXiv, 1 to 40 characters of {@code A-Za-z0-9._-}.
 */
public record PaperId(String value) implements Comparable<PaperId> {
  private static final String MODERN = "\\d{4}\\.\\d{4,5}";
  private static final String OLD = "[a-z-]{2,20}(?:\\.[A-Za-z]{2})?/\\d{7}";
  private static final Pattern ARXIV = Pattern.compile("(?:" + MODERN + "|" + OLD + ")");
  private static final Pattern ANY = Pattern.compile(ARXIV.pattern() + "|[A-Za-z0-9._-]{1,40}");
  private static final String VERSION = "(?:v\\d{1,3})?";

  /**
   * The archives that gave ids of the old style, so that "either/1234567" is none in a sentence.
   */
  private static final String ARCHIVE =
      "(?:acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg"
          + "|comp-gas|cond-mat|cs|dg-ga|econ|eess|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th"
          + "|math|math-ph|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio"
          + "|q-fin|quant-ph|solv-int|stat|supr-con)(?:\\.[A-Z]{2})?";

  private static final Pattern VERSIONED =
      Pattern.compile(
          "(?i:arxiv:)?\\s*("
              + ARXIV.pattern()
              + ")"
              + VERSION
              + "(?:(?i:\\.pdf)|\\s*\\[[\\w.-]{2,20}\\])?");
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)\\b(?:https?://)?(?:www\\.|export\\.|browse\\.)?(?:"
              + "(?:ar5iv\\.labs\\.)?arxiv\\.org/(?:abs|pdf|html|format|e-print|ps|src)/"
              + "|ar5iv\\.org/(?:abs|html)/"
              + "|(?:huggingface\\.co|hf\\.co)/papers/"
              + "|alphaxiv\\.org/(?:[a-z]{2}/)?(?:abs|overview|pdf|html|resources)/"
              + "|doi\\.org/10\\.48550/arxiv\\."
              + ")(?-i:("
              + ARXIV.pattern()
              + "))"
              + VERSION
              + "(?!\\d)");

  /** What may stand behind the id when an address is all of a text. */
  private static final Pattern REST =
      Pattern.compile("(?i:\\.pdf)?/?(?:[?#][^\\s<>|]*)?[.,;:!?)\\]]?(?:\\|[^<>|]*)?>?");

  private static final Pattern NAMED =
      Pattern.compile("(?i:arxiv:)\\s?(" + ARXIV.pattern() + ")" + VERSION + "(?!\\w|\\.\\d)");
  private static final Pattern BARE =
      Pattern.compile("(?<![\\w./$€£¥])(" + MODERN + ")" + VERSION + "(?!\\w|\\.\\d|,\\d| ?%)");
  private static final Pattern BARE_OLD =
      Pattern.compile("(?<![\\w./-])(" + ARCHIVE + "/\\d{7})" + VERSION + "(?!\\w)");
  private static final int FIRST_MONTH = 704;
  private static final int FIRST_MONTH_OF_FIVE_DIGITS = 1501;

  public PaperId {
    if (!ANY.matcher(value).matches()) {
      throw new IllegalArgumentException("not a paper id: " + value);
    }
  }

  /** Whether the id has arXiv's form, old or new; whether arXiv holds such a paper is not known. */
  public boolean isArxiv() {
    return ARXIV.matcher(value).matches();
  }

  /**
   * Reads a text that is nothing but one arXiv id, with or without version and {@code arXiv:}, or
   * one arXiv, Hugging Face or alphaXiv address, in angle brackets perhaps.
   */
  public static Optional<PaperId> parse(String text) {
    String trimmed = text.strip();
    String open = trimmed.startsWith("<") ? trimmed.substring(1) : trimmed;
    String bare = open.endsWith(">") ? open.substring(0, open.length() - 1) : open;
    Matcher id = VERSIONED.matcher(bare);
    if (id.matches()) {
      return Optional.of(new PaperId(id.group(1)));
    }
    Matcher link = LINK.matcher(open);
    boolean alone =
        link.lookingAt() && REST.matcher(open).region(link.end(), open.length()).matches();
    return alone ? Optional.of(new PaperId(link.group(1))) : Optional.empty();
  }

  /**
   * All papers that a message names, by address or by id, each once and in order. A bare number
   * counts only where arXiv could have given it: {@code 2608.10915} does, {@code 2026.0812} and
   * {@code 3141.59265} do not.
   */
  public static List<PaperId> findAll(String text) {
    record Found(int at, String id) {}
    List<Found> found = new ArrayList<>();
    for (Pattern pattern : List.of(LINK, NAMED, BARE, BARE_OLD)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        if (pattern != BARE || isGiven(matcher.group(1))) {
          found.add(new Found(matcher.start(), matcher.group(1)));
        }
      }
    }
    found.sort((a, b) -> Integer.compare(a.at(), b.at()));
    LinkedHashSet<PaperId> ids = new LinkedHashSet<>();
    found.forEach(f -> ids.add(new PaperId(f.id())));
    return List.copyOf(ids);
  }

  /** Year and month from 0704 on, then four digits, from 1501 on five. */
  private static boolean isGiven(String id) {
    int yearAndMonth = Integer.parseInt(id.substring(0, 4));
    int month = yearAndMonth % 100;
    boolean five = yearAndMonth >= FIRST_MONTH_OF_FIVE_DIGITS;
    return month >= 1
        && month <= 12
        && yearAndMonth >= FIRST_MONTH
        && id.length() == (five ? 10 : 9);
  }

  @Override
  public int compareTo(PaperId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
