package dev.paperboy.query;

import static org.assertj.core.api.Assertions.assertThat;

/** What the tests of the query language ask again and again. */
final class Queries {
  private Queries() {}

  static QueryResult.Parsed parsed(String text) {
    QueryResult result = QueryParser.parse(text);
    assertThat(result).as(text).isInstanceOf(QueryResult.Parsed.class);
    return (QueryResult.Parsed) result;
  }

  static QueryResult.Problem problem(String text) {
    QueryResult result = QueryParser.parse(text);
    assertThat(result).as(text).isInstanceOf(QueryResult.Problem.class);
    return (QueryResult.Problem) result;
  }

  static Query query(String text) {
    return parsed(text).query();
  }

  /** The canonical form reads as an equal tree, and is written so again. */
  static void assertRoundTrip(Query query) {
    String canonical = QueryText.canonical(query);
    Query again = query(canonical);
    assertThat(again).as(canonical).isEqualTo(query);
    assertThat(QueryText.canonical(again)).isEqualTo(canonical);
  }

  /** Whatever was typed: no exception, and each promise of the result is kept. */
  static void assertPromises(String text) {
    switch (QueryParser.parse(text)) {
      case QueryResult.Parsed parsed -> {
        assertRoundTrip(parsed.query());
        assertThat(QueryText.english(parsed.query(), true)).isNotBlank();
        assertThat(QueryText.english(parsed.query(), false)).isNotBlank();
        assertThat(parsed.text().codePointCount(0, parsed.text().length()))
            .isLessThanOrEqualTo(TypedText.LONGEST);
        assertThat(parsed.notes()).doesNotHaveDuplicates().noneMatch(String::isBlank);
        if (QueryParser.parse(parsed.text()) instanceof QueryResult.Parsed again) {
          assertThat(again.text()).isEqualTo(parsed.text());
        }
      }
      case QueryResult.Problem problem -> {
        assertThat(problem.text()).isEqualTo(text);
        assertThat(problem.message()).isNotBlank();
        assertThat(problem.column()).isBetween(1, text.codePointCount(0, text.length()));
        assertThat(problem.near()).isNotEqualTo(text);
        assertRoundTrip(query(problem.near()));
      }
    }
  }
}
