package dev.paperboy.search;

import dev.paperboy.paper.PaperId;
import dev.paperboy.query.Field;
import dev.paperboy.query.Query.And;
import dev.paperboy.query.Query.Everything;
import dev.paperboy.query.Query.Fielded;
import dev.paperboy.query.Query.Not;
import dev.paperboy.query.Query.Or;
import dev.paperboy.query.Query.Phrase;
import dev.paperboy.query.Query.Value;
import dev.paperboy.query.Query.Word;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Turns a query into a filter: exact, and without scores. Never throws on what was typed: prefixes
 * that fit any number of words cost time and nothing else.
 */
final class QueryCompiler {
  /** More endings than this of the last word of a phrase are not put into its place. */
  private static final int ENDINGS = 1_000;

  static {
    // A line of 1,000 characters stays far below it, whatever is in it.
    IndexSearcher.setMaxClauseCount(1 << 16);
  }

  /**
   * Where words are looked for.
   *
   * @param stems the field of their stems; null where there is none
   * @param extras the field of what else the text answers to
   * @param exact the fields of the words as they are
   */
  private record Place(@Nullable String stems, String extras, List<String> exact) {}

  private static final Place ANYWHERE = new Place(Fields.WORDS, Fields.WORDS, Fields.EXACT);
  private static final Place TITLE =
      new Place(Fields.TITLE, Fields.TITLE, List.of(Fields.TITLE_EXACT));
  private static final Place ABSTRACT =
      new Place(null, Fields.ABSTRACT, List.of(Fields.ABSTRACT_EXACT));
  private static final Place TOPICS = new Place(null, Fields.TOPICS, List.of(Fields.TOPICS_EXACT));

  private final IndexReader reader;
  private final TextAnalysis analysis;
  private final LearnedForms learned;

  QueryCompiler(IndexReader reader, TextAnalysis analysis) {
    this.reader = reader;
    this.analysis = analysis;
    this.learned = new LearnedForms(reader);
  }

  /** The filter of a query; empty where it asks for nothing (a word of punctuation alone). */
  Optional<Query> filter(dev.paperboy.query.Query query) {
    return switch (query) {
      case Everything everything -> Optional.of(MatchAllDocsQuery.INSTANCE);
      case And and -> and(and.parts());
      case Or or -> or(or.parts());
      case Not not -> not.part() instanceof Not twice ? filter(twice.part()) : and(List.of(not));
      case Word word when word.prefix() -> prefix(word.text(), ANYWHERE.exact());
      case Word word -> all(words(List.of(word), ANYWHERE));
      case Phrase phrase -> phrase(phrase.text(), ANYWHERE.exact());
      case Fielded fielded -> Optional.of(fielded(fielded));
    };
  }

