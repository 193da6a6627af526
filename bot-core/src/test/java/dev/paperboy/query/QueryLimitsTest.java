package dev.paperboy.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.query.Query.And;
import dev.paperboy.query.Query.Or;
import dev.paperboy.query.Query.Word;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QueryLimitsTest {
  @Test
  void cutsLongTextAtAWordWithANote() {
    String text = "abcdefgh ".repeat(200).strip();
    QueryResult.Parsed parsed = Queries.parsed(text);
    assertThat(parsed.text()).hasSize(998).endsWith(" abcdefgh");
    assertThat(parsed.notes()).anyMatch(note -> note.contains("1,000 characters"));
  }

  @Test
  void cutsOneLongWordAtACodePoint() {
    QueryResult.Parsed parsed = Queries.parsed("🤗".repeat(1_500));
    assertThat(parsed.text()).isEqualTo("🤗".repeat(1_000));
    assertThat(parsed.notes()).hasSize(1);
  }

  @Test
  void aTextOfJustTheLongestLengthIsNotCut() {
    assertThat(Queries.parsed("x".repeat(1_000) + "  \n").notes()).isEmpty();
    assertThat(Queries.parsed("x".repeat(1_001)).notes()).hasSize(1);
  }

  @Test
  void neverRefusesWhatTheCutLeavesOpen() {
    String filler = "word ".repeat(180);
    for (String open :
        new String[] {
          "(" + filler + " tail".repeat(50) + ")",
          "\"" + filler + " tail".repeat(50) + "\"",
          "a title:(b, (c " + filler + " tail".repeat(50) + "))",
          "x".repeat(992) + " title: more",
          "x".repeat(991) + " upvotes: > 50",
          "x".repeat(995) + " NOT more",
          "x".repeat(995) + " OR more",
          "x".repeat(700) + " upvotes:" + "9".repeat(2_000),
          "x".repeat(985) + " author:(" + "y ".repeat(500) + ")"
        }) {
      assertThat(QueryParser.parse(open)).as(open).isInstanceOf(QueryResult.Parsed.class);
      Queries.assertPromises(open);
    }
  }

  @Test
  void readsAHundredWordsAndKeepsTheFiltersBehindThem() {
    String words = numbered("w", 130, " ");
    QueryResult.Parsed parsed = Queries.parsed(words + " -video author:hinton");
    assertThat(parsed.notes()).singleElement().asString().contains("100 words");
    assertThat(((And) parsed.query()).parts()).hasSize(102);
    Queries.assertRoundTrip(parsed.query());
  }

  @Test
  void readsTwentyFourOperatorsAndFields() {
    assertThat(Queries.parsed(numbered("-w", 24, " ")).notes()).isEmpty();
    assertThat(((And) Queries.query(numbered("-w", 30, " "))).parts()).hasSize(24);
    assertThat(((Or) Queries.query(numbered("w", 30, ", "))).parts()).hasSize(25);
    assertThat(((And) Queries.query(numbered("w", 30, " AND "))).parts()).hasSize(25);
    assertThat(((And) Queries.query(numbered("title:w", 30, " "))).parts()).hasSize(24);
    assertThat(((Or) Queries.query("author:(" + numbered("w", 30, ", ") + ")")).parts())
        .hasSize(24);
    QueryResult.Parsed parsed = Queries.parsed(numbered("title:w", 30, " ") + " free");
    assertThat(parsed.notes()).singleElement().asString().contains("24 operators and fields");
    assertThat(((And) parsed.query()).parts()).contains(new Word("free", false, true));
    Queries.assertRoundTrip(parsed.query());
  }

  @Test
  void aCutQueryIsNotCutAgain() {
    for (String text :
        new String[] {
          "abstract:(" + numbered("word", 90, " ") + ")",
          "(" + numbered("(x", 60, ", y) ") + ")",
          "-(" + numbered("a", 120, ", ") + ")",
          numbered("(a b), (c d) e", 40, " "),
          "title:(\"" + "long phrase ".repeat(30) + "\", " + numbered("w", 60, ", "),
          numbered("\"" + "y".repeat(48), 18, "\",") + "\""
        }) {
      Queries.assertPromises(text);
    }
  }

  @Test
  void brackettedWordsOfTheTopCountTheirAndsAsOperators() {
    Query query = Queries.query("(" + numbered("w", 60, " ") + ")");
    assertThat(((And) query).parts()).hasSize(25);
    Queries.assertRoundTrip(query);
  }

  @Test
  void flattensBracketsThatAreTooDeep() {
    String deep =
        IntStream.range(0, 30)
                .mapToObj(i -> "(a" + i + (i % 2 == 0 ? ", " : " "))
                .collect(Collectors.joining())
            + "x"
            + ")".repeat(30);
    QueryResult.Parsed parsed = Queries.parsed(deep);
    assertThat(parsed.notes()).anyMatch(note -> note.contains("Brackets more than 16 deep"));
    Queries.assertRoundTrip(parsed.query());
    Queries.assertPromises("(".repeat(400) + "x" + ")".repeat(400));
    Queries.assertPromises("-(".repeat(300) + "title:(".repeat(50));
    Queries.assertPromises("title:(".repeat(20) + "x" + ")".repeat(20));
  }

  private static String numbered(String word, int count, String joint) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> word + i)
        .collect(Collectors.joining(joint));
  }
}
