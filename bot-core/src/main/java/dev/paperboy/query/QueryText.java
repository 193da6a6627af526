package dev.paperboy.query;

import dev.paperboy.query.Query.And;
import dev.paperboy.query.Query.Everything;
import dev.paperboy.query.Query.Fielded;
import dev.paperboy.query.Query.Not;
import dev.paperboy.query.Query.Or;
import dev.paperboy.query.Query.Phrase;
import dev.paperboy.query.Query.Word;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A query written down: for the store, for people, for what marks words in a text. */
public final class QueryText {
  private QueryText() {}

  /**
   * The one text of a query, which {@link QueryParser} reads as an equal tree and never cuts. OR
   * for any-of, a dash for exclusion, as few brackets as keep the meaning; a single word in
   * brackets, {@code (word)}, is one that a search requires. The values of one field stand behind
   * it together: {@code author:(hinton OR lecun)}. Empty for {@link Query#EVERYTHING}.
   */
  public static String canonical(Query query) {
    Query normal = Trees.normal(query);
    return switch (normal) {
      case And and -> top(and.parts());
      case Word word -> inTop(word);
      case Everything e -> "";
      case Phrase phrase -> write(phrase, false);
      case Fielded fielded -> write(fielded, false);
      case Not not -> write(not, false);
      case Or or -> write(or, false);
    };
  }

  /**
   * The query in plain English: "papers that mention “diffusion” and not “video”, by an author
   * named Hinton, with at least 50 upvotes".
   *
   * @param ranked whether free words rank, as in a search, instead of being required
   */
  public static String english(Query query, boolean ranked) {
    return PlainEnglish.papers(Trees.normal(query), ranked);
  }

  /**
   * The words and phrases that a text may be searched for, each once, in order: those of title,
   * abstract and topic, and those without a field; none that are excluded, no names. A word typed
   * with a star keeps it.
   */
  public static List<String> words(Query query) {
    Set<String> words = new LinkedHashSet<>();
    addWords(Trees.normal(query), words);
    return List.copyOf(words);
  }

  private static void addWords(Query query, Set<String> words) {
    switch (query) {
      case Everything e -> {}
      case Not not -> {}
      case Word word -> words.add(word.text() + (word.prefix() ? "*" : ""));
      case Phrase phrase -> words.add(phrase.text());
      case And and -> and.parts().forEach(part -> addWords(part, words));
      case Or or -> or.parts().forEach(part -> addWords(part, words));
      case Fielded fielded -> {
        if (fielded.value() instanceof Query.Value.Text text && holdsText(fielded.field())) {
          words.add(text.text() + (text.prefix() ? "*" : ""));
        }
      }
    }
  }

  private static boolean holdsText(Field field) {
    return switch (field) {
      case TITLE, ABSTRACT, TOPIC -> true;
      case AUTHOR, ORG, ID, UPVOTES, COMMENTS, STARS, DATE, HAS -> false;
    };
  }

  private static String top(List<Query> parts) {
    StringBuilder text = new StringBuilder();
    boolean joined = false;
    for (int i = 0; i < parts.size(); i++) {
      Query part = parts.get(i);
      boolean last = i + 1 == parts.size();
      boolean joinsNext = !last && Trees.isJoinedByAnd(part, parts.get(i + 1));
      text.append(joined || joinsNext ? write(part, true) : inTop(part));
      text.append(last ? "" : joinsNext ? " AND " : " ");
      joined = joinsNext;
    }
    return text.toString();
  }

  /** A part of the top with only spaces around it, where a required word needs a bracket. */
  private static String inTop(Query part) {
    return Trees.isRequiredWord(part) ? "(" + write(part, true) + ")" : write(part, true);
  }

  /**
   * @param within whether the text becomes part of an And, where an any-of needs brackets
   */
  private static String write(Query query, boolean within) {
    return switch (query) {
      case Everything e -> "";
      case Word word -> Written.word(word);
      case Phrase phrase -> Written.phrase(phrase.text());
      case Fielded fielded ->
          fielded.field().word() + ":" + Written.value(fielded.field(), fielded.value());
      case Not not ->
          not.part() instanceof And
              ? "-(" + write(not.part(), false) + ")"
              : "-" + write(not.part(), true);
      case And and -> join(and.parts(), " ", true);
      case Or or -> {
        Optional<Field> shared = Trees.sharedField(or);
        if (shared.isPresent()) {
          yield shared.get().word() + ":(" + values(or) + ")";
        }
        String any = join(or.parts(), " OR ", false);
        yield within ? "(" + any + ")" : any;
      }
    };
  }

  private static String join(List<Query> parts, String joint, boolean within) {
    return parts.stream().map(part -> write(part, within)).collect(Collectors.joining(joint));
  }

  private static String values(Or or) {
    return or.parts().stream()
        .filter(Fielded.class::isInstance)
        .map(Fielded.class::cast)
        .map(fielded -> Written.value(fielded.field(), fielded.value()))
        .collect(Collectors.joining(" OR "));
  }
}
