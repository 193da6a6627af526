package dev.paperboy.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Span;
import dev.paperboy.paper.PaperId;
import dev.paperboy.query.Query;
import dev.paperboy.query.QueryParser;
import dev.paperboy.query.QueryResult;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every form of the query language against what it must find. */
class QueryFormsTest {
  private static PaperIndex index;

  @BeforeAll
  static void open() {
    index = PaperIndex.of(ShelfOfPapers.ALL);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "agents; 2608.00001",
        "AGENT; 2608.00001",
        "agent memory; 2608.00001",
        "memory; 2606.00006 2608.00001",
        "agents, diffusion; 2608.00001 2608.00002",
        "agents OR speech; 2608.00001 2608.00003",
        "\"state space\"; 2608.00003",
        "state space; 2606.00006 2608.00003",
        "memory -museums; 2608.00001",
        "memory NOT museums; 2608.00001",
        "-memory -scenes -speech -experts -law; 2606.00007",
        "quantiz*; 2606.00007",
        "(agents OR experts) memory; 2608.00001",
        "LLM; 2608.00001",
        "\"mixture of experts\"; 2607.00004",
        "MoE; 2607.00004",
        "RAG; 2607.00005",
        "ViT; 2606.00007",
        "title:memory; 2606.00006 2608.00001",
        "title:\"state space\"; 2608.00003",
        "abstract:statutes; 2607.00005",
        "author:lovelace; 2608.00001 2608.00003",
        "author:\"ada lovelace\" title:speech; 2608.00003",
        "author:garcia; 2608.00001",
        "author:(hopper, liskov); 2607.00004 2608.00002",
        "org:analytical; 2608.00001",
        "topic:cs.CL; 2608.00001",
        "topic:cs.cv; 2608.00002",
        "topic:\"video generation\"; 2608.00002",
        "id:2607.00005; 2607.00005",
        "id:2607.00005v3; 2607.00005",
        "upvotes:>=72; 2607.00004 2608.00001",
        "upvotes:33..40; 2606.00007 2608.00003",
        "upvotes:<8; 2606.00006",
        "stars:>100 -agents -speech; 2607.00005",
        "comments:2 upvotes:3; 2606.00006",
        "date:2026-07; 2607.00004 2607.00005",
        "date:2026-08-11; 2608.00003",
        "date:>=2026-08-12; 2608.00001 2608.00002",
        "has:code; 2607.00005 2608.00001 2608.00003",
        "has:code -has:organization; 2607.00005 2608.00003",
        "nothing-of-the-kind; ''"
      })
  void aFilterFindsExactlyWhatItSays(String query, String expected) {
    List<PaperId> all = ShelfOfPapers.ALL.stream().map(CatalogPaper::id).toList();
    TreeSet<String> found = new TreeSet<>();
    index.matching(read(query), all).forEach(id -> found.add(id.value()));
    assertThat(String.join(" ", found)).isEqualTo(expected);
    Found asked = index.search(new Asking(read(query), false, Asking.Order.RELEVANCE, 0, 50, null));
    assertThat(asked.total()).isEqualTo(found.size());
    assertThat(asked.hits()).hasSize(found.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "how do agents remember things; 2608.00001",
        "moving scenes out of a video; 2608.00002",
        "speech with state space layers; 2608.00003",
        "citing paragraphs of statutes; 2607.00005",
        "museums; 2606.00006",
        "four bit transformers; 2606.00007",
        "liskov; 2607.00004"
      })
  void aSearchRanksByWordsOfWhichNoneIsRequired(String query, String first) {
    assertThat(ranked(query).hits().get(0).id().value()).isEqualTo(first);
  }

  @Test
  void inASearchWhatIsQuotedExcludedOrFieldedStillFilters() {
    assertThat(ids(ranked("memory \"language model\""))).containsExactly("2608.00001");
    assertThat(ids(ranked("memory agents -museums -experts"))).doesNotContain("2606.00006");
    assertThat(ids(ranked("speech video title:scenes"))).containsExactly("2608.00002");
  }

  @Test
  void scoresLieBetweenNoughtAndOneAndFall() {
    List<Hit> hits = ranked("memory agents state space").hits();
    assertThat(hits).isNotEmpty();
    for (int i = 0; i < hits.size(); i++) {
      assertThat(hits.get(i).score()).isBetween(0.0, 1.0);
      assertThat(i == 0 || hits.get(i).score() <= hits.get(i - 1).score()).isTrue();
    }
  }

  @Test
  void pagesDoNotOverlap() {
    Query query = read("memory state space agents");
    List<String> pages =
        List.of(0, 2, 4).stream()
            .flatMap(from ->
                ids(index.search(new Asking(query, true, Asking.Order.RELEVANCE, from, 2, null)))
                    .stream())
            .toList();
    assertThat(pages)
        .doesNotHaveDuplicates()
        .isEqualTo(ids(index.search(new Asking(query, true, Asking.Order.RELEVANCE, 0, 6, null))));
  }

  @Test
  void hitsComeByUpvotesOrByDateWhereThatIsAsked() {
    Query query = read("has:code");
    assertThat(ids(index.search(new Asking(query, true, Asking.Order.UPVOTES, 0, 9, null))))
        .containsExactly("2608.00001", "2608.00003", "2607.00005");
    assertThat(ids(index.search(new Asking(query, true, Asking.Order.NEW, 0, 9, null))))
        .containsExactly("2608.00001", "2608.00003", "2607.00005");
  }

  @Test
  void aMisspeltWordIsCorrectedInPlaceAndARightOneIsNot() {
    assertThat(index.didYouMean("agents memory", read("agents memory"))).isEmpty();
  }

  @Test
  void aTitleIsFoundByItsWords() {
    assertThat(index.titled("state space models for speech", 3).get(0).id().value())
        .isEqualTo("2608.00003");
    assertThat(index.titled("agents that remember", 3).get(0).id().value()).isEqualTo("2608.00001");
  }

  @Test
  void whatMetTheQueryIsHighlightedAndNothingIsLost() {
    String title = "Agents That Remember: Long-Term Memory";
    List<Span> spans = index.highlight(read("the memory of agents"), title);
    assertThat(spans.stream().map(Span::text).reduce("", String::concat)).isEqualTo(title);
    assertThat(spans.stream().filter(s -> s instanceof Span.Highlight).map(Span::text))
        .containsExactly("Agents", "Memory");
  }

  @Test
  void noQueryMakesItThrow() {
    long seed = 7L;
    Random random = new Random(seed);
    String[] parts = {
      "agents",
      "the",
      "\"state space\"",
      "\"the\"",
      "a*",
      "qu*",
      "-memory",
      "title:",
      "author:ada",
      "upvotes:>3",
      "date:2026-08",
      "has:code",
      "OR",
      ",",
      "(",
      ")",
      "topic:cs.CL",
      "C++",
      "漢字",
      "GPT-4o",
      "état",
      "id:2608.00001",
      "\"",
      "x",
      "🦉",
      "stars:1..9"
    };
    for (int i = 0; i < 4_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(9);
      for (int j = 0; j < length; j++) {
        text.append(parts[random.nextInt(parts.length)]).append(' ');
      }
      if (QueryParser.parse(text.toString()) instanceof QueryResult.Parsed parsed) {
        for (boolean ranked : new boolean[] {true, false}) {
          Found found =
              index.search(new Asking(parsed.query(), ranked, Asking.Order.RELEVANCE, 0, 5, null));
          assertThat(found.total())
              .as("seed %d: %s", seed, text)
              .isBetween((long) found.hits().size(), (long) ShelfOfPapers.ALL.size());
        }
        index.highlight(parsed.query(), text.toString());
        index.didYouMean(parsed.text(), parsed.query());
      }
    }
  }

  private static Found ranked(String query) {
    return index.search(Asking.ranked(read(query), 20));
  }

  private static List<String> ids(Found found) {
    return found.hits().stream().map(hit -> hit.id().value()).toList();
  }

  private static Query read(String text) {
    QueryResult result = QueryParser.parse(text);
    assertThat(result).as(text).isInstanceOf(QueryResult.Parsed.class);
    return ((QueryResult.Parsed) result).query();
  }
}
