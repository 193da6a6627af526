package dev.paperboy.digest;

import static dev.paperboy.catalog.CannedSightings.WEDNESDAY;
import static dev.paperboy.catalog.CannedSightings.full;
import static dev.paperboy.catalog.CannedSightings.listed;
import static dev.paperboy.catalog.CannedSightings.signal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.edition.CannedSource;
import dev.paperboy.edition.EditionDesk;
import dev.paperboy.edition.SettableClock;
import dev.paperboy.edition.TrendDesk;
import dev.paperboy.paper.Origin;
import dev.paperboy.progress.Progress;
import dev.paperboy.query.Query;
import dev.paperboy.search.Meaning;
import dev.paperboy.search.PaperIndex;
import dev.paperboy.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortlistsTest {
  private static final LocalDate FROM = WEDNESDAY.minusDays(6);

  @TempDir Path home;
  private final SettableClock clock = new SettableClock("2026-08-12T12:00:00Z");
  private Store store;
  private PaperIndex index;
  private Shortlists shortlists;

  @BeforeEach
  void open() {
    store = Store.open(home);
    index =
        PaperIndex.open(
            home.resolve("index"), store.catalog(), Meaning.none("off here"), Progress.SILENT);
    shortlists =
        new Shortlists(
            store.catalog(),
            index,
            new EditionDesk(store.catalog(), new CannedSource(clock), clock),
            new TrendDesk(store.catalog(), clock),
            clock);
  }

  @AfterEach
  void close() {
    index.close();
    store.close();
  }

  @Test
  void oneIsMadeForAllWhoAskTheSameOfTheSameEdition() {
    see("owl", Origin.HUGGINGFACE);
    Shortlist first = shortlists.of(Query.EVERYTHING, FROM, WEDNESDAY);
    assertThat(shortlists.of(Query.EVERYTHING, FROM, WEDNESDAY)).isSameAs(first);
    assertThat(shortlists.of(Query.EVERYTHING, FROM.minusDays(1), WEDNESDAY)).isNotSameAs(first);

    see("hawk", Origin.HUGGINGFACE);
    Shortlist second = shortlists.of(Query.EVERYTHING, FROM, WEDNESDAY);
    assertThat(second.matching()).hasSize(2);
    clock.tick(Duration.ofMinutes(6));
    assertThat(shortlists.of(Query.EVERYTHING, FROM, WEDNESDAY)).isNotSameAs(second);
  }

  @Test
  void theSampleIsInNoDigestAndInNoBackTest() {
    see("owl", Origin.HUGGINGFACE);
    see("hawk", Origin.SAMPLE);
    assertThat(shortlists.of(Query.EVERYTHING, FROM, WEDNESDAY).matching())
        .extracting(paper -> paper.id().value())
        .containsExactly("owl");
    assertThat(shortlists.matching(Query.EVERYTHING, FROM, WEDNESDAY))
        .extracting(CatalogPaper::origin)
        .containsExactly(Origin.HUGGINGFACE);
  }

  private void see(String id, Origin origin) {
    store
        .catalog()
        .write(writer -> {
          writer.paper(listed(full(id), WEDNESDAY, signal(5, clock.instant())), origin);
          return true;
        });
  }
}
