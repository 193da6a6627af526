package dev.paperboy.query;

import dev.paperboy.query.Query.And;
import dev.paperboy.query.Query.Everything;
import dev.paperboy.query.Query.Fielded;
import dev.paperboy.query.Query.Not;
import dev.paperboy.query.Query.Or;
import dev.paperboy.query.Query.Phrase;
import dev.paperboy.query.Query.Value;
import dev.paperboy.query.Query.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says a query in plain English, as a noun with what narrows it. */
final class PlainEnglish {
  private PlainEnglish() {}

  /** "papers that …", of a tree in its normal form. */
  static String papers(Query query, boolean ranked) {
    if (query instanceof Everything) {
      return "all papers";
    }
    List<Query> parts = query instanceof And and ? and.parts() : List.of(query);
    String closest =
        parts.stream()
            .filter(part -> ranked && Trees.isFree(part))
            .map(part -> part instanceof Word word ? Written.word(word) : "")
            .collect(Collectors.joining(" "));
    List<Query> filters = parts.stream().filter(part -> !(ranked && Trees.isFree(part))).toList();
    String head = closest.isEmpty() ? "papers" : "papers closest to " + quoted(closest);
    List<String> clauses = clauses(filters);
    String joint = closest.isEmpty() ? " " : ", ";
    return clauses.isEmpty() ? head : head + joint + String.join(", ", clauses);
  }

  /** What is mentioned and what is not in one clause, then a clause for each other part. */
  private static List<String> clauses(List<Query> parts) {
    List<String> clauses = new ArrayList<>();
    List<Query> mentioned = new ArrayList<>();
    List<Query> excluded = new ArrayList<>();
    for (Query part : parts) {
      if (part instanceof Not not && isMention(not)) {
        excluded.add(not.part());
      } else if (isMention(part)) {
        mentioned.add(part);
      }
    }
    if (!mentioned.isEmpty()) {
      boolean alone = mentioned.size() == 1 && excluded.isEmpty();
      String all = list(mentioned.stream().map(part -> mention(part, !alone)).toList(), "and");
      String none =
          excluded.stream()
              .map(part -> " and not " + mention(part, true))
              .collect(Collectors.joining());
      clauses.add("that mention " + all + none);
    } else if (!excluded.isEmpty()) {
      boolean alone = excluded.size() == 1;
      clauses.add(
          "that do not mention "
              + list(excluded.stream().map(part -> mention(part, !alone)).toList(), "or"));
    }
    parts.stream().filter(part -> !isMention(part)).map(PlainEnglish::clause).forEach(clauses::add);
    return clauses;
  }

  /** Whether there are only words and phrases in it. */
  private static boolean isMention(Query query) {
    return switch (query) {
      case Everything e -> false;
      case Fielded fielded -> false;
      case Word word -> true;
      case Phrase phrase -> true;
      case Not not -> isMention(not.part());
      case And and -> and.parts().stream().allMatch(PlainEnglish::isMention);
      case Or or -> or.parts().stream().allMatch(PlainEnglish::isMention);
    };
  }

  private static String mention(Query query, boolean within) {
    return switch (query) {
      case Everything e -> "anything";
      case Fielded fielded -> clause(fielded);
      case Word word -> wording(word.text(), word.prefix());
      case Phrase phrase -> quoted(phrase.text());
      case Not not -> "not " + mention(not.part(), true);
      case And and -> group(and.parts(), "and", within);
      case Or or -> group(or.parts(), "or", within);
    };
  }

  private static String group(List<Query> parts, String joint, boolean within) {
    String text = list(parts.stream().map(part -> mention(part, true)).toList(), joint);
    return within ? "(" + text + ")" : text;
  }

  private static String clause(Query query) {
    if (isMention(query)) {
      return clauses(List.of(query)).getFirst();
    }
    return switch (query) {
      case Everything e -> "of any kind";
      case Word word -> "that mention " + mention(word, true);
      case Phrase phrase -> "that mention " + mention(phrase, true);
      case Fielded fielded -> field(fielded.field(), List.of(fielded.value()));
      case Not not -> except(not.part());
      case And and -> "(" + list(clauses(and.parts()), "and") + ")";
      case Or or ->
          Trees.sharedField(or)
              .map(field -> field(field, values(or.parts())))
              .orElseGet(() ->
                  "either " + list(or.parts().stream().map(PlainEnglish::clause).toList(), "or"));
    };
  }

  private static String except(Query query) {
    if (query instanceof Fielded fielded && fielded.field() == Field.HAS) {
      return "without " + field(Field.HAS, List.of(fielded.value())).substring("with ".length());
    }
    String clause = clause(query);
    return query instanceof Or && clause.startsWith("either ")
        ? "not (" + clause + ")"
        : "not " + clause;
  }

  private static List<Value> values(List<Query> parts) {
    return parts.stream()
        .filter(Fielded.class::isInstance)
        .map(part -> ((Fielded) part).value())
        .toList();
  }

  private static String field(Field field, List<Value> values) {
    String any = list(values.stream().map(value -> value(field, value)).toList(), "or");
    return switch (field) {
      case TITLE -> "with " + any + " in the title";
      case ABSTRACT -> "with " + any + " in the abstract";
      case AUTHOR -> "by an author named " + any;
      case ORG -> "from an organization named " + any;
      case TOPIC -> "on the topic " + any;
      case ID -> "with the id " + any;
      case UPVOTES -> "with " + any + plural(" upvote", values);
      case COMMENTS -> "with " + any + plural(" comment", values);
      case STARS -> "with " + any + plural(" GitHub star", values);
      case DATE -> "listed " + any;
      case HAS -> "with " + any;
    };
  }

  private static String value(Field field, Value value) {
    return switch (value) {
      case Value.Range range -> range(range);
      case Value.Dates dates -> Dates.english(dates);
      case Value.Text text ->
          switch (field) {
            case TITLE, ABSTRACT, TOPIC -> wording(text.text(), text.prefix());
            case HAS -> FieldValues.choiceInEnglish(text.text());
            case AUTHOR, ORG, ID, UPVOTES, COMMENTS, STARS, DATE ->
                text.text() + (text.prefix() ? "\u2026" : "");
          };
    };
  }

  private static String range(Value.Range range) {
    Long from = range.from();
    Long to = range.to();
    if (from == null) {
      return to == null ? "any number of" : "at most " + Numbers.grouped(to);
    }
    if (to == null) {
      return "at least " + Numbers.grouped(from);
    }
    return from.equals(to)
        ? from == 0 ? "no" : "exactly " + Numbers.grouped(from)
        : Numbers.grouped(from) + " to " + Numbers.grouped(to);
  }

  private static String plural(String unit, List<Value> values) {
    boolean one =
        values.size() == 1
            && values.getFirst() instanceof Value.Range range
            && Stream.of(
                    range.from() == null ? -1L : range.from(),
                    range.to() == null ? -1L : range.to())
                .allMatch(end -> end == 1 || end == -1);
    return one ? unit : unit + "s";
  }

  private static String wording(String text, boolean prefix) {
    return prefix ? "a word beginning with " + quoted(text) : quoted(text);
  }

  private static String quoted(String text) {
    return "\u201C" + text + "\u201D";
  }

  /** "a", "a or b", "a, b or c". */
  private static String list(List<String> texts, String joint) {
    if (texts.size() < 2) {
      return String.join("", texts);
    }
    int last = texts.size() - 1;
    return String.join(", ", texts.subList(0, last)) + " " + joint + " " + texts.get(last);
  }
}
