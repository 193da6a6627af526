package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.KeptList;
import dev.paperboy.when.Period;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends a writing process as kill -9 does, at any moment, and looks at what it left. */
class StoreKillTest {
  /** A batch takes about half a second in a process that has just begun. */
  private static final int LONGEST_WAIT_MILLIS = 700;

  @TempDir Path folder;

  @Test
  void aKilledWriterLeavesAllOfABatchOrNothing() throws Exception {
    kill(folder, 4, new Random(1));
  }

  @Test
  @Tag("long")
  void manyKilledWritersLeaveAllOfEachBatchOrNothing() throws Exception {
    Random random = new Random(2);
    for (int n = 0; n < 12; n++) {
      kill(folder.resolve("home-" + n), 5, random);
    }
  }

  private static void kill(Path home, int rounds, Random random) throws Exception {
    int next = 0;
    for (int round = 0; round < rounds; round++) {
      int lastKept = next - 1;
      try (ChildJvm child =
          ChildJvm.start(BatchWriter.class, home.toString(), Integer.toString(next))) {
        String beginning = "writing " + (next + random.nextInt(2));
        assertThat(child.hears(beginning::equals)).as("%s", child.heard()).isTrue();
        child.killAfter(random.nextInt(LONGEST_WAIT_MILLIS));
        for (String line : child.heard()) {
          if (line.startsWith("kept ")) {
            lastKept = Integer.parseInt(line.substring("kept ".length()));
          }
        }
      }
      next = checked(home, lastKept) + 1;
    }
  }

  /** Returns the last batch that is there, which may be one more than the child could say. */
  private static int checked(Path home, int lastSaid) throws SQLException {
    try (Store store = Store.open(home)) {
      Map<Integer, Integer> papers = new TreeMap<>();
      Catalog catalog = store.catalog();
      catalog.changedAfter(
          0, paper -> papers.merge(Math.toIntExact(batchOf(paper.id().value())), 1, Integer::sum));
      assertThat(papers.values()).allMatch(count -> count == BatchWriter.BATCH);
      int last = papers.size() - 1;
      assertThat(last).isBetween(lastSaid, lastSaid + 1);
      assertThat(catalog.changeNumber()).isEqualTo(papers.size());
      for (int batch = 0; batch <= last; batch++) {
        LocalDate date = BatchWriter.FIRST.plusDays(batch);
        assertThat(papers).containsKey(batch);
        assertThat(catalog.list(new Period.Day(date)).map(KeptList::papers).orElseThrow())
            .hasSize(BatchWriter.BATCH);
      }
      assertThat(number(home, "select count(*) from signal"))
          .isEqualTo(papers.size() * 2 * BatchWriter.BATCH);
      assertThat(answer(home, "pragma integrity_check")).isEqualTo("ok");
      return last;
    }
  }

  private static long batchOf(String paper) {
    return Long.parseLong(paper.substring(0, paper.indexOf('-')));
  }

  private static int number(Path home, String question) throws SQLException {
    return Integer.parseInt(answer(home, question));
  }

  private static String answer(Path home, String question) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("paperboy.db"));
        Statement statement = connection.createStatement();
        var answer = statement.executeQuery(question)) {
      return answer.getString(1);
    }
  }
}
