package dev.paperboy.search;

import dev.paperboy.query.Field;
import dev.paperboy.query.Query;
import dev.paperboy.query.Query.And;
import dev.paperboy.query.Query.Everything;
import dev.paperboy.query.Query.Fielded;
import dev.paperboy.query.Query.Not;
import dev.paperboy.query.Query.Or;
import dev.paperboy.query.Query.Phrase;
import dev.paperboy.query.Query.Value;
import dev.paperboy.query.Query.Word;

/** What a query says, in one text: its words and phrases, what it excludes left out. */
final class Said {
  private Said() {}

  /** Empty where nothing was said: numbers, dates and names alone mean nothing. */
  static String of(Query query) {
    StringBuilder text = new StringBuilder();
    add(query, text);
    return text.toString().strip();
  }

  private static void add(Query query, StringBuilder text) {
    switch (query) {
      case Everything everything -> {}
      case Not not -> {
        if (not.part() instanceof Not twice) {
          add(twice.part(), text);
        }
      }
      case And and -> and.parts().forEach(part -> add(part, text));
      case Or or -> or.parts().forEach(part -> add(part, text));
      case Word word -> {
        if (!word.prefix()) {
          text.append(word.text().strip()).append(' ');
        }
      }
      case Phrase phrase -> text.append(phrase.text().strip()).append(' ');
      case Fielded fielded -> {
        if (fielded.value() instanceof Value.Text value
            && !value.prefix()
            && ranks(fielded.field())) {
          text.append(value.text().strip()).append(' ');
        }
      }
    }
  }

  /** Whether what is asked of a field ranks papers, too. */
  static boolean ranks(Field field) {
    return switch (field) {
      case TITLE, ABSTRACT, TOPIC -> true;
      case AUTHOR, ORG, ID, UPVOTES, COMMENTS, STARS, DATE, HAS -> false;
    };
  }
}
