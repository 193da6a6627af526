package dev.paperboy.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** JSON from outside: read within limits, its mistakes told in plain words. */
public final class JsonText {
  private static final int DEEPEST = 100;
  private static final int LONGEST_TEXT = 4 << 20;
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_TEXT)
                  .build())
          .build();

  private JsonText() {}

  public static JsonFactory factory() {
    return FACTORY;
  }

  /**
   * The mistake in a file of JSON.
   *
   * @param line where it is; 0 where the exception knows
   */
  public static BrokenFile broken(JsonProcessingException mistake, long line) {
    long at = line > 0 || mistake.getLocation() == null ? line : mistake.getLocation().getLineNr();
    String message = mistake.getOriginalMessage();
    String what;
    if (mistake instanceof JsonEOFException) {
      what = "expected more JSON, it ends in the middle";
    } else if (message != null && message.contains("UTF-8")) {
      what = "expected UTF-8 text";
    } else {
      what = "expected valid JSON";
      if (mistake.getLocation() != null && mistake.getLocation().getColumnNr() > 0) {
        what += ", it goes wrong at column " + mistake.getLocation().getColumnNr();
      }
    }
    return new BrokenFile(at, what);
  }

  /** What a token is, in words: "a number". */
  public static String kind(JsonToken token) {
    return switch (token) {
      case START_OBJECT, END_OBJECT -> "an object";
      case START_ARRAY, END_ARRAY -> "a list";
      case VALUE_STRING, FIELD_NAME -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE, VALUE_NULL ->
          token.asString() == null ? "nothing" : token.asString().toLowerCase(Locale.ROOT);
      case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "something else";
    };
  }

  /** The text under {@code error} of an object; empty where there is none that is plain text. */
  static Optional<String> error(byte[] body) {
    try (JsonParser parser = FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean error = parser.currentName().equals("error");
        if (parser.nextToken() == JsonToken.VALUE_STRING && error) {
          return Optional.of(parser.getText());
        }
        parser.skipChildren();
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
