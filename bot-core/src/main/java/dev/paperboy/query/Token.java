package dev.paperboy.query;

import org.jspecify.annotations.Nullable;

/**
 * One piece of a query.
 *
 * @param start index of its first code point
 * @param end index behind its last
 * @param text as typed; of a phrase what stands between the quotes
 * @param field of a {@link Kind#FIELD} only
 */
record Token(Kind kind, int start, int end, String text, @Nullable Field field) {
  enum Kind {
    WORD,
    PHRASE,
    FIELD,
    OPEN,
    CLOSE,
    /** A dash that excludes what it touches. */
    MINUS,
    NOT,
    AND,
    /** Also a comma and a bar. */
    OR,
    END
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean beginsAtom() {
    return switch (kind) {
      case WORD, PHRASE, FIELD, OPEN -> true;
      case CLOSE, MINUS, NOT, AND, OR, END -> false;
    };
  }
}
