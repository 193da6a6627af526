package dev.paperboy.query;

import dev.paperboy.query.QueryResult.Parsed;
import dev.paperboy.query.QueryResult.Problem;
import java.util.Optional;

/**
 * Reads the query language. Never throws, whatever the text, and takes time in proportion to the
 * text's length.
 *
 * <p>Limits: 1,000 code points, 100 words and phrases, 24 operators and fields, brackets 16 deep.
 * What is longer is cut, with a note, at the end of a word; it is never a problem.
 *
 * <p>A <em>free</em> word stands at the top of the query with nothing but spaces around it: in no
 * bracket and no field, not excluded, not joined by a written AND, in a query without any-of at its
 * top. A word with a star may be free.
 */
public final class QueryParser {
  private QueryParser() {}

  /**
   * @return {@link Parsed} with what was cut or mended in its notes, or {@link Problem} with the
   *     mistake that comes first in the text; its nearest form mends all of them and is itself read
   *     without a problem
   */
  public static QueryResult parse(String text) {
    TypedText typed = TypedText.of(text);
    Findings findings = new Findings();
    Query query = read(typed, findings);
    Optional<Findings.Mistake> mistake = findings.first();
    if (mistake.isEmpty()) {
      return new Parsed(typed.toString(), query, findings.notes());
    }
    return new Problem(
        mistake.get().message(),
        typed.column(mistake.get().at()),
        text,
        near(typed, query, findings));
  }

  private static Query read(TypedText typed, Findings findings) {
    if (typed.cut()) {
      findings.cut(Numbers.grouped(TypedText.LONGEST) + " characters", Findings.Note.CUT);
    }
    return Limits.cut(Grammar.read(typed, findings), findings);
  }

  /** The text with its mistakes mended, or, where that is not enough, what was understood of it. */
  private static String near(TypedText typed, Query query, Findings findings) {
    Optional<String> mended = findings.mended(typed).filter(QueryParser::isReadable);
    if (mended.isPresent()) {
      return mended.get();
    }
    return query instanceof Query.Everything ? findings.lastResort() : QueryText.canonical(query);
  }

  private static boolean isReadable(String text) {
    TypedText typed = TypedText.of(text);
    Findings findings = new Findings();
    return !(read(typed, findings) instanceof Query.Everything)
        && findings.first().isEmpty()
        && findings.notes().isEmpty();
  }
}
