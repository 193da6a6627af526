package dev.paperboy.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryProblemTest {
  /** What is typed, the column of the mistake, the nearest valid form, a part of the message. */
  private static final String TABLE =
      """
      (a b                        =>  1 => (a b)                    => never closed
      x (a (b, c)                 =>  3 => x (a (b, c))             => never closed
      a) b                        =>  2 => a b                      => closes none
      )                           =>  1 =>                          => closes none
      "state space                =>  1 => "state space"            => never closed
      x "a b -c                   =>  3 => x "a b -c"               => never closed
      (a "b c)                    =>  4 => (a "b c")                => never closed
      author:"hinton              =>  8 => author:"hinton"          => never closed
      "                           =>  1 =>                          => never closed
      title:                      =>  1 => title                    => a word or a phrase
      diffusion title:            => 11 => diffusion                => a word or a phrase
      title: OR b                 =>  1 => b                        => a word or a phrase
      title:()                    =>  1 => title                    => a word or a phrase
      a title: author:b           =>  3 => a author:b               => a word or a phrase
      title:???                   =>  7 => title                    => a word or a phrase
      a -title:                   =>  4 => a                        => a word or a phrase
      id:                         =>  1 => id                       => an arXiv id
      upvotes:                    =>  1 => upvotes:>=50             => needs a number
      upvotes:>                   =>  9 => upvotes:>=50             => needs a number
      upvotes:..                  =>  9 => upvotes:>=50             => needs a number
      diffusion upvotes:many      => 19 => diffusion upvotes:>=50   => no number of upvotes
      stars:lots                  =>  7 => stars:>=100              => no number of stars
      upvotes:50+                 =>  9 => upvotes:>=50             => no number of upvotes
      upvotes:10-50               =>  9 => upvotes:10..50           => no number of upvotes
      upvotes:50..10              =>  9 => upvotes:10..50           => runs backwards
      upvotes:-5                  =>  9 => upvotes:5                => no number of upvotes
      upvotes:1.5                 =>  9 => upvotes:1                => no number of upvotes
      upvotes:99999999999         =>  9 => upvotes:2147483647       => no number of upvotes
      upvotes:>2147483647         =>  9 => upvotes:2147483647       => no higher than 2,147,483,647
      upvotes:<0                  =>  9 => upvotes:0                => never fewer than 0
      upvotes:<>5                 =>  9 => upvotes:<=5              => no number of upvotes
      upvotes:(5, many)           => 13 => upvotes:(5, >=50)        => no number of upvotes
      upvotes: 5x                 => 10 => upvotes: 5               => no number of upvotes
      date:2026-13-01             =>  6 => date:2026-12-01          => is no date
      date:2026-02-31             =>  6 => date:2026-02-28          => is no date
      date:2026-8-1               =>  6 => date:2026-08-01          => is no date
      date:2026/08/12             =>  6 => date:2026-08-12          => is no date
      date:20260812               =>  6 => date:2026-08-12          => is no date
      date:2026-W54               =>  6 => date:2026-W53            => is no date
      date:2025-W53               =>  6 => date:2025-W52            => is no date
      date:2026-00                =>  6 => date:2026-01             => is no date
      date:>=2026-13              =>  6 => date:>=2026-12           => is no date
      date:>9999                  =>  6 => date:>=9999              => is no date
      date:0000                   =>  6 => date:0001                => is no date
      date:today                  =>  6 => date:2026-08             => is no date
      date:2026-08-14..2026-08-01 =>  6 => date:2026-08-01..2026-08-14 => runs backwards
      date:2026-08-01-2026-08-14  =>  6 => date:2026-08-01..2026-08-14 => is no date
      has:github                  =>  5 => has:code                 => has: knows code, project
      has:cod                     =>  5 => has:code                 => has: knows code, project
      has:foo                     =>  5 => has:code                 => has: knows code, project
      has:                        =>  1 => has:code                 => one of code, project
      id:foo/bar                  =>  4 => id:foobar                => no paper id
      id:see-2608.10915/x         =>  4 => id:2608.10915            => no paper id
      id:2608*                    =>  4 => id:2608                  => no paper id
      author:>5                   =>  8 => author:5                 => can be compared
      title:>                     =>  7 => title                    => a word or a phrase
      author:10..20               =>  8 => author:"10..20"          => given as a range
      titel:foo, bar              =>  1 => title:foo, bar           => did you mean title:
      x auther:"foo bar"          =>  3 => x author:"foo bar"       => did you mean author:
      authors:(a, b)              =>  1 => author:(a, b)            => did you mean author:
      -absract:x                  =>  2 => -abstract:x              => did you mean abstract:
      upvote:>=5                  =>  1 => upvotes:>=5              => did you mean upvotes:
      votes:5                     =>  1 => upvotes:5                => did you mean upvotes:
      upvote:many                 =>  1 => upvotes:>=50             => did you mean upvotes:
      orgs:meta                   =>  1 => org:meta                 => did you mean org:
      dates:2026                  =>  1 => date:2026                => did you mean date:
      hsa:code                    =>  1 => has:code                 => did you mean has:
      ids:2608.10915              =>  1 => id:2608.10915            => did you mean id:
      tpoic:x                     =>  1 => topic:x                  => did you mean topic:
      a AND OR b                  =>  7 => a AND b                  => side by side
      a OR AND b                  =>  6 => a OR b                   => side by side
      a AND , b                   =>  7 => a AND b                  => side by side
      OR                          =>  1 => or                       => on both sides
      AND OR                      =>  1 => and                      => on both sides
      NOT                         =>  1 => not                      => NOT needs
      a NOT                       =>  3 => a                        => NOT needs
      a NOT OR b                  =>  3 => a OR b                   => NOT needs
      (a titel:b                  =>  1 => (a title:b)              => never closed
      a, , titel:b                =>  6 => a OR title:b             => did you mean title:
      """;

  record Row(String typed, int column, String near, String message) {
    @Override
    public String toString() {
      return typed;
    }
  }

  static Stream<Row> table() {
    return TABLE
        .lines()
        .map(line -> line.split(" => ", -1))
        .map(cells ->
            new Row(
                cells[0].strip(),
                Integer.parseInt(cells[1].strip()),
                cells[2].strip(),
                cells[3].strip()));
  }

  @ParameterizedTest
  @MethodSource("table")
  void pointsAtTheMistakeAndOffersTheNearestValidForm(Row row) {
    QueryResult.Problem problem = Queries.problem(row.typed());
    assertThat(problem.column()).isEqualTo(row.column());
    assertThat(problem.near()).isEqualTo(row.near());
    assertThat(problem.message()).contains(row.message());
    assertThat(problem.text()).isEqualTo(row.typed());
    Queries.assertPromises(row.typed());
  }

  @Test
  void countsColumnsInCodePointsOfTheTextAsTyped() {
    assertThat(Queries.problem("🤗\u200B  🤗   titel:x").column()).isEqualTo(9);
    assertThat(Queries.problem("\u00A0 “a” upvotes:many").column()).isEqualTo(15);
    assertThat(Queries.problem("\n\n  )").column()).isEqualTo(5);
  }

  @Test
  void keepsAllThatWasTyped() {
    String typed = " “a”\u0007 ) " + "b ".repeat(1_000);
    QueryResult.Problem problem = Queries.problem(typed);
    assertThat(problem.text()).isEqualTo(typed);
    assertThat(problem.column()).isEqualTo(7);
  }

  @Test
  void quotesLongPiecesByTheirBeginning() {
    assertThat(Queries.problem("upvotes:" + "x".repeat(500)).message().length()).isLessThan(200);
  }

  @Test
  void leavesUnknownFieldsAndPlainColonsAlone() {
    for (String text :
        new String[] {
          "https://x.y", "doi:10.1", "as:is", "re:form", "N:M", "lego:x", "2:1", ":x"
        }) {
      assertThat(Queries.query(text)).as(text).isInstanceOf(Query.Word.class);
    }
  }
}
