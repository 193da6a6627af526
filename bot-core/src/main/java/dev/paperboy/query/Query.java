package dev.paperboy.query;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tree of a query. {@link QueryParser} makes it, {@link QueryText} writes it down again. */
public sealed interface Query {
  /** Matches every paper: nothing was asked. */
  record Everything() implements Query {}

  record And(List<Query> parts) implements Query {
    public And {
      parts = List.copyOf(parts);
    }
  }

  record Or(List<Query> parts) implements Query {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Not(Query part) implements Query {}

  /**
   * A word as typed, in title, abstract, topics or authors.
   *
   * @param prefix typed with a star at its end
   * @param free stands at the top of the query beside others with nothing but a space between: in a
   *     ranked search it ranks and is not required
   */
  record Word(String text, boolean prefix, boolean free) implements Query {}

  /** Words that must stand together, exactly as typed but for case and accents. */
  record Phrase(String text) implements Query {}

  record Fielded(Field field, Value value) implements Query {}

  /** What stands behind a field's colon. */
  sealed interface Value {
    /**
     * Of {@link Field#ID} the id without version, of {@link Field#HAS} one of {@code code project
     * abstract summary org thumbnail stars}; else as typed.
     *
     * @param phrase typed in quotes: the words stand together, exactly so
     * @param prefix typed with a star at its end
     */
    record Text(String text, boolean phrase, boolean prefix) implements Value {}

    /** Both ends included, 0 to 2,147,483,647; a null end is open. */
    record Range(@Nullable Long from, @Nullable Long to) implements Value {}

    /** UTC dates on which a paper was first listed, both ends included; a null end is open. */
    record Dates(@Nullable LocalDate from, @Nullable LocalDate to) implements Value {}
  }

  Query EVERYTHING = new Everything();

  /**
   * Matches what every one of the queries matches, as one query: a filter folded out of several
   * options. Free words stay free.
   */
  static Query allOf(List<Query> queries) {
    return Trees.normal(new And(queries));
  }
}
