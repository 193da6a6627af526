package dev.paperboy.command;

import dev.paperboy.chat.Command.Asked;
import dev.paperboy.query.Prose;
import dev.paperboy.query.Query;
import dev.paperboy.query.Query.And;
import dev.paperboy.query.Query.Everything;
import dev.paperboy.query.Query.Fielded;
import dev.paperboy.query.Query.Not;
import dev.paperboy.query.Query.Or;
import dev.paperboy.query.Query.Phrase;
import dev.paperboy.query.Query.Word;
import dev.paperboy.query.QueryParser;
import dev.paperboy.query.QueryResult;
import dev.paperboy.query.QueryText;
import java.util.Optional;

/**
 * A sentence with commas in it is an any-of to the query language, and mostly no paper holds all
 * words of a side. Where that is so, its words can still rank.
 */
final class Looser {
  private Looser() {}

  /** The same words, all free; empty where they are already, or where exactness was asked for. */
  static Optional<Query> of(Asked asked) {
    String bare = Prose.bare(asked.text());
    if (Prose.is(asked.text()) && !bare.equals(asked.text())) {
      // Whoever quotes in a whole sentence may quote what no paper says in these words.
      return QueryParser.parse(bare) instanceof QueryResult.Parsed parsed
          ? Optional.of(parsed.query())
          : Optional.empty();
    }
    Query query = asked.query();
    if (!hasAnyOf(query) || !isOfWords(query)) {
      return Optional.empty();
    }
    String words = String.join(" ", QueryText.words(query));
    return QueryParser.parse(words) instanceof QueryResult.Parsed parsed
            && isOfWords(parsed.query())
        ? Optional.of(parsed.query())
        : Optional.empty();
  }

  private static boolean hasAnyOf(Query query) {
    return query instanceof Or
        || (query instanceof And and && and.parts().stream().anyMatch(Looser::hasAnyOf));
  }

  private static boolean isOfWords(Query query) {
    return switch (query) {
      case Word word -> true;
      case And and -> and.parts().stream().allMatch(Looser::isOfWords);
      case Or or -> or.parts().stream().allMatch(Looser::isOfWords);
      case Phrase phrase -> false;
      case Not not -> false;
      case Fielded fielded -> false;
      case Everything everything -> false;
    };
  }
}
