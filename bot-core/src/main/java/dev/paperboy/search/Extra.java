package dev.paperboy.search;

/**
 * A term that stands for several words, or for a word in another form: {@code knn} for "k-NN", the
 * long form for "LLM".
 *
 * @param term as it is indexed beside the words' own terms
 * @param from the first token it stands for
 * @param to the last one, included
 */
record Extra(Kind kind, String term, int from, int to) {
  enum Kind {
    /** The parts of a word with hyphens written as one. */
    JOINED,
    /** A short form of what the tokens write out; it may stand for other things too. */
    SHORT,
    /** What a long form means, however it is said. */
    MEANING
  }

  boolean covers(int first, int last) {
    return from <= first && last <= to;
  }

  /** Whether a query that holds it may be met by the term in place of its words. */
  boolean standsForQuery() {
    return from < to && kind != Kind.SHORT;
  }
}
