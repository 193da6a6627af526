package dev.paperboy.query;

import java.util.Locale;
import java.util.Optional;

/** The fields of the query language. */
public enum Field {
  TITLE(Kind.TEXT),
  ABSTRACT(Kind.TEXT),
  AUTHOR(Kind.TEXT),
  ORG(Kind.TEXT),
  TOPIC(Kind.TEXT),
  ID(Kind.TEXT),
  UPVOTES(Kind.NUMBER),
  COMMENTS(Kind.NUMBER),
  STARS(Kind.NUMBER),
  DATE(Kind.DATE),
  HAS(Kind.CHOICE);

  /** What a field's value is made of. */
  public enum Kind {
    TEXT,
    NUMBER,
    DATE,
    CHOICE
  }

  private final Kind kind;

  Field(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** The name as it is typed. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Field> of(String word) {
    for (Field field : values()) {
      if (field.word().equalsIgnoreCase(word)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
