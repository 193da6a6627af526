package dev.paperboy.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.query.Query.And;
import dev.paperboy.query.Query.Fielded;
import dev.paperboy.query.Query.Not;
import dev.paperboy.query.Query.Or;
import dev.paperboy.query.Query.Phrase;
import dev.paperboy.query.Query.Value;
import dev.paperboy.query.Query.Word;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryTextTest {
  /** A query, an arrow, and what follows "papers" in its reading as a filter. */
  private static final String READINGS =
      """
      diffusion                           => that mention “diffusion”
      a b c                               => that mention “a”, “b” and “c”
      a, b                                => that mention “a” or “b”
      a b, c                              => that mention (“a” and “b”) or “c”
      a (b, c) -d                         => that mention “a” and (“b” or “c”) and not “d”
      -video                              => that do not mention “video”
      -video -(a b)                       => that do not mention “video” or (“a” and “b”)
      "state space" diffus*               => that mention “state space” and a word beginning with “diffus”
      author:hinton                       => by an author named hinton
      author:("Geoffrey Hinton", lecun*)  => by an author named Geoffrey Hinton or lecun…
      -author:hinton                      => not by an author named hinton
      org:meta topic:cs.CL                => from an organization named meta, on the topic “cs.CL”
      title:a abstract:"b c"              => with “a” in the title, with “b c” in the abstract
      id:2608.10915                       => with the id 2608.10915
      upvotes:>=50 comments:<=9 stars:1   => with at least 50 upvotes, with at most 9 comments, with exactly 1 GitHub star
      upvotes:1000..2000                  => with 1,000 to 2,000 upvotes
      upvotes:0                           => with no upvotes
      upvotes:>=1                         => with at least 1 upvote
      upvotes:(1, 10..20)                 => with exactly 1 or 10 to 20 upvotes
      date:2026                           => listed in 2026
      date:2026-08                        => listed in August 2026
      date:2026-W33                       => listed in week 2026-W33
      date:2026-08-12                     => listed on 2026-08-12
      date:>=2026-08-12                   => listed on or after 2026-08-12
      date:<=2026-08-12                   => listed on or before 2026-08-12
      date:2026-08-01..2026-08-14         => listed from 2026-08-01 to 2026-08-14
      has:code -has:project               => with code, without a project page
      has:summary                         => with Hugging Face's own summary
      a, title:b                          => either that mention “a” or with “b” in the title
      a -(title:b c)                      => that mention “a”, not (that mention “c” and with “b” in the title)
      -(title:b, c)                       => not (either with “b” in the title or that mention “c”)
      """;

  record Row(String typed, String reading) {
    @Override
    public String toString() {
      return typed;
    }
  }

  static Stream<Row> readings() {
    return READINGS
        .lines()
        .map(line -> line.split(" => ", -1))
        .map(cells -> new Row(cells[0].strip(), cells[1].strip()));
  }

  @ParameterizedTest
  @MethodSource("readings")
  void saysAFilterInPlainEnglish(Row row) {
    assertThat(QueryText.english(Queries.query(row.typed()), false))
        .isEqualTo("papers " + row.reading());
  }

  @Test
  void saysWhatAFilterRequires() {
    Query query = Queries.query("diffusion -video author:Hinton upvotes:>=50");
    assertThat(QueryText.english(query, false))
        .isEqualTo(
            "papers that mention “diffusion” and not “video”, by an author named Hinton,"
                + " with at least 50 upvotes");
    assertThat(QueryText.english(Query.EVERYTHING, false)).isEqualTo("all papers");
  }

  @Test
  void saysWhatASearchRanksBy() {
    assertThat(QueryText.english(Queries.query("diffusion models"), true))
        .isEqualTo("papers closest to “diffusion models”");
    assertThat(QueryText.english(Queries.query("diffusion models -video author:Hinton"), true))
        .isEqualTo(
            "papers closest to “diffusion models”, that do not mention “video”,"
                + " by an author named Hinton");
    assertThat(QueryText.english(Queries.query("a, b"), true))
        .isEqualTo("papers that mention “a” or “b”");
    assertThat(QueryText.english(Query.EVERYTHING, true)).isEqualTo("all papers");
  }

  @Test
  void listsTheWordsToMarkInATextWithoutExcludedOnesAndNames() {
    assertThat(
            QueryText.words(
                Queries.query(
                    "diffusion diffus* \"state space\" -video -(a title:b) (c, d) title:e"
                        + " abstract:\"f g\" topic:h author:hinton org:meta has:code upvotes:5"
                        + " diffusion")))
        .containsExactly("diffusion", "diffus*", "state space", "c", "d", "e", "f g", "h");
    assertThat(QueryText.words(Query.EVERYTHING)).isEmpty();
  }

  @Test
  void writesTreesThatWereBuiltByHandInTheirNormalForm() {
    Word a = new Word("a", false, true);
    Word b = new Word("b", false, true);
    assertThat(QueryText.canonical(new And(List.of(new And(List.of(a)), new And(List.of(b))))))
        .isEqualTo("a b");
    assertThat(QueryText.canonical(new Or(List.of(a, new Or(List.of(b, Query.EVERYTHING))))))
        .isEqualTo("a OR b");
    assertThat(QueryText.canonical(new Not(new Not(a)))).isEqualTo("(a)");
    assertThat(QueryText.canonical(new And(List.of()))).isEmpty();
    assertThat(QueryText.canonical(new Phrase("say \"hi\""))).isEqualTo("\"say 'hi'\"");
    assertThat(
            QueryText.canonical(
                new Fielded(Field.AUTHOR, new Value.Text("Geoffrey Hinton", false, false))))
        .isEqualTo("author:\"Geoffrey Hinton\"");
    assertThat(QueryText.canonical(new Word("title:x", false, true))).isEqualTo("\"title:x\"");
    assertThat(QueryText.canonical(new Word("OR", false, true))).isEqualTo("\"OR\"");
  }

  @Test
  void speaksTheSameWhateverTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      Query query = Queries.query("upvotes:1k.. date:2026-08 date:2026-W33");
      assertThat(QueryText.canonical(query)).isEqualTo("upvotes:>=1000 date:2026-08 date:2026-W33");
      assertThat(QueryText.english(query, false))
          .isEqualTo(
              "papers with at least 1,000 upvotes, listed in August 2026, listed in week 2026-W33");
      assertThat(Queries.parsed("x ".repeat(900)).notes().toString())
          .contains("1,000 characters", "100 words");
    } finally {
      Locale.setDefault(before);
    }
  }
}
