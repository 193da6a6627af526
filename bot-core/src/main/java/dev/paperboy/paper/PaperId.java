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
  private static final Pattern VERSIONED =
      Pattern.compile("(?i:arxiv:)?\\s*(" + ARXIV.pattern() + ")(?:v\\d{1,3})?");
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)\\b(?:https?://)?(?:www\\.|export\\.|browse\\.)?(?:"
              + "arxiv\\.org/(?:abs|pdf|html|format|e-print|ps|src)/"
              + "|(?:huggingface\\.co|hf\\.co)/papers/"
              + "|alphaxiv\\.org/(?:[a-z]{2}/)?(?:abs|overview|pdf|html|resources)/"
              + "|doi\\.org/10\\.48550/arxiv\\."
              + ")(?-i:("
              + ARXIV.pattern()
              + "))(?:v\\d{1,3})?(?!\\d)");
  private static final Pattern BARE =
      Pattern.compile(
          "(?<![\\w./])(?:(?i:arxiv:)\\s?)?(" + MODERN + ")(?:v\\d{1,3})?(?![\\w]|\\.\\d)");

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
   * one arXiv, Hugging Face or alphaXiv address.
   */
  public static Optional<PaperId> parse(String text) {
    String trimmed = text.strip();
    Matcher id = VERSIONED.matcher(trimmed);
    if (id.matches()) {
      return Optional.of(new PaperId(id.group(1)));
    }
    Matcher link = LINK.matcher(trimmed);
    if (link.find() && link.start() <= 1 && !trimmed.chars().anyMatch(Character::isWhitespace)) {
      return Optional.of(new PaperId(link.group(1)));
    }
    return Optional.empty();
  }

  /** All papers that a message names, by address or by id, each once and in order. */
  public static List<PaperId> findAll(String text) {
    record Found(int at, String id) {}
    List<Found> found = new ArrayList<>();
    for (Pattern pattern : List.of(LINK, BARE)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found.add(new Found(matcher.start(), matcher.group(1)));
      }
    }
    found.sort((a, b) -> Integer.compare(a.at(), b.at()));
    LinkedHashSet<PaperId> ids = new LinkedHashSet<>();
    found.forEach(f -> ids.add(new PaperId(f.id())));
    return List.copyOf(ids);
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
