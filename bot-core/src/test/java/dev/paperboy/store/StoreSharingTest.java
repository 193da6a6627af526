package dev.paperboy.store;

import static dev.paperboy.catalog.CannedSightings.bare;
import static dev.paperboy.catalog.CannedSightings.full;
import static dev.paperboy.catalog.CannedSightings.id;
import static dev.paperboy.catalog.CannedSightings.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.paper.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one folder. */
@Timeout(60)
class StoreSharingTest {
  @TempDir Path home;

  private static boolean keep(Catalog catalog, String paper) {
    return catalog.write(writer -> {
      writer.paper(seen(bare(paper)), Origin.HUGGINGFACE);
      return true;
    });
  }

  @Test
  void whileAnotherProcessWritesReadersReadAndWritersWait() throws Exception {
    try (Store store = Store.open(home);
        ChildJvm child = ChildJvm.start(PatientWriter.class, home.toString());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Catalog catalog = store.catalog();
      keep(catalog, "owl");
      assertThat(child.hears("holding"::equals)).as("%s", child.heard()).isTrue();

      List<Future<Boolean>> waiting = new ArrayList<>();
      for (int n = 0; n < 8; n++) {
        String paper = "hawk-" + n;
        waiting.add(threads.submit(() -> keep(catalog, paper)));
      }
      // more readers than connections, while the writers wait
      for (int n = 0; n < 20; n++) {
        assertThat(catalog.count()).isEqualTo(1);
        assertThat(catalog.changeNumber()).isEqualTo(1);
        assertThat(catalog.find(id("patient-1"))).isEmpty();
      }
      assertThat(waiting).noneMatch(Future::isDone);

      child.tell("go on");
      assertThat(child.hears("kept"::equals)).as("%s", child.heard()).isTrue();
      for (Future<Boolean> each : waiting) {
        assertThat(each.get()).isTrue();
      }
      assertThat(catalog.count()).isEqualTo(1 + PatientWriter.PAPERS + 8);
      assertThat(catalog.find(id("patient-1")).orElseThrow().paper()).isEqualTo(full("patient-1"));
      assertThat(catalog.changeNumber()).isEqualTo(10);
    }
  }

  @Test
  void processesThatMeetInANewFolderAllOpenIt() throws Exception {
    List<ChildJvm> children = new ArrayList<>();
    try {
      for (int n = 0; n < 3; n++) {
        children.add(ChildJvm.start(PatientWriter.class, home.toString()));
      }
      for (ChildJvm child : children) {
        child.tell("go on");
      }
      for (ChildJvm child : children) {
        assertThat(child.hears("kept"::equals)).as("%s", child.heard()).isTrue();
      }
    } finally {
      children.forEach(ChildJvm::close);
    }
    try (Store store = Store.open(home)) {
      assertThat(store.catalog().count()).isEqualTo(PatientWriter.PAPERS);
      assertThat(store.catalog().changeNumber()).isEqualTo(3);
    }
  }
}