  private Optional<Query> and(List<dev.paperboy.query.Query> parts) {
    List<Query> required = new ArrayList<>();
    List<Query> excluded = new ArrayList<>();
    List<Word> run = new ArrayList<>();
    for (dev.paperboy.query.Query part : parts) {
      if (part instanceof Word word && !word.prefix()) {
        run.add(word);
        continue;
      }
      required.addAll(words(run, ANYWHERE));
      run.clear();
      if (part instanceof Not not && !(not.part() instanceof Not)) {
        filter(not.part()).ifPresent(excluded::add);
      } else {
        filter(part).ifPresent(required::add);
      }
    }
    required.addAll(words(run, ANYWHERE));
    if (excluded.isEmpty()) {
      return all(required);
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    if (required.isEmpty()) {
      query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    }
    required.forEach(part -> query.add(part, Occur.FILTER));
    excluded.forEach(part -> query.add(part, Occur.MUST_NOT));
    return Optional.of(query.build());
  }

  private Optional<Query> or(List<dev.paperboy.query.Query> parts) {
    List<Query> any = new ArrayList<>();
    for (dev.paperboy.query.Query part : parts) {
      filter(part).ifPresent(any::add);
    }
    return any.isEmpty() ? Optional.empty() : Optional.of(any(any));
  }

  /**
   * What each of these words asks for, words that stand side by side: "large language model" is met
   * by LLM too. Words of punctuation alone are left out.
   */
  private List<Query> words(List<Word> run, Place place) {
    if (run.isEmpty()) {
      return List.of();
    }
    StringBuilder text = new StringBuilder();
    int[] ends = new int[run.size()];
    for (int i = 0; i < run.size(); i++) {
      text.append(run.get(i).text());
      ends[i] = text.length();
      text.append(' ');
    }
    Analysis read = analyse(text.toString());
    List<Query> required = new ArrayList<>();
    int token = 0;
    for (int end : ends) {
      int first = token;
      while (token < read.tokens().size() && read.tokens().get(token).end() <= end) {
        token++;
      }
      if (token > first) {
        required.add(word(read, first, token - 1, place));
      }
    }
    return required;
  }

  /** What a query's words answer to, short forms that papers define included. */
  Analysis analyse(String text) {
    Analysis read = analysis.analyse(text, TextAnalysis.Mode.KEYWORDS);
    try {
      learned.find(read.tokens(), analysis, read.extras());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  /** The long forms of a short form that papers define, each side by side in one of the fields. */
  List<Query> writtenOut(Token token, List<String> fields) {
    if (token.stem() == null) {
      return List.of();
    }
    List<Query> ways = new ArrayList<>();
    try {
      for (List<String> words : learned.longForms(token.exact())) {
        fields.forEach(field -> ways.add(sideBySide(field, words)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ways;
  }

  private Query word(Analysis read, int first, int last, Place place) {
    List<Query> ways = new ArrayList<>();
    Token token = read.tokens().get(first);
    if (first < last) {
      List<String> parts = read.exact().subList(first, last + 1);
      place.exact().forEach(field -> ways.add(sideBySide(field, parts)));
    } else if (token.stem() == null) {
      place.exact().forEach(field -> ways.add(new TermQuery(new Term(field, token.exact()))));
    } else if (place.stems() != null) {
      ways.add(new TermQuery(new Term(place.stems(), token.stem())));
    } else {
      String stem = token.stem();
      place.exact().forEach(field -> ways.add(inflections(field, stem)));
      ways.add(new TermQuery(new Term(place.extras(), stem)));
    }
    if (first == last) {
      ways.addAll(writtenOut(token, place.exact()));
    }
    for (Extra extra : read.extras()) {
      if (extra.standsForQuery() && extra.covers(first, last)) {
        ways.add(new TermQuery(new Term(place.extras(), extra.term())));
      }
    }
    return any(ways);
  }

  private Optional<Query> phrase(String text, List<String> fields) {
    List<String> words = analysis.tokens(text).stream().map(Token::exact).toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    List<Query> ways = new ArrayList<>();
    for (String field : fields) {
      ways.add(
          sideBySide(
              field, field.equals(Fields.AUTHORS) ? AuthorNames.query(text, analysis) : words));
    }
    return Optional.of(any(ways));
  }

  private static Query sideBySide(String field, List<String> words) {
    return switch (words.size()) {
      case 0 -> new MatchNoDocsQuery("no words");
      case 1 -> new TermQuery(new Term(field, words.getFirst()));
      default -> new PhraseQuery(field, words.toArray(String[]::new));
    };
  }

  private Optional<Query> prefix(String text, List<String> fields) {
    List<String> words = analysis.tokens(text).stream().map(Token::exact).toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(any(fields.stream().map(field -> beginning(field, words)).toList()));
  }

  private Query beginning(String field, List<String> words) {
    Term last = new Term(field, words.getLast());
    Query ending = new PrefixQuery(last);
    if (words.size() == 1) {
      return ending;
    }
    List<String> before = words.subList(0, words.size() - 1);
    Term[] endings = endings(last);
    if (endings.length == 0) {
      return new MatchNoDocsQuery("no such ending");
    }
    if (endings.length > ENDINGS) {
      return all(List.of(sideBySide(field, before), ending)).orElseThrow();
    }
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
    before.forEach(word -> phrase.add(new Term(field, word)));
    return phrase.add(endings).build();
  }

  /** The terms that begin like this one, at most one more than can be used. */
  private Term[] endings(Term prefix) {
    try {
      return Inflections.beginningWith(reader, prefix, ENDINGS + 1).stream()
          .map(term -> new Term(prefix.field(), term))
          .toArray(Term[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Query inflections(String field, String stem) {
    try {
      return Inflections.of(reader, analysis, field, stem);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Query fielded(Fielded fielded) {
    Query query =
        switch (fielded.value()) {
          case Value.Text text -> text(fielded.field(), text).orElse(null);
          case Value.Range range -> range(fielded.field(), range);
          case Value.Dates dates -> dates(fielded.field(), dates);
        };
    return query == null ? new MatchNoDocsQuery("no words") : query;
  }

  private Optional<Query> text(Field field, Value.Text value) {
    return switch (field) {
      case TITLE -> text(value, TITLE);
      case ABSTRACT -> text(value, ABSTRACT);
      case TOPIC -> topic(value);
      case AUTHOR -> author(value);
      case ORG -> value.prefix() ? prefix(value.text(), List.of(Fields.ORG)) : org(value.text());
      case ID -> Optional.of(id(value));
      case HAS ->
          Optional.of(new TermQuery(new Term(Fields.HAS, TextAnalysis.fold(value.text().strip()))));
      case UPVOTES, COMMENTS, STARS, DATE -> Optional.empty();
    };
  }

  private Optional<Query> text(Value.Text value, Place place) {
    if (value.prefix()) {
      return prefix(value.text(), place.exact());
    }
    return value.phrase()
        ? phrase(value.text(), place.exact())
        : all(words(List.of(new Word(value.text(), false, false)), place));
  }

  /** Hugging Face's keywords as text, arXiv's categories as they are. */
  private Optional<Query> topic(Value.Text value) {
    Optional<Query> text = text(value, TOPICS);
    String key = PaperDocuments.key(value.text());
    if (value.prefix() || key.isEmpty()) {
      return text;
    }
    Query exact = new TermQuery(new Term(Fields.TOPIC_KEY, key));
    return Optional.of(text.map(words -> any(List.of(words, exact))).orElse(exact));
  }

  private Optional<Query> author(Value.Text value) {
    if (value.prefix()) {
      return prefix(value.text(), List.of(Fields.AUTHORS));
    }
    List<String> name = AuthorNames.query(value.text(), analysis);
    return name.isEmpty() ? Optional.empty() : Optional.of(sideBySide(Fields.AUTHORS, name));
  }

  private Optional<Query> org(String text) {
    return phrase(text, List.of(Fields.ORG));
  }

  private static Query id(Value.Text value) {
    String typed = value.text().strip();
    if (value.prefix()) {
      return new PrefixQuery(new Term(Fields.ID_TEXT, typed.toLowerCase(Locale.ROOT)));
    }
    String id = PaperId.parse(typed).map(PaperId::value).orElse(typed);
    return new TermQuery(new Term(Fields.ID_TEXT, id.toLowerCase(Locale.ROOT)));
  }

  private static @Nullable Query range(Field field, Value.Range range) {
    return switch (field) {
      case UPVOTES -> between(Fields.UPVOTES, range.from(), range.to());
      case COMMENTS -> between(Fields.COMMENTS, range.from(), range.to());
      case STARS -> between(Fields.STARS, range.from(), range.to());
      case TITLE, ABSTRACT, AUTHOR, ORG, TOPIC, ID, DATE, HAS -> null;
    };
  }

  private static @Nullable Query dates(Field field, Value.Dates dates) {
    return field == Field.DATE
        ? between(
            Fields.LISTED,
            dates.from() == null ? null : dates.from().toEpochDay(),
            dates.to() == null ? null : dates.to().toEpochDay())
        : null;
  }

  private static Query between(String field, @Nullable Long from, @Nullable Long to) {
    return LongPoint.newRangeQuery(
        field, from == null ? Long.MIN_VALUE : from, to == null ? Long.MAX_VALUE : to);
  }

  static Query any(List<Query> ways) {
    if (ways.size() == 1) {
      return ways.getFirst();
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    ways.forEach(way -> query.add(way, Occur.SHOULD));
    return query.build();
  }

  static Optional<Query> all(List<Query> required) {
    if (required.size() < 2) {
      return required.stream().findFirst();
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    required.forEach(part -> query.add(part, Occur.FILTER));
    return Optional.of(query.build());
  }
}
