package dev.paperboy.query;

import dev.paperboy.query.Query.Value;
import dev.paperboy.query.Query.Word;

/** Words and values as they are typed, so that reading them gives the same again. */
final class Written {
  private Written() {}

  static String word(Word word) {
    String text = word.text() + (word.prefix() ? "*" : "");
    boolean readable =
        isOneWord(text)
            && !text.startsWith("-")
            && !Wording.isOperator(text)
            && !Lexer.beginsWithField(text)
            && Wording.of(text).filter(new Wording(word.text(), word.prefix())::equals).isPresent();
    return readable ? text : phrase(word.text());
  }

  static String phrase(String text) {
    return '"' + text.replace('"', '\'') + '"';
  }

  static String value(Field field, Value value) {
    return switch (value) {
      case Value.Range range -> range(range);
      case Value.Dates dates -> Dates.write(dates.from(), dates.to());
      case Value.Text text -> text(field, text);
    };
  }

  private static String range(Value.Range range) {
    Long from = range.from();
    Long to = range.to();
    if (from == null) {
      return to == null ? ">=0" : "<=" + to;
    }
    if (to == null) {
      return ">=" + from;
    }
    return from.equals(to) ? from.toString() : from + ".." + to;
  }

  private static String text(Field field, Value.Text value) {
    String text = value.text() + (value.prefix() ? "*" : "");
    boolean readable =
        !value.phrase()
            && isOneWord(text)
            && !text.startsWith("-")
            && FieldValues.read(field, text, false) instanceof Reading.Good good
            && good.value().equals(value);
    return readable || (field == Field.ID && isOneWord(text)) ? text : phrase(value.text());
  }

  private static boolean isOneWord(String text) {
    return !text.isEmpty() && text.codePoints().noneMatch(Wording::endsWord);
  }

  /**
   * Whether a value means the same in a bracket behind its field as directly behind the colon,
   * where neither a dash nor another colon is looked for.
   */
  static boolean standsInBracket(Value value) {
    return !(value instanceof Value.Text text)
        || text.phrase()
        || !(text.text().startsWith("-") || Lexer.beginsWithField(text.text()));
  }
}
