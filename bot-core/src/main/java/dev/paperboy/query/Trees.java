package dev.paperboy.query;

import dev.paperboy.query.Query.And;
import dev.paperboy.query.Query.Everything;
import dev.paperboy.query.Query.Fielded;
import dev.paperboy.query.Query.Not;
import dev.paperboy.query.Query.Or;
import dev.paperboy.query.Query.Phrase;
import dev.paperboy.query.Query.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Trees in their one normal form: no And within And, no Or within Or, none of one part, no part
 * said twice, no double negation, free words nowhere but at the top.
 */
final class Trees {
  private Trees() {}

  static Query all(List<Query> parts) {
    List<Query> flat = new ArrayList<>();
    Set<Query> seen = new LinkedHashSet<>();
    for (Query part : parts) {
      List<Query> inner =
          switch (part) {
            case Everything e -> List.of();
            case And and -> and.parts();
            case Or or -> List.of(or);
            case Not not -> List.of(not);
            case Word word -> List.of(word);
            case Phrase phrase -> List.of(phrase);
            case Fielded fielded -> List.of(fielded);
          };
      for (Query q : inner) {
        if (isFree(q) || seen.add(q)) {
          flat.add(q);
        }
      }
    }
    return flat.isEmpty() ? Query.EVERYTHING : flat.size() == 1 ? flat.getFirst() : new And(flat);
  }

  static Query any(List<Query> parts) {
    Set<Query> flat = new LinkedHashSet<>();
    for (Query part : parts) {
      if (part instanceof Or or) {
        flat.addAll(or.parts());
      } else if (!(part instanceof Everything)) {
        flat.add(part);
      }
    }
    return switch (flat.size()) {
      case 0 -> Query.EVERYTHING;
      case 1 -> flat.iterator().next();
      default -> new Or(List.copyOf(flat));
    };
  }

  static Query not(Query part) {
    return switch (part) {
      case Everything e -> e;
      case Not not -> not.part();
      case And and -> new Not(and);
      case Or or -> new Not(or);
      case Word word -> new Not(word);
      case Phrase phrase -> new Not(phrase);
      case Fielded fielded -> new Not(fielded);
    };
  }

  static boolean isFree(Query query) {
    return query instanceof Word word && word.free();
  }

  /** Whether a word of the top is required even where free words rank. */
  static boolean isRequiredWord(Query query) {
    return query instanceof Word word && !word.free();
  }

  /**
   * Whether AND is written between two neighbours at the top: where one of them is a required word,
   * which beside a space would be free, and neither is free, which beside AND would be required.
   */
  static boolean isJoinedByAnd(Query left, Query right) {
    return (isRequiredWord(left) || isRequiredWord(right)) && !isFree(left) && !isFree(right);
  }

  /** The normal form of any tree. */
  static Query normal(Query query) {
    return normal(query, true);
  }

  private static Query normal(Query query, boolean top) {
    return switch (query) {
      case Everything e -> e;
      case Word word -> top ? word : new Word(word.text(), word.prefix(), false);
      case Phrase phrase -> phrase;
      case Fielded fielded -> fielded;
      case Not not -> not(normal(not.part(), false));
      case And and -> all(and.parts().stream().map(part -> normal(part, top)).toList());
      case Or or -> any(or.parts().stream().map(part -> normal(part, false)).toList());
    };
  }

  /**
   * The field that all parts of an any-of share, so that it is written once before a bracket; empty
   * where they do not, or where one of them can only stand directly behind its colon.
   */
  static Optional<Field> sharedField(Or or) {
    Field shared = null;
    for (Query part : or.parts()) {
      if (!(part instanceof Fielded fielded)
          || (shared != null && shared != fielded.field())
          || !Written.standsInBracket(fielded.value())) {
        return Optional.empty();
      }
      shared = fielded.field();
    }
    return Optional.ofNullable(shared);
  }

  /** Words, phrases and fields, wherever they stand. */
  static int leaves(Query query) {
    return switch (query) {
      case Everything e -> 0;
      case Word word -> 1;
      case Phrase phrase -> 1;
      case Fielded fielded -> 1;
      case Not not -> leaves(not.part());
      case And and -> and.parts().stream().mapToInt(Trees::leaves).sum();
      case Or or -> or.parts().stream().mapToInt(Trees::leaves).sum();
    };
  }
}
