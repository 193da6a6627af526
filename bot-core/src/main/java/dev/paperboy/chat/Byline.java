package dev.paperboy.chat;

import dev.paperboy.paper.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The authors of a paper in a few words: "Q. Ding, X. Wang, R. Feng et al. (22)". */
public final class Byline {
  private static final int NAMED = 3;

  private static final Set<String> TEAMS =
      Set.of(
          "team",
          "teams",
          "group",
          "lab",
          "labs",
          "ai",
          "research",
          "collaboration",
          "consortium",
          "community",
          "project",
          "initiative",
          "authors",
          "contributors",
          "foundation",
          "institute",
          "university",
          "laboratory",
          "inc",
          "inc.",
          "ltd",
          "ltd.",
          "corp",
          "corp.",
          "gmbh");

  private static final Set<String> SUFFIXES = Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv");

  private Byline() {}

  /** Empty where nobody is named. */
  public static String of(List<String> authors) {
    String names = String.join(", ", abbreviated(authors));
    return authors.size() > NAMED ? names + " et al. (" + authors.size() + ")" : names;
  }

  /** The same without signs and Latin, to be read aloud. */
  public static String inWords(List<String> authors) {
    List<String> names = abbreviated(authors);
    if (authors.size() > NAMED) {
      int others = authors.size() - NAMED;
      return String.join(", ", names) + " and " + others + (others == 1 ? " other" : " others");
    }
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private static List<String> abbreviated(List<String> authors) {
    return authors.stream().limit(NAMED).map(Byline::abbreviate).toList();
  }

  /** "Jean-Pierre van der Meer Jr." becomes "J.-P. van der Meer Jr."; a team keeps its name. */
  static String abbreviate(String author) {
    List<String> words = words(author);
    int end = words.size();
    if (end > 2 && SUFFIXES.contains(words.get(end - 1).toLowerCase(Locale.ROOT))) {
      end--;
    }
    if (end < 2 || isWhole(words, end)) {
      return String.join(" ", words);
    }
    int surname = end - 1;
    while (surname > 1 && Character.isLowerCase(words.get(surname - 1).codePointAt(0))) {
      surname--;
    }
    return initials(words.get(0)) + " " + String.join(" ", words.subList(surname, words.size()));
  }

  private static boolean isWhole(List<String> words, int end) {
    return TEAMS.contains(words.get(end - 1).toLowerCase(Locale.ROOT))
        || words.get(0).equals("The")
        || words.get(0).endsWith(",")
        || !isCased(words.get(0).codePointAt(0));
  }

  private static boolean isCased(int point) {
    return Character.isUpperCase(point) || Character.isLowerCase(point);
  }

  private static String initials(String given) {
    StringBuilder initials = new StringBuilder();
    for (String part : given.split("-", -1)) {
      if (!part.isEmpty()) {
        initials
            .append(initials.isEmpty() ? "" : "-")
            .appendCodePoint(part.codePointAt(0))
            .append('.');
      }
    }
    return initials.toString();
  }

  private static List<String> words(String author) {
    List<String> words = new ArrayList<>();
    for (String word : Readable.clean(Readable.name(author)).split(" ", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
