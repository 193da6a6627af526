package dev.paperboy.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Another seed: {@code -Dpaperboy.seed=…}. */
class QueryFuzzTest {
  private static final long SEED = Long.getLong("paperboy.seed", 20260812L);
  private static final long MOST_CPU_NANOS = 50_000_000L;

  private static final List<List<String>> ALPHABETS =
      List.of(
          List.of("(", ")", "a"),
          List.of("(", ")", "-", "\"", ",", "|", " ", "a", "b"),
          List.of("\"", "“", "”", "«", "„", " ", "x", ":", "-"),
          List.of("title:", "author:", "upvotes:", "date:", "has:", "id:", "(", ")", " ", "a", ","),
          List.of("titel:", "auther:", "tag:", "http://", ":", " ", "x", "\"", "(", "-", "NOT "),
          List.of(" AND ", " OR ", " NOT ", "AND", "OR", "NOT", ",", "|", "-", "a ", "(", ")"),
          List.of(
              "upvotes:", "stars>", ">", "<", "=", "..", "5", "50k", ",000", " ", "(", "-", "…"),
          List.of("date:", "date:>", "2026", "-", "08", "W33", "..", "12", "/", " ", "9999", "0"),
          List.of("id:", "arXiv:", "2608.", "10915", "v2", "/", "https://", "abs/", " ", "*", "("),
          List.of("深", "度", "学习", " ", "，", "（", "title:", "*", "\"", "-", "、"),
          List.of("שלום", "مرحبا", "\u202E", "\u200F", " ", "(", "-", "title:", "\""),
          List.of(
              "\uD83D", "\uDE00", "😀", "\uFFFE", "\u0000", "\u001B[31m", " ", "a", "\u0301", ":"),
          List.of("*", "?", "!", ".", "a", " ", "diffus", "-", "\"", "title:", "…"),
          List.of("\u00A0", "\u3000", "\t", "\n", "\u2028", "\u0085", "a", "–", "—", "−", "\""));

  private final Random random = new Random(SEED);

  @Test
  void keepsItsPromisesWhateverIsTyped() {
    for (int i = 0; i < 40_000; i++) {
      String text = text(ALPHABETS.get(random.nextInt(ALPHABETS.size())), 1 + random.nextInt(40));
      check(text);
    }
  }

  @Test
  void keepsItsPromisesForLongTexts() {
    for (int i = 0; i < 600; i++) {
      check(text(ALPHABETS.get(i % ALPHABETS.size()), 200 + random.nextInt(1_200)));
    }
  }

  @Test
  void keepsItsPromisesForAnyCodePoint() {
    for (int i = 0; i < 4_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(30); j >= 0; j--) {
        text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
      }
      check(text.toString());
    }
  }

  /** Every text that differs by one piece from a good one. */
  @Test
  void keepsItsPromisesOneSlipAwayFromAGoodQuery() {
    String good =
        "graph* (\"state space\", deep) -author:(hinton OR \"yann lecun\") NOT x AND"
            + " upvotes:>=1,000 date:2026-08-01..2026-W33 has:code id:2608.10915v2";
    for (int at = 0; at < good.length(); at++) {
      check(good.substring(0, at));
      check(good.substring(at));
      check(good.substring(0, at) + good.substring(at + 1));
      for (String piece :
          List.of("(", ")", "\"", "-", ",", " ", ":", "..", " OR ", "title:", ">")) {
        check(good.substring(0, at) + piece + good.substring(at));
      }
    }
  }

  @Test
  void readsNothingForLongerThanFiftyMilliseconds() {
    List<String> slowest =
        List.of(
            "(".repeat(10_000),
            "(".repeat(500) + ")".repeat(500),
            "(a".repeat(5_000),
            "-(".repeat(5_000),
            "(a,(b ".repeat(2_000),
            "title:(".repeat(1_500),
            "title:(a,-(b ".repeat(1_000),
            "\"".repeat(10_000),
            "a,".repeat(5_000),
            "-a ".repeat(4_000),
            "OR ".repeat(4_000),
            "titel:".repeat(2_000),
            "titel:a ".repeat(2_000),
            "abstract:(" + "w ".repeat(5_000),
            "upvotes:" + "9".repeat(10_000),
            "upvotes:1" + ",000".repeat(3_000),
            "upvotes:" + "1.".repeat(5_000),
            "date:" + "2026-".repeat(2_000),
            "id:" + "https://".repeat(1_000),
            "id:" + "a-".repeat(5_000),
            "has:" + "x".repeat(10_000),
            "x".repeat(10_000),
            "*".repeat(10_000),
            "a*?".repeat(3_000),
            " ".repeat(1_000_000),
            "\u200B".repeat(1_000_000),
            "深".repeat(10_000),
            "😀".repeat(10_000));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int round = 0; round < 3; round++) {
      slowest.forEach(Queries::assertPromises);
    }
    for (String text : slowest) {
      long best = Long.MAX_VALUE;
      for (int attempt = 0; attempt < 3; attempt++) {
        long before = threads.getCurrentThreadCpuTime();
        assertThat(QueryParser.parse(text)).isNotNull();
        best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
      }
      assertThat(best).as(text.substring(0, 20)).isLessThan(MOST_CPU_NANOS);
    }
  }

  private String text(List<String> alphabet, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(alphabet.get(random.nextInt(alphabet.size())));
    }
    return text.toString();
  }

  private static void check(String text) {
    try {
      Queries.assertPromises(text);
    } catch (RuntimeException | StackOverflowError | AssertionError broken) {
      throw new AssertionError("seed " + SEED + ", text <" + text + ">", broken);
    }
  }
}
