package dev.paperboy.search;

import dev.paperboy.query.Query.And;
import dev.paperboy.query.Query.Everything;
import dev.paperboy.query.Query.Fielded;
import dev.paperboy.query.Query.Not;
import dev.paperboy.query.Query.Or;
import dev.paperboy.query.Query.Phrase;
import dev.paperboy.query.Query.Value;
import dev.paperboy.query.Query.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Ranks by BM25 over one field that holds the title three times and the abstract, topics and
 * authors once (which is BM25F with these weights), and by pairs of neighbouring words.
 *
 * <p>A paper is found when it passes every filter and meets something of the text that was asked.
 * Only filters that are not text (numbers, dates, exclusions) leave it to the free words to meet
 * it.
 */
final class Ranking {
  /** What a word with hyphens written as one, or the meaning of a long form, counts. */
  static final float EXTRA = .35f;

  /** What a word that begins so counts, beside the rarity of such words. */
  private static final float PREFIX = .7f;

  /** Words of questions. They rank nothing, unless nothing else was asked. */
  static final Set<String> QUESTION_WORDS =
      Set.of(
          """
          about above across after again all also am among any anyone anything around because been
          before being below best between both can could did do does doing during each either etc
          every few find from further get give given had has have having he her here hers him his
          how however i its itself just kind know like made make many may me might more most much
          must my need nor now off once only other our ours out over own per please same she should
          since so some than them those through thus too under until up upon us use used using very
          via want way we well were what when where whether which while who whom whose why within
          without would you your yours\
          """
              .split("\\s+", -1));

  /** Where a short form is looked for written out. */
  private static final List<String> WRITTEN_OUT =
      List.of(Fields.TITLE_EXACT, Fields.ABSTRACT_EXACT);

  /** What is met or not, beside words and pairs; its rarity is weighed. */
  private record Other(Query query, float weight) {}

  private final Weights weights;
  private final IndexSearcher searcher;
  private final QueryCompiler compiler;

  private final Map<Term, Float> words = new LinkedHashMap<>();
  private final Map<Term, Float> pairs = new LinkedHashMap<>();
  private final List<Other> others = new ArrayList<>();
  private boolean saysSomething;

  Ranking(IndexSearcher searcher, TextAnalysis analysis) {
    this(searcher, analysis, Weights.TUNED);
  }

  Ranking(IndexSearcher searcher, TextAnalysis analysis, Weights weights) {
    this.weights = weights;
    this.searcher = searcher;
    this.compiler = new QueryCompiler(searcher.getIndexReader(), analysis);
  }

  RankedQuery compile(dev.paperboy.query.Query query, boolean ranked, Optional<Query> within)
      throws IOException {
    List<dev.paperboy.query.Query> free = new ArrayList<>();
    List<dev.paperboy.query.Query> required = new ArrayList<>();
    List<dev.paperboy.query.Query> parts = query instanceof And and ? and.parts() : List.of(query);
    for (dev.paperboy.query.Query part : parts) {
      (ranked && part instanceof Word word && word.free() ? free : required).add(part);
    }
    Optional<Query> filter =
        required.isEmpty() ? Optional.empty() : compiler.filter(new And(required));
    boolean meetsText = !required.isEmpty() && filter.isPresent() && asksForText(new And(required));
    score(new And(free));
    score(new And(required));
    if (words.isEmpty() && others.isEmpty() && !free.isEmpty() && !meetsText) {
      return onlyFunctionWords(free, filter, within);
    }
    if (free.isEmpty() && filter.isEmpty()) {
      return nothing(null);
    }
    return build(filter, within, !free.isEmpty() && !meetsText);
  }

  /** No word of it is known; what was said may still mean something. */
  private RankedQuery nothing(@Nullable Query filter) {
    Query none = new MatchNoDocsQuery("nothing asked");
    return new RankedQuery(none, none, 0, filter, saysSomething, words.size());
  }

  /** "the who": nothing ranks, so they are required like any filter. */
  private RankedQuery onlyFunctionWords(
      List<dev.paperboy.query.Query> free, Optional<Query> filter, Optional<Query> within) {
    Optional<Query> all = compiler.filter(new And(free));
    if (all.isEmpty()) {
      return nothing(null);
    }
    BooleanQuery.Builder both = new BooleanQuery.Builder().add(all.get(), Occur.FILTER);
    filter.ifPresent(part -> both.add(part, Occur.FILTER));
    within.ifPresent(part -> both.add(part, Occur.FILTER));
    return new RankedQuery(both.build(), both.build(), 0);
  }

