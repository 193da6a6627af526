package dev.paperboy.query;

import dev.paperboy.query.Query.And;
import dev.paperboy.query.Query.Everything;
import dev.paperboy.query.Query.Fielded;
import dev.paperboy.query.Query.Not;
import dev.paperboy.query.Query.Or;
import dev.paperboy.query.Query.Phrase;
import dev.paperboy.query.Query.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a tree down to what a query may hold. What counts is the tree as its canonical form writes
 * it, so that the canonical form of a cut query is never cut again.
 */
final class Limits {
  /** Words and phrases without a field and without a dash of their own. */
  static final int WORDS = 100;

  /** Fields, exclusions, any-ofs and written ANDs. */
  static final int OPERATORS = 24;

  private final Findings findings;
  private int words;
  private int operators;

  private Limits(Findings findings) {
    this.findings = findings;
  }

  /** Cutting makes brackets fall away, which may make operators of spaces: again until all fits. */
  static Query cut(Query query, Findings findings) {
    Query fitting = query;
    Query before;
    do {
      before = fitting;
      fitting = shortened(new Limits(findings).kept(before, true), findings);
    } while (!fitting.equals(before));
    return fitting;
  }

  /** Takes parts from the end until the canonical form is as short as a query must be. */
  private static Query shortened(Query query, Findings findings) {
    if (fits(query)) {
      return query;
    }
    findings.cut(Numbers.grouped(TypedText.LONGEST) + " characters", Findings.Note.CUT);
    int low = 0;
    int high = Trees.leaves(query);
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (fits(first(query, new int[] {middle}))) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return first(query, new int[] {low});
  }

  private static boolean fits(Query query) {
    String canonical = QueryText.canonical(query);
    return canonical.codePointCount(0, canonical.length()) <= TypedText.LONGEST;
  }

  /** The tree of its first leaves; {@code left[0]} counts down how many are still to come. */
  private static Query first(Query query, int[] left) {
    return switch (query) {
      case Everything e -> e;
      case Word word -> left[0]-- > 0 ? word : Query.EVERYTHING;
      case Phrase phrase -> left[0]-- > 0 ? phrase : Query.EVERYTHING;
      case Fielded fielded -> left[0]-- > 0 ? fielded : Query.EVERYTHING;
      case Not not -> Trees.not(first(not.part(), left));
      case And and -> Trees.all(and.parts().stream().map(part -> first(part, left)).toList());
      case Or or -> Trees.any(or.parts().stream().map(part -> first(part, left)).toList());
    };
  }

  private Query kept(Query query, boolean top) {
    return switch (query) {
      case Everything e -> e;
      case Word word -> word() ? word : Query.EVERYTHING;
      case Phrase phrase -> word() ? phrase : Query.EVERYTHING;
      case Fielded fielded -> operator() ? fielded : Query.EVERYTHING;
      case Not not -> not(not);
      case And and -> and(and, top);
      case Or or -> or(or);
    };
  }

  private boolean word() {
    if (words == WORDS) {
      findings.cut(WORDS + " words", Findings.Note.WORDS);
      return false;
    }
    words++;
    return true;
  }

  private boolean operator() {
    if (operators == OPERATORS) {
      findings.cut(OPERATORS + " operators and fields", Findings.Note.OPERATORS);
      return false;
    }
    operators++;
    return true;
  }

  private Query not(Not not) {
    if (!operator()) {
      return Query.EVERYTHING;
    }
    boolean leaf = not.part() instanceof Word || not.part() instanceof Phrase;
    Query part = leaf ? not.part() : kept(not.part(), false);
    if (part instanceof Everything) {
      operators--;
    }
    return Trees.not(part);
  }

  /** At the top some neighbours are written with AND; deeper all are written with a space. */
  private Query and(And and, boolean top) {
    List<Query> parts = new ArrayList<>();
    for (Query part : and.parts()) {
      boolean join = top && !parts.isEmpty() && Trees.isJoinedByAnd(parts.getLast(), part);
      if (join && !operator()) {
        continue;
      }
      Query kept = kept(part, false);
      if (!(kept instanceof Everything)) {
        parts.add(kept);
      } else if (join) {
        operators--;
      }
    }
    return Trees.all(parts);
  }

  /** The values of one field cost one each, the field among them; all else costs one a join. */
  private Query or(Or or) {
    boolean shared = Trees.sharedField(or).isPresent();
    List<Query> parts = new ArrayList<>();
    for (Query part : or.parts()) {
      boolean join = !parts.isEmpty() && !shared;
      if (join && !operator()) {
        break;
      }
      Query kept = kept(part, false);
      if (!(kept instanceof Everything)) {
        parts.add(kept);
      } else if (join) {
        operators--;
      }
    }
    return Trees.any(parts);
  }
}
