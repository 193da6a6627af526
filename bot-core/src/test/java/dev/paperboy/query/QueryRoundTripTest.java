package dev.paperboy.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.query.Query.And;
import dev.paperboy.query.Query.Fielded;
import dev.paperboy.query.Query.Not;
import dev.paperboy.query.Query.Or;
import dev.paperboy.query.Query.Phrase;
import dev.paperboy.query.Query.Value;
import dev.paperboy.query.Query.Word;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Another seed: {@code -Dpaperboy.seed=…}. */
class QueryRoundTripTest {
  private static final long SEED = Long.getLong("paperboy.seed", 2608_10915L);
  private static final List<String> WORDS =
      List.of(
          "a", "graph", "k-NN", "GPT-4", "C++", "o'neil", "3:1", "A*", "cs.CL", "深", "é", "and");
  private static final List<String> CHOICES =
      List.of("code", "project", "abstract", "summary", "org", "thumbnail", "stars");

  private final Random random = new Random(SEED);

  @Test
  void everyTreeIsReadBackFromItsCanonicalForm() {
    for (int i = 0; i < 20_000; i++) {
      Query query = Trees.normal(tree(4, true));
      String canonical = QueryText.canonical(query);
      QueryResult.Parsed parsed = Queries.parsed(canonical);
      if (!parsed.notes().isEmpty()) {
        Queries.assertRoundTrip(parsed.query());
        continue;
      }
      assertThat(parsed.query()).as("seed %d: %s", SEED, canonical).isEqualTo(query);
      assertThat(QueryText.canonical(parsed.query())).isEqualTo(canonical);
    }
  }

  @Test
  void everyTextOfTheGrammarIsReadBackFromItsCanonicalForm() {
    for (int i = 0; i < 20_000; i++) {
      String text = text(3);
      QueryResult result = QueryParser.parse(text);
      assertThat(result).as("seed %d: %s", SEED, text).isInstanceOf(QueryResult.Parsed.class);
      Queries.assertPromises(text);
    }
  }

  private Query tree(int depth, boolean top) {
    return switch (random.nextInt(depth == 0 ? 5 : 8)) {
      case 0, 1 -> new Word(one(WORDS), false, top && random.nextBoolean());
      case 2 -> new Word(one(List.of("diffus", "深", "k-N")), true, top && random.nextBoolean());
      case 3 -> new Phrase(one(WORDS) + " " + one(WORDS));
      case 4 -> fielded();
      case 5 -> new Not(tree(depth - 1, false));
      case 6 -> new And(trees(depth, top));
      default -> new Or(trees(depth, false));
    };
  }

  private List<Query> trees(int depth, boolean top) {
    return IntStream.range(0, 1 + random.nextInt(3)).mapToObj(i -> tree(depth - 1, top)).toList();
  }

  private Fielded fielded() {
    Field field = one(List.of(Field.values()));
    return new Fielded(
        field,
        switch (field.kind()) {
          case CHOICE -> new Value.Text(one(CHOICES), false, false);
          case NUMBER -> range();
          case DATE -> dates();
          case TEXT -> {
            if (field == Field.ID) {
              yield new Value.Text(
                  one(List.of("2608.10915", "math.GT/0309136", "own_1")), false, false);
            }
            boolean phrase = random.nextInt(3) == 0;
            yield phrase
                ? new Value.Text(one(WORDS) + " " + one(WORDS), true, false)
                : random.nextInt(4) == 0
                    ? new Value.Text("hint", false, true)
                    : new Value.Text(one(WORDS), false, false);
          }
        });
  }

  private Value.Range range() {
    long from = random.nextInt(1_000);
    long to = from + random.nextInt(100);
    return switch (random.nextInt(4)) {
      case 0 -> new Value.Range(from, null);
      case 1 -> new Value.Range(null, to);
      case 2 -> new Value.Range(from, from);
      default -> new Value.Range(from, to);
    };
  }

  private Value.Dates dates() {
    LocalDate from = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2_500));
    return switch (random.nextInt(6)) {
      case 0 -> new Value.Dates(from, null);
      case 1 -> new Value.Dates(null, from);
      case 2 -> new Value.Dates(from, from);
      case 3 -> new Value.Dates(from.withDayOfYear(1), from.withDayOfYear(from.lengthOfYear()));
      case 4 -> new Value.Dates(from.withDayOfMonth(1), from.withDayOfMonth(from.lengthOfMonth()));
      default -> new Value.Dates(from, from.plusDays(random.nextInt(10)));
    };
  }

  /** A text that the grammar allows. */
  private String text(int depth) {
    String joint = one(List.of(" ", " ", " AND ", " OR ", ", ", " | ", ",", "|"));
    return String.join(
        joint, IntStream.range(0, 1 + random.nextInt(4)).mapToObj(i -> unary(depth)).toList());
  }

  private String unary(int depth) {
    return one(List.of("", "", "", "-", "NOT ")) + atom(depth);
  }

  private String atom(int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0, 1 -> one(WORDS);
      case 2 -> "\"" + one(WORDS) + " " + one(WORDS) + "\"";
      case 3 -> value();
      case 4 -> one(List.of("title:", "author:", "topic:")) + "(" + text(depth - 1) + ")";
      default -> "(" + text(depth - 1) + ")";
    };
  }

  private String value() {
    Fielded fielded = fielded();
    return fielded.field().word()
        + one(List.of(":", ":", ": "))
        + Written.value(fielded.field(), fielded.value());
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
