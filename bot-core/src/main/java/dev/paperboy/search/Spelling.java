package dev.paperboy.search;

import dev.paperboy.query.Field;
import dev.paperboy.query.Query;
import dev.paperboy.query.Query.And;
import dev.paperboy.query.Query.Everything;
import dev.paperboy.query.Query.Fielded;
import dev.paperboy.query.Query.Not;
import dev.paperboy.query.Query.Or;
import dev.paperboy.query.Query.Phrase;
import dev.paperboy.query.Query.Value;
import dev.paperboy.query.Query.Word;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/**
 * Finds the word that was meant where no paper, or hardly any, holds the one that was typed. Words
 * with figures and words of fewer than four letters are left alone.
 */
final class Spelling {
  /** A word in more papers than this is right. */
  private static final int RARE = 2;

  /** A rare word gives way only to one that is so many times as frequent. */
  private static final int TIMES = 20;

  /** Shorter words have too many neighbours at two edits. */
  private static final int TWO_EDITS_FROM = 6;

  private static final List<String> TEXTS =
      List.of(Fields.ABSTRACT_EXACT, Fields.TITLE_EXACT, Fields.TOPICS_EXACT);
  private static final List<String> NAMES = List.of(Fields.AUTHORS);

  private final IndexReader reader;
  private final TextAnalysis analysis;
  private final DirectSpellChecker checker = new DirectSpellChecker();

  Spelling(IndexReader reader, TextAnalysis analysis) {
    this.reader = reader;
    this.analysis = analysis;
    checker.setMaxEdits(2);
    checker.setMinPrefix(1);
    checker.setMinQueryLength(4);
    checker.setMaxInspections(20);
  }

  /** The whole text with the words that were meant in their places; empty where all are right. */
  Optional<String> didYouMean(String text, Query query) throws IOException {
    Map<String, List<String>> asked = new HashMap<>();
    collect(query, asked);
    StringBuilder meant = new StringBuilder();
    int copied = 0;
    // A field's name and its first word are two words.
    for (Token token : analysis.tokens(text.replace(':', ' '))) {
      List<String> fields = asked.get(token.exact());
      if (fields == null || text.startsWith(":", token.end())) {
        continue;
      }
      Optional<String> better = better(token, fields);
      if (better.isPresent()) {
        meant.append(text, copied, token.start()).append(better.get());
        copied = token.end();
      }
    }
    return copied == 0
        ? Optional.empty()
        : Optional.of(meant.append(text.substring(copied)).toString());
  }

  private void collect(Query query, Map<String, List<String>> asked) {
    switch (query) {
      case Everything everything -> {}
      case And and -> and.parts().forEach(part -> collect(part, asked));
      case Or or -> or.parts().forEach(part -> collect(part, asked));
      case Not not -> collect(not.part(), asked);
      case Word word -> {
        if (!word.prefix()) {
          words(word.text(), Stream.concat(TEXTS.stream(), NAMES.stream()).toList(), asked);
        }
      }
      case Phrase phrase ->
          words(phrase.text(), Stream.concat(TEXTS.stream(), NAMES.stream()).toList(), asked);
      case Fielded fielded -> {
        if (fielded.value() instanceof Value.Text text && !text.prefix()) {
          words(text.text(), fields(fielded.field()), asked);
        }
      }
    }
  }

  private static List<String> fields(Field field) {
    return switch (field) {
      case TITLE, ABSTRACT, TOPIC -> TEXTS;
      case AUTHOR -> NAMES;
      case ORG -> List.of(Fields.ORG);
      case ID, UPVOTES, COMMENTS, STARS, DATE, HAS -> List.of();
    };
  }

  private void words(String text, List<String> fields, Map<String, List<String>> asked) {
    if (fields.isEmpty()) {
      return;
    }
    for (Token token : analysis.tokens(text)) {
      if (token.stem() != null && token.exact().chars().allMatch(Character::isLetter)) {
        asked.putIfAbsent(token.exact(), fields);
      }
    }
  }

  private Optional<String> better(Token token, List<String> fields) throws IOException {
    int known = papers(token.exact(), fields);
    // An inflection that no paper holds is right all the same.
    int inflected =
        fields.contains(Fields.ABSTRACT_EXACT)
            ? reader.docFreq(new Term(Fields.WORDS, String.valueOf(token.stem())))
            : 0;
    if (Math.max(known, inflected) > RARE) {
      return Optional.empty();
    }
    // two edits cost ten times as much to look through as one: only for a word that nobody wrote
    boolean isShort = token.exact().length() < TWO_EDITS_FROM;
    checker.setMaxEdits(isShort || known > 0 ? 1 : 2);
    SuggestWord best = null;
    for (String field : fields) {
      for (SuggestWord word : suggestions(new Term(field, token.exact()), known)) {
        if (best == null || BEST_FIRST.compare(word, best) < 0) {
          best = word;
        }
      }
      if (best != null) {
        // Abstracts hold what titles and topics hold, and a word of a text comes before a name.
        break;
      }
    }
    return Optional.ofNullable(best).map(word -> word.string);
  }

  private static final Comparator<SuggestWord> BEST_FIRST =
      Comparator.comparingDouble((SuggestWord word) -> -word.score)
          .thenComparingInt(word -> -word.freq)
          .thenComparing(word -> word.string);

  private List<SuggestWord> suggestions(Term term, int known) throws IOException {
    SuggestWord[] words = checker.suggestSimilar(term, 5, reader, SuggestMode.SUGGEST_MORE_POPULAR);
    return Stream.of(words)
        .filter(word -> word.freq > RARE && word.freq >= TIMES * known)
        .filter(word -> word.string.chars().allMatch(Character::isLetter))
        .toList();
  }

  private int papers(String word, List<String> fields) throws IOException {
    int most = 0;
    for (String field : fields) {
      most = Math.max(most, reader.docFreq(new Term(field, word)));
    }
    return most;
  }
}
