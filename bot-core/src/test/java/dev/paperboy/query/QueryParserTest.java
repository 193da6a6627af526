package dev.paperboy.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.query.Query.And;
import dev.paperboy.query.Query.Fielded;
import dev.paperboy.query.Query.Not;
import dev.paperboy.query.Query.Or;
import dev.paperboy.query.Query.Phrase;
import dev.paperboy.query.Query.Value;
import dev.paperboy.query.Query.Word;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryParserTest {
  /** What is typed, an arrow, and the canonical form it reads as, without a note. */
  private static final String PLAIN =
      """
      diffusion                                => diffusion
      diffusion models -video author:hinton    => diffusion models -video author:hinton
      "state space" -vision                    => "state space" -vision
      diffusion NOT video                      => diffusion -video
      NOT "state space"                        => -"state space"
      a, b c, d                                => a OR b c OR d
      a | b || c                               => a OR b OR c
      a OR b AND c                             => a OR b c
      a or b and not c                         => a or b and not c
      a AND b c                                => a AND b c
      a AND b AND c                            => a AND b AND c
      (a b) c                                  => a AND b c
      (diffusion)                              => (diffusion)
      ((diffusion))                            => (diffusion)
      a (b) c                                  => a (b) c
      a (b, c) d                               => a (b OR c) d
      -(a, b)                                  => -(a OR b)
      -(a b)                                   => -(a b)
      -(-a)                                    => (a)
      a, a, b                                  => a OR b
      author:(hinton, lecun)                   => author:(hinton OR lecun)
      author:hinton, author:lecun              => author:(hinton OR lecun)
      author:hinton, lecun                     => author:hinton OR lecun
      author:(hinton -"yann lecun") x          => author:hinton -author:"yann lecun" x
      -author:(hinton | lecun)                 => -author:(hinton OR lecun)
      title:(graph (neural, deep))             => title:graph title:(neural OR deep)
      AUTHOR:Hinton                            => author:Hinton
      title: foo bar                           => title:foo bar
      title: "foo bar"                         => title:"foo bar"
      title:author:foo                         => title:author:foo
      title:http://x.y/z                       => title:http://x.y/z
      title:AND topic:OR -NOT                  => title:and topic:or -not
      author:o'neil                            => author:o'neil
      topic:cs.CL org:google*                  => topic:cs.CL org:google*
      upvotes:>=50                             => upvotes:>=50
      upvotes: >= 50                           => upvotes:>=50
      upvotes:>50                              => upvotes:>=51
      upvotes:<50                              => upvotes:<=49
      upvotes:=50 comments:5                   => upvotes:50 comments:5
      upvotes:≥50                              => upvotes:>=50
      upvotes:"50"                             => upvotes:50
      upvotes:10..50                           => upvotes:10..50
      upvotes:10...50                          => upvotes:10..50
      upvotes:10…50                            => upvotes:10..50
      upvotes:10.. stars:..20                  => upvotes:>=10 stars:<=20
      upvotes:1k..2.5k stars:1m                => upvotes:1000..2500 stars:1000000
      upvotes:1,000 stars:1,000,000..2,000,000 => upvotes:1000 stars:1000000..2000000
      upvotes:5,10                             => upvotes:5 OR 10
      upvotes:(5, 10, >= 50)                   => upvotes:(5 OR 10 OR >=50)
      upvotes:2147483647                       => upvotes:2147483647
      -upvotes:<5                              => -upvotes:<=4
      date:2026                                => date:2026
      date:2026-08                             => date:2026-08
      date:2026-08-12                          => date:2026-08-12
      date:2026-W33                            => date:2026-W33
      date:2026-w3                             => date:2026-W03
      date:2026-01-01..2026-12-31              => date:2026
      date:2026-02-01..2026-02-28              => date:2026-02
      date:2026-08-10..2026-08-16              => date:2026-W33
      date:2026-08-01..2026-08-14              => date:2026-08-01..2026-08-14
      date:2026-08..2026-09                    => date:2026-08-01..2026-09-30
      date:>=2026-08                           => date:>=2026-08-01
      date:>2026-08                            => date:>=2026-09-01
      date:<2026-W33                           => date:<=2026-08-09
      date:..2026                              => date:<=2026-12-31
      date:2020-W53                            => date:2020-W53
      date:(2026-08-12, 2026-08-14)            => date:(2026-08-12 OR 2026-08-14)
      has:code -has:project                    => has:code -has:project
      has:Organization has:(org, Stars)        => has:org has:(org OR stars)
      id:2608.10915v2                          => id:2608.10915
      id:arXiv:2608.10915                      => id:2608.10915
      id:https://arxiv.org/abs/2608.10915v1    => id:2608.10915
      id:https://arxiv.org/pdf/2608.10915.pdf  => id:2608.10915
      id:astro-ph/0601001v2 id:Math.GT/0309136 => id:astro-ph/0601001 id:math.GT/0309136
      id:my-paper_7                            => id:my-paper_7
      API: a survey                            => API a survey
      http://example.org/a doi:10.1/x 3:1      => http://example.org/a doi:10.1/x 3:1
      Stars: a survey                          => stars a survey
      DATE: Domain Adaptive Product Seeker     => date Domain Adaptive Product Seeker
      titel: foo                               => titel foo
      3D:reconstruction                        => 3D:reconstruction
      diffus* 深* A* search                    => diffus* 深* A* search
      k-NN gpt-4 state-of-the-art C++ o'neil   => k-NN gpt-4 state-of-the-art C++ o'neil
      what is attention?                       => what is attention
      no. 5; done!                             => no 5 done
      a - b                                    => a b
      a – b — c − d                            => a b c d
      -                                        =>
      state–of–the–art —video                  => state-of-the-art -video
      “state space” „graph” «deep»             => "state space" "graph" "deep"
      Moore’s ‘law’                            => Moore's 'law'
      f(x)                                     => f (x)
      "a""b"-c                                 => "a" "b" -c
      " spaced   out "                         => "spaced out"
      🤗 transformers                          => 🤗 transformers
      """;

  /** What is typed, an arrow, the canonical form, an arrow, and a part of the note. */
  private static final String NOTED =
      """
      agents, , 4d         => agents OR 4d         => one side of a comma
      agents,              => agents               => one side of a comma
      , agents             => agents               => one side of a comma
      ,                    =>                      => one side of a comma
      a OR                 => a                    => one side of an OR
      OR a b               => a b                  => one side of an OR
      a OR OR b            => a OR b               => one side of an OR
      a, OR b              => a OR b               => one side of an OR
      (a |) b              => (a) b                => one side of a bar
      a AND                => a                    => one side of an AND
      a AND AND b          => a AND b              => one side of an AND
      --video              => -video               => Several dashes
      NOT NOT x            => -x                   => one was read
      NOT -x               => -x                   => one was read
      author:-hinton       => -author:hinton       => read as -author:word
      has:-code            => -has:code            => read as -has:word
      title: -foo          => -title:foo           => read as -title:word
      upvotes>=50          => upvotes:>=50         => upvotes>=50 was read as upvotes:>=50
      date<2026            => date:<=2025-12-31    => date<2026 was read as date:<2026
      diffusion & video    => diffusion video      => “&” holds no letter or digit
      a -> b               => a b                  => “>” holds no letter or digit
      ???                  =>                      => “???” holds no letter or digit
      "" a                 => a                    => quotes with nothing in it
      a ()                 => a                    => brackets with nothing in it
      a -()                => a                    => brackets with nothing in it
      title:(graph & deep) => title:graph title:deep => “&” holds no letter or digit
      by:hinton            => by:hinton            => author: is the field for that
      since:2026 x         => since:2026 x         => date:>= is the field for that
      """;

  record Row(String typed, String canonical, String note) {
    @Override
    public String toString() {
      return typed;
    }
  }

  static Stream<Row> plain() {
    return rows(PLAIN);
  }

  static Stream<Row> noted() {
    return rows(NOTED);
  }

  private static Stream<Row> rows(String table) {
    return table
        .lines()
        .map(line -> line.split("=> |=>$", -1))
        .map(cells ->
            new Row(cells[0].strip(), cells[1].strip(), cells.length > 2 ? cells[2].strip() : ""));
  }

  @ParameterizedTest
  @MethodSource("plain")
  void readsPlainQueriesWithoutANote(Row row) {
    QueryResult.Parsed parsed = Queries.parsed(row.typed());
    assertThat(QueryText.canonical(parsed.query())).isEqualTo(row.canonical());
    assertThat(parsed.notes()).isEmpty();
    Queries.assertRoundTrip(parsed.query());
  }

  @ParameterizedTest
  @MethodSource("noted")
  void forgivesSlipsWithANote(Row row) {
    QueryResult.Parsed parsed = Queries.parsed(row.typed());
    assertThat(QueryText.canonical(parsed.query())).isEqualTo(row.canonical());
    assertThat(parsed.notes()).singleElement().asString().contains(row.note());
    Queries.assertRoundTrip(parsed.query());
  }

  @Test
  void buildsTheTreeOfTheGrammar() {
    assertThat(Queries.query("graph (\"neural net\", title:deep*) -author:hinton"))
        .isEqualTo(
            new And(
                List.of(
                    new Word("graph", false, true),
                    new Or(
                        List.of(
                            new Phrase("neural net"),
                            new Fielded(Field.TITLE, new Value.Text("deep", false, true)))),
                    new Not(new Fielded(Field.AUTHOR, new Value.Text("hinton", false, false))))));
    assertThat(Queries.query("")).isEqualTo(Query.EVERYTHING);
    assertThat(Queries.query(" \t\n ")).isEqualTo(Query.EVERYTHING);
  }

  @Test
  void normalisesNumbersAndDatesToInclusiveEnds() {
    assertThat(Queries.query("upvotes:>50"))
        .isEqualTo(new Fielded(Field.UPVOTES, new Value.Range(51L, null)));
    assertThat(Queries.query("comments:..9"))
        .isEqualTo(new Fielded(Field.COMMENTS, new Value.Range(null, 9L)));
    assertThat(Queries.query("date:2026-W33"))
        .isEqualTo(
            new Fielded(
                Field.DATE, new Value.Dates(LocalDate.of(2026, 8, 10), LocalDate.of(2026, 8, 16))));
    assertThat(Queries.query("date:<2026-08"))
        .isEqualTo(new Fielded(Field.DATE, new Value.Dates(null, LocalDate.of(2026, 7, 31))));
    assertThat(Queries.query("date:2024-02"))
        .isEqualTo(
            new Fielded(
                Field.DATE, new Value.Dates(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29))));
  }

  @Test
  void onlyBareWordsAtTheTopAreFree() {
    assertThat(free("diffusion models -video")).containsExactly("diffusion", "models");
    assertThat(free("diffus* \"state space\" author:x")).containsExactly("diffus");
    assertThat(free("a AND b c")).containsExactly("c");
    assertThat(free("a AND \"p\" c AND author:x d")).containsExactly("d");
    assertThat(free("a (b c) (d, e)")).containsExactly("a");
    assertThat(free("a, b")).isEmpty();
    assertThat(free("a b OR c")).isEmpty();
    assertThat(free("(a b)")).isEmpty();
    assertThat(free("a AND")).containsExactly("a");
    assertThat(free("a, ")).containsExactly("a");
    assertThat(free("Stars: a survey")).containsExactly("stars", "a", "survey");
  }

  private static List<String> free(String text) {
    Query query = Queries.query(text);
    List<Query> parts = query instanceof And and ? and.parts() : List.of(query);
    return parts.stream()
        .filter(part -> part instanceof Word word && word.free())
        .map(part -> ((Word) part).text())
        .toList();
  }

  @Test
  void keepsTheTextThatWasReadWithPlainQuotesAndDashes() {
    assertThat(Queries.parsed("  “state\u00A0\u3000space”\t–video\u202E\u0007 \u200Bx ").text())
        .isEqualTo("\"state space\" -video x");
  }

  @Test
  void dropsHalvesOfSurrogatePairsAndNonCharacters() {
    assertThat(QueryText.canonical(Queries.query("a\uD83Db \uDE00 c\uFFFEd"))).isEqualTo("ab cd");
  }

  @Test
  void foldsSeveralQueriesIntoOne() {
    Query folded =
        Query.allOf(
            List.of(
                Queries.query("diffusion models"),
                Queries.query("a, b"),
                Queries.query(""),
                Queries.query("author:hinton -video")));
    assertThat(QueryText.canonical(folded))
        .isEqualTo("diffusion models (a OR b) author:hinton -video");
    Queries.assertRoundTrip(folded);
    assertThat(Query.allOf(List.of())).isEqualTo(Query.EVERYTHING);
  }
}
