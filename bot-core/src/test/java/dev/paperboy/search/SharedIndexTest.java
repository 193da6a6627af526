package dev.paperboy.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Sighting;
import dev.paperboy.progress.Progress;
import dev.paperboy.query.QueryParser;
import dev.paperboy.query.QueryResult;
import dev.paperboy.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index of a data folder: behind, ahead, missing, damaged, shared. */
class SharedIndexTest {
  @TempDir Path home;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(home);
    keep(ShelfOfPapers.ALL);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void isBuiltFromTheCatalogAndKept() {
    try (PaperIndex index = index()) {
      assertThat(index.size()).isEqualTo(ShelfOfPapers.ALL.size());
    }
    try (PaperIndex again = index()) {
      assertThat(found(again, "museums")).isEqualTo(1);
    }
  }

  @Test
  void catchesUpWithWhatTheCatalogLearns() {
    try (PaperIndex index = index()) {
      keep(
          List.of(
              ShelfOfPapers.paper(
                  "2608.00099",
                  "Owls at Night",
                  "On owls.",
                  List.of("Minerva"),
                  null,
                  List.of(),
                  null,
                  "2026-08-12",
                  1)));
      assertThat(found(index, "owls")).isZero();
      index.catchUp(Progress.SILENT);
      assertThat(found(index, "owls")).isEqualTo(1);
    }
  }

  @Test
  void twoProcessesSeeEachOthersPapers() {
    try (PaperIndex one = index();
        PaperIndex other = index()) {
      keep(
          List.of(
              ShelfOfPapers.paper(
                  "2608.00098",
                  "Owls by Day",
                  "On owls.",
                  List.of("Minerva"),
                  null,
                  List.of(),
                  null,
                  "2026-08-12",
                  1)));
      one.catchUp(Progress.SILENT);
      other.catchUp(Progress.SILENT);
      assertThat(found(one, "owls")).isEqualTo(1);
      assertThat(found(other, "owls")).isEqualTo(1);
    }
  }

  @Test
  void isBuiltAnewWhereItIsMissing() throws IOException {
    index().close();
    wipe(home.resolve("index"));
    try (PaperIndex index = index()) {
      assertThat(index.size()).isEqualTo(ShelfOfPapers.ALL.size());
    }
  }

  @Test
  void isBuiltAnewWhereItIsDamaged() throws IOException {
    index().close();
    try (Stream<Path> files = Files.list(home.resolve("index"))) {
      for (Path file : files.toList()) {
        if (!file.getFileName().toString().equals("write.lock")) {
          Files.write(file, new byte[] {1, 2, 3});
        }
      }
    }
    try (PaperIndex index = index()) {
      assertThat(found(index, "museums")).isEqualTo(1);
    }
  }

  @Test
  void similarPapersNeverHoldThePaperItself() {
    try (PaperIndex index = index()) {
      for (CatalogPaper paper : ShelfOfPapers.ALL) {
        assertThat(index.similar(paper.id(), 5)).noneMatch(hit -> hit.id().equals(paper.id()));
      }
    }
  }

  private PaperIndex index() {
    return PaperIndex.open(
        home.resolve("index"), store.catalog(), Meaning.none("off in this test"), Progress.SILENT);
  }

  private void keep(List<CatalogPaper> papers) {
    store
        .catalog()
        .write(writer -> {
          papers.forEach(paper ->
              writer.paper(
                  new Sighting(paper.paper(), List.of(paper.signal()), paper.listed()),
                  Origin.HUGGINGFACE));
          return true;
        });
  }

  private static long found(PaperIndex index, String words) {
    QueryResult.Parsed parsed = (QueryResult.Parsed) QueryParser.parse(words);
    return index.search(Asking.ranked(parsed.query(), 10)).total();
  }

  private static void wipe(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
