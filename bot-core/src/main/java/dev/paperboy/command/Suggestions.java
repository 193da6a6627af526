package dev.paperboy.command;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Command.Whose;
import dev.paperboy.paper.PaperId;
import dev.paperboy.query.Field;
import dev.paperboy.search.Hit;
import dev.paperboy.search.PaperIndex;
import dev.paperboy.subscription.Subscription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What may be meant by what is being typed. Asks only what is known here, so that an answer takes
 * milliseconds; it counts as no command.
 */
public final class Suggestions {
  private static final Pattern RANK = Pattern.compile("#\\d{0,3}");

  /** The word that is being typed, with what may stand before a word. */
  private static final Pattern LAST =
      Pattern.compile(
          "(?<before>.*?)(?<field>(?:title|abstract|author|org|topic):)?(?<word>[^\\s,(|\":-]*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final int WORDS = 3;

  private final Holdings holdings;
  private final LastLists lastLists;
  private final Standing standing;

  Suggestions(Holdings holdings, LastLists lastLists, Standing standing) {
    this.holdings = holdings;
    this.lastLists = lastLists;
    this.standing = standing;
  }

  /**
   * Papers whose id or title is being typed, best first; those of the person's last list where
   * nothing is.
   */
  public List<CatalogPaper> papers(String typed, Caller caller, int limit) {
    String words = typed.strip();
    if (words.isEmpty() || RANK.matcher(words).matches()) {
      return found(fromLastList(words, caller, limit));
    }
    Optional<PaperId> id = PaperId.parse(words);
    if (id.isPresent()) {
      return found(List.of(id.get()));
    }
    PaperIndex index = holdings.index();
    Set<PaperId> ids = new LinkedHashSet<>();
    int start = words.lastIndexOf(' ') + 1;
    for (String completed : index.complete(words.substring(start), WORDS)) {
      titled(index, words.substring(0, start) + completed, limit, ids);
    }
    titled(index, words, limit, ids);
    return found(ids).stream().limit(limit).toList();
  }

  /** Queries that what is being typed may become, what was typed itself among them. */
  public List<String> queries(String typed, Caller caller, int limit) {
    Set<String> found = new LinkedHashSet<>();
    if (typed.isBlank()) {
      standing.all(Whose.MINE, caller).stream()
          .map(Subscription::query)
          .filter(query -> !query.isEmpty())
          .forEach(found::add);
      found.addAll(holdings.index().complete("", limit));
      return found.stream().limit(limit).toList();
    }
    found.add(typed.strip());
    Matcher last = LAST.matcher(typed);
    String word = last.matches() ? last.group("word") : "";
    if (!word.isEmpty()) {
      String before = last.group("before");
      String field = last.group("field");
      if (field == null) {
        String lower = word.toLowerCase(Locale.ROOT);
        Arrays.stream(Field.values())
            .map(Field::word)
            .filter(name -> name.startsWith(lower) && lower.length() > 1)
            .forEach(name -> found.add(before + name + ":"));
      }
      for (String completion : holdings.index().complete(word, limit)) {
        found.add(before + (field == null ? "" : field) + phrase(completion));
      }
    }
    return found.stream().limit(limit).toList();
  }

  /** Those a person may see, by number. */
  public List<Subscription> subscriptions(Whose whose, Caller caller) {
    boolean seesNothing =
        whose == Whose.PLACE
            && (caller.manages() == Caller.Manages.NOTHING
                || caller.here().equals(caller.direct()));
    return seesNothing ? List.of() : standing.all(whose, caller);
  }

  private List<PaperId> fromLastList(String rank, Caller caller, int limit) {
    String digits = rank.isEmpty() ? "" : rank.substring(1);
    return IntStream.rangeClosed(1, 999)
        .filter(n -> Integer.toString(n).startsWith(digits))
        .limit(limit)
        .mapToObj(n -> lastLists.paper(caller.key(), n))
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .toList();
  }

  private static void titled(PaperIndex index, String words, int limit, Set<PaperId> into) {
    index.titled(words, limit).stream().map(Hit::id).forEach(into::add);
  }

  private List<CatalogPaper> found(Collection<PaperId> ids) {
    return new ArrayList<>(holdings.find(ids).values());
  }

  private static String phrase(String words) {
    return words.matches("[\\p{L}\\p{N}.]+") ? words : '"' + words.replace("\"", "") + '"';
  }
}
