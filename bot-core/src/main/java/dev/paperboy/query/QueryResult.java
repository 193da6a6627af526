package dev.paperboy.query;

import java.util.List;

/** What came of reading a query. */
public sealed interface QueryResult {
  /**
   * @param text what was typed, quotes and dashes normalised
   * @param notes what was cut or mended, in plain English, for the reader
   */
  record Parsed(String text, Query query, List<String> notes) implements QueryResult {
    public Parsed {
      notes = List.copyOf(notes);
    }
  }

  /**
   * @param message what is wrong, in plain English
   * @param column 1-based, in code points of {@code text}
   * @param text all that was typed; nothing is lost
   * @param near the nearest valid form of the whole query
   */
  record Problem(String message, int column, String text, String near) implements QueryResult {}
}
