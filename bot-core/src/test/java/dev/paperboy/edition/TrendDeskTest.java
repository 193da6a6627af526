package dev.paperboy.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.paper.Signal;
import dev.paperboy.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendDeskTest {
  @TempDir Path home;
  private final SettableClock clock = new SettableClock("2026-08-12T09:00:00Z");
  private Store store;
  private TrendDesk desk;

  @BeforeEach
  void open() {
    store = Store.open(home);
    desk = new TrendDesk(store.catalog(), clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aYoungPaperWithFewerVotesRisesAboveAnOldOneWithMore() {
    for (int i = 0; i < 10; i++) {
      seen("2608.1000" + i, "2026-08-06", i * 10, "2026-08-06T09:00:00Z", 20 + i * 10);
    }
    seen("2608.20000", "2026-08-12", 60, "2026-08-12T09:00:00Z", 60);
    List<String> order = desk.trending(7).stream().map(r -> r.paper().id().value()).toList();
    assertThat(order.indexOf("2608.20000")).isLessThan(order.indexOf("2608.10005"));
    assertThat(order.get(0)).isEqualTo("2608.10009");
  }

  @Test
  void tiesGoByUpvotesAndThenById() {
    seen("2608.00002", "2026-08-12", 5, "2026-08-12T09:00:00Z", 5);
    seen("2608.00001", "2026-08-12", 5, "2026-08-12T09:00:00Z", 5);
    seen("2608.00003", "2026-08-12", 9, "2026-08-12T09:00:00Z", 9);
    assertThat(desk.trending(1).stream().map(r -> r.paper().id().value()))
        .containsExactly("2608.00003", "2608.00001", "2608.00002");
    assertThat(desk.trending(1)).allMatch(r -> r.momentum() >= 0 && r.momentum() <= 1);
  }

  @Test
  void onlyTheDatesAskedForCount() {
    seen("2608.00001", "2026-08-12", 5, "2026-08-12T09:00:00Z", 5);
    seen("2608.00002", "2026-08-11", 50, "2026-08-12T09:00:00Z", 50);
    seen("2608.00003", "2026-08-05", 500, "2026-08-12T09:00:00Z", 500);
    assertThat(desk.trending(1)).hasSize(1);
    assertThat(desk.trending(7)).hasSize(2);
    assertThat(desk.trending(30)).hasSize(3);
  }

  @Test
  void aPaperOfNoListStandsInTheMiddle() {
    Momentum momentum = new Momentum(List.of(), Map.of(), clock.instant());
    CatalogPaper paper =
        new CatalogPaper(
            CannedSource.paper("2608.00001", "Alone"), null, Signal.NONE, Origin.ARXIV);
    assertThat(momentum.of(paper)).isEqualTo(0.5);
  }

  @Test
  void aPaperThatTripledWithinADayIsMarkedAsClimbing() {
    seen("2608.00001", "2026-08-10", 8, "2026-08-11T09:00:00Z", 62);
    seen("2608.00002", "2026-08-10", 30, "2026-08-11T09:00:00Z", 62);
    seen("2608.00003", "2026-08-12", 3, "2026-08-12T09:00:00Z", 3);
    Marks marks = new Marks(store.catalog(), clock);
    List<CatalogPaper> papers =
        store.catalog().listedBetween(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 12));
    Map<PaperId, List<String>> marked = marks.of(papers);
    assertThat(marked.get(new PaperId("2608.00001"))).containsExactly("climbing, 8 → 62 in a day");
    assertThat(marked).doesNotContainKey(new PaperId("2608.00002"));
    assertThat(marked.get(new PaperId("2608.00003"))).containsExactly("new");
  }

  /** A paper with an earlier signal, and the latest now. */
  private void seen(String id, String listed, int earlier, String at, int now) {
    List<Signal> signals = new ArrayList<>();
    Instant before = Instant.parse(at);
    if (before.isBefore(clock.instant())) {
      signals.add(new Signal(earlier, 0, null, before));
    }
    signals.add(new Signal(now, 0, null, clock.instant()));
    Sighting sighting =
        new Sighting(CannedSource.paper(id, "Paper " + id), signals, LocalDate.parse(listed));
    store
        .catalog()
        .write(writer -> {
          writer.paper(sighting, Origin.HUGGINGFACE);
          return true;
        });
  }
}
