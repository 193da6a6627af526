package dev.paperboy.query;

/** What came of reading the value of a field. */
sealed interface Reading {
  record Good(Query.Value value) implements Reading {}

  /**
   * @param message what is wrong and what is expected, in plain English
   * @param nearest the nearest valid value as it is typed; empty where none is near
   */
  record Bad(String message, String nearest) implements Reading {}
}