  private RankedQuery build(Optional<Query> filter, Optional<Query> within, boolean meetsOne)
      throws IOException {
    BooleanQuery.Builder scored = new BooleanQuery.Builder();
    BooleanQuery.Builder counted = new BooleanQuery.Builder();
    for (Optional<Query> part : List.of(filter, within)) {
      if (part.isPresent()) {
        scored.add(part.get(), Occur.FILTER);
        counted.add(part.get(), Occur.FILTER);
      }
    }
    Query required = bothOf(filter, within);
    double bound = 0;
    int clauses = 0;
    for (Map.Entry<Term, Float> word : words.entrySet()) {
      TermStates states = TermStates.build(searcher, word.getKey(), true);
      bound += word.getValue() * rarity(states.docFreq());
      if (states.docFreq() > 0) {
        Query term = new TermQuery(word.getKey(), states);
        scored.add(boosted(term, word.getValue()), Occur.SHOULD);
        clauses++;
        if (meetsOne) {
          counted.add(term, Occur.SHOULD);
        }
      }
    }
    for (Other other : others) {
      float weight = (float) (other.weight() * rarity(searcher.count(other.query())));
      bound += weight;
      scored.add(new BoostQuery(new ConstantScoreQuery(other.query()), weight), Occur.SHOULD);
      clauses++;
      if (meetsOne) {
        counted.add(other.query(), Occur.SHOULD);
      }
    }
    float pairWeight = (float) weights.pair().at(words.size());
    for (Map.Entry<Term, Float> pair : pairs.entrySet()) {
      float weight =
          pair.getValue() * (pair.getKey().field().equals(Fields.PAIRS) ? pairWeight : 1);
      TermStates states = TermStates.build(searcher, pair.getKey(), true);
      if (states.docFreq() > 0) {
        bound += weight * rarity(states.docFreq());
        Query term = new TermQuery(pair.getKey(), states);
        scored.add(boosted(term, weight), Occur.SHOULD);
        if (meetsOne && pair.getKey().field().equals(Fields.WORDS)) {
          // Unlike a pair, it may be there without its words.
          counted.add(term, Occur.SHOULD);
          clauses++;
        }
      }
    }
    if (clauses == 0 && meetsOne) {
      return nothing(required);
    }
    if (meetsOne) {
      scored.setMinimumNumberShouldMatch(1);
      counted.setMinimumNumberShouldMatch(1);
    }
    return new RankedQuery(
        scored.build(), counted.build(), bound, required, saysSomething, words.size());
  }

  private static @Nullable Query bothOf(Optional<Query> filter, Optional<Query> within) {
    List<Query> parts = new ArrayList<>();
    filter.ifPresent(parts::add);
    within.ifPresent(parts::add);
    return QueryCompiler.all(parts).orElse(null);
  }

  /** The idf of BM25, which no term's score exceeds. */
  private double rarity(int papers) {
    double all = searcher.getIndexReader().numDocs();
    return Math.log(1 + (Math.max(all, papers) - papers + .5) / (papers + .5));
  }

  private static Query boosted(Query query, float weight) {
    return weight == 1 ? query : new BoostQuery(query, weight);
  }

  /** Collects what ranks, of all that is asked and not excluded. */
  private void score(dev.paperboy.query.Query query) {
    switch (query) {
      case Everything everything -> {}
      case Not not -> {
        if (not.part() instanceof Not twice) {
          score(twice.part());
        }
      }
      case And and -> {
        StringBuilder run = new StringBuilder();
        for (dev.paperboy.query.Query part : and.parts()) {
          if (part instanceof Word word && !word.prefix()) {
            run.append(word.text()).append(' ');
          } else {
            score(part);
          }
        }
        text(run.toString());
      }
      case Or or -> or.parts().forEach(this::score);
      case Word word when word.prefix() ->
          compiler.filter(word).ifPresent(prefix -> others.add(new Other(prefix, PREFIX)));
      case Word word -> text(word.text());
      case Phrase phrase -> text(phrase.text());
      case Fielded fielded -> {
        if (fielded.value() instanceof Value.Text text
            && !text.prefix()
            && Said.ranks(fielded.field())) {
          text(text.text());
        }
      }
    }
  }

  private void text(String text) {
    if (text.isBlank()) {
      return;
    }
    saysSomething = true;
    Analysis read = compiler.analyse(text);
    List<Token> tokens = read.tokens();
    boolean onlyQuestion =
        tokens.stream().noneMatch(t -> t.stem() != null && !QUESTION_WORDS.contains(t.exact()));
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (counts(token, onlyQuestion)) {
        List<Query> writtenOut = compiler.writtenOut(token, WRITTEN_OUT);
        if (!writtenOut.isEmpty()) {
          others.add(new Other(QueryCompiler.any(writtenOut), EXTRA));
        }
        words.merge(new Term(Fields.WORDS, String.valueOf(token.stem())), 1f, Float::sum);
        if (i > 0 && counts(tokens.get(i - 1), onlyQuestion)) {
          pairs.put(new Term(Fields.PAIRS, Pairs.of(tokens.get(i - 1).exact(), token.exact())), 1f);
        }
      }
    }
    for (Extra extra : read.extras()) {
      if (extra.standsForQuery()) {
        pairs.put(new Term(Fields.WORDS, extra.term()), EXTRA);
      }
    }
  }

  private static boolean counts(Token token, boolean questionsToo) {
    return token.stem() != null && (questionsToo || !QUESTION_WORDS.contains(token.exact()));
  }

  /** Whether a filter asks for text that a paper meets, not only for numbers or what it lacks. */
  private static boolean asksForText(dev.paperboy.query.Query query) {
    return switch (query) {
      case Everything everything -> false;
      case Not not -> not.part() instanceof Not twice && asksForText(twice.part());
      case And and -> and.parts().stream().anyMatch(Ranking::asksForText);
      case Or or -> or.parts().stream().allMatch(Ranking::asksForText);
      case Word word -> true;
      case Phrase phrase -> true;
      case Fielded fielded ->
          switch (fielded.field()) {
            case TITLE, ABSTRACT, AUTHOR, ORG, TOPIC, ID -> true;
            case UPVOTES, COMMENTS, STARS, DATE, HAS -> false;
          };
    };
  }
}
