package dev.paperboy.search;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Turns papers into documents of the index. Not safe for several threads. */
final class PaperDocuments {
  /** How often each word of a title counts. */
  private static final int TITLE_WEIGHT = 3;

  /** A key longer than this is no topic and no name. */
  private static final int LONGEST_KEY = 120;

  private static final int LONGEST_TITLE_KEY = 500;

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

  private final TextAnalysis analysis = new TextAnalysis();

  static Term key(PaperId id) {
    return new Term(Fields.ID, id.value());
  }

  Document document(CatalogPaper known) {
    Paper paper = known.paper();
    Document document = new Document();
    document.add(new StringField(Fields.ID, paper.id().value(), Field.Store.NO));
    document.add(new SortedDocValuesField(Fields.ID, new BytesRef(paper.id().value())));
    document.add(
        new StringField(
            Fields.ID_TEXT, paper.id().value().toLowerCase(Locale.ROOT), Field.Store.NO));
    texts(paper, document);
    document.add(new NumericDocValuesField(Fields.TEXT, TextMark.of(paper)));
    number(document, Fields.UPVOTES, (long) known.signal().upvotes());
    number(document, Fields.COMMENTS, (long) known.signal().comments());
    Integer stars = known.signal().stars();
    number(document, Fields.STARS, stars == null ? null : stars.longValue());
    number(document, Fields.LISTED, epochDay(known.listed()));
    Long day = epochDay(known.listed() == null ? paper.published() : known.listed());
    if (day != null) {
      document.add(new NumericDocValuesField(Fields.DAY, day));
    }
    has(document, "code", isThere(paper.code()));
    has(document, "project", isThere(paper.project()));
    has(document, "abstract", isThere(paper.abstractText()));
    has(document, "summary", isThere(paper.aiSummary()));
    has(document, "org", isThere(paper.organization()));
    has(document, "thumbnail", isThere(paper.thumbnail()));
    has(document, "stars", stars != null);
    return document;
  }

  /** The words of a paper as they rank, for papers like it. */
  FieldTerms.Bag words(Paper paper) {
    FieldTerms.Bag words = new FieldTerms.Bag();
    Analysis body = analysis.analyse(paper.abstractText(), TextAnalysis.Mode.TEXT);
    Analysis title = title(paper, body);
    weigh(title, TITLE_WEIGHT, words);
    weigh(body, 1, words);
    paper.topics().forEach(topic -> beside(keywords(topic), words));
    return words;
  }

  private void texts(Paper paper, Document document) {
    FieldTerms.Bag words = new FieldTerms.Bag();
    FieldTerms.Bag pairs = new FieldTerms.Bag();
    Analysis body = analysis.analyse(paper.abstractText(), TextAnalysis.Mode.TEXT);
    Analysis title = title(paper, body);
    weigh(title, TITLE_WEIGHT, words);
    weigh(body, 1, words);
    Pairs.of(title.tokens()).forEach(pair -> pairs.word(pair, 1));
    Pairs.of(body.tokens()).forEach(pair -> pairs.word(pair, 1));
    document.add(new StringField(Fields.TITLE_KEY, titleKey(title), Field.Store.NO));
    FieldTerms.Bag stems = new FieldTerms.Bag();
    weigh(title, 1, stems);
    document.add(new Field(Fields.TITLE, stems.stream(), Fields.RANKED));
    inOrder(document, Fields.TITLE_EXACT, title);
    occurring(document, Fields.ABSTRACT, terms(body.extras()));
    inOrder(document, Fields.ABSTRACT_EXACT, body);
    definitions(paper.title(), document);
    definitions(paper.abstractText(), document);
    topics(paper, document, words, pairs);
    authors(paper, document, words);
    if (paper.organization() != null) {
      org(paper.organization(), document);
    }
    document.add(new Field(Fields.WORDS, words.stream(), Fields.RANKED));
    document.add(new Field(Fields.PAIRS, pairs.stream(), Fields.RANKED));
  }

  private void definitions(String text, Document document) {
    for (Definitions.Definition known : Definitions.in(text, analysis)) {
      String shortForm = known.shortForm();
      String longForm = known.longForm();
      document.add(
          new StringField(
              Fields.SHORT_FORMS, LearnedForms.key(shortForm, longForm), Field.Store.NO));
      document.add(
          new StringField(
              Fields.LONG_FORMS, LearnedForms.key(longForm, shortForm), Field.Store.NO));
    }
  }

  private Analysis title(Paper paper, Analysis body) {
    Set<String> spelledOut = new HashSet<>();
    for (Extra extra : body.extras()) {
      if (extra.kind() == Extra.Kind.MEANING && extra.from() < extra.to()) {
        spelledOut.add(extra.term());
      }
    }
    return analysis.analyse(paper.title(), TextAnalysis.Mode.TEXT, spelledOut);
  }

  private Analysis keywords(String topic) {
    return analysis.analyse(topic, TextAnalysis.Mode.KEYWORDS);
  }

  private static void weigh(Analysis text, int times, FieldTerms.Bag words) {
    for (Token token : text.tokens()) {
      if (token.stem() != null) {
        words.word(token.stem(), times);
      }
    }
    text.extras().forEach(extra -> words.beside(extra.term()));
  }

  private static void beside(Analysis text, FieldTerms.Bag words) {
    for (Token token : text.tokens()) {
      if (token.stem() != null) {
        words.beside(token.stem());
      }
    }
    text.extras().forEach(extra -> words.beside(extra.term()));
  }

  private static void inOrder(Document document, String field, Analysis text) {
    FieldTerms.Sequence sequence = new FieldTerms.Sequence();
    sequence.words(text.exact());
    document.add(new Field(field, sequence.stream(), Fields.IN_ORDER));
  }

  private static void occurring(Document document, String field, Collection<String> terms) {
    FieldTerms.Sequence sequence = new FieldTerms.Sequence();
    sequence.words(terms);
    document.add(new Field(field, sequence.stream(), Fields.OCCURRENCE));
  }

  private void topics(Paper paper, Document document, FieldTerms.Bag words, FieldTerms.Bag pairs) {
    Set<String> extras = new HashSet<>();
    FieldTerms.Sequence exact = new FieldTerms.Sequence();
    Set<String> keys = new HashSet<>();
    for (String topic : paper.topics()) {
      Analysis text = keywords(topic);
      beside(text, words);
      extras.addAll(terms(text.extras()));
      exact.gap();
      exact.words(text.exact());
      Pairs.of(text.tokens()).forEach(pairs::beside);
      String key = key(topic);
      if (!key.isEmpty() && keys.add(key)) {
        document.add(new StringField(Fields.TOPIC_KEY, key, Field.Store.NO));
      }
    }
    occurring(document, Fields.TOPICS, extras);
    document.add(new Field(Fields.TOPICS_EXACT, exact.stream(), Fields.IN_ORDER));
  }

  private void authors(Paper paper, Document document, FieldTerms.Bag words) {
    FieldTerms.Sequence names = new FieldTerms.Sequence();
    Set<String> keys = new HashSet<>();
    for (String author : paper.authors()) {
      List<String> parts = AuthorNames.index(author, analysis, names);
      parts.forEach(part -> words.beside(analysis.stem(part)));
      String key = key(author);
      if (!key.isEmpty() && keys.add(key)) {
        document.add(
            new StringField(
                Fields.AUTHOR_KEY, key + Fields.SEPARATOR + author.strip(), Field.Store.NO));
      }
    }
    document.add(new Field(Fields.AUTHORS, names.stream(), Fields.IN_ORDER));
  }

  private void org(String organization, Document document) {
    Analysis text = keywords(organization);
    FieldTerms.Sequence exact = new FieldTerms.Sequence();
    for (int i = 0; i < text.tokens().size(); i++) {
      exact.word(text.tokens().get(i).exact());
      for (Extra extra : text.extras()) {
        if (extra.kind() == Extra.Kind.JOINED && extra.to() == i) {
          exact.same(String.join("", text.exact().subList(extra.from(), i + 1)));
        }
      }
    }
    document.add(new Field(Fields.ORG, exact.stream(), Fields.IN_ORDER));
  }

  private static Set<String> terms(List<Extra> extras) {
    Set<String> terms = new HashSet<>();
    extras.forEach(extra -> terms.add(extra.term()));
    return terms;
  }

  static String titleKey(Analysis title) {
    String key = String.join(" ", title.exact());
    return key.substring(0, Math.min(key.length(), LONGEST_TITLE_KEY));
  }

  /** A topic or a name as one key: folded, white space collapsed; empty where it is too long. */
  static String key(String text) {
    String key = WHITE_SPACE.matcher(TextAnalysis.fold(text).strip()).replaceAll(" ");
    return key.length() > LONGEST_KEY ? "" : key;
  }

  private static void has(Document document, String what, boolean isThere) {
    if (isThere) {
      document.add(new StringField(Fields.HAS, what, Field.Store.NO));
    }
  }

  private static boolean isThere(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  private static @Nullable Long epochDay(@Nullable LocalDate date) {
    return date == null ? null : date.toEpochDay();
  }

  private static void number(Document document, String field, @Nullable Long value) {
    if (value != null) {
      document.add(new LongPoint(field, value));
      document.add(new NumericDocValuesField(field, value));
    }
  }
}
