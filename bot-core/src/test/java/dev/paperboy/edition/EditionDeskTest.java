package dev.paperboy.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.progress.Progress;
import dev.paperboy.source.Patience;
import dev.paperboy.source.SourceFailure;
import dev.paperboy.store.Store;
import dev.paperboy.when.Period;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionDeskTest {
  private static final Period WEDNESDAY = Period.parse("2026-08-12").orElseThrow();

  @TempDir Path home;
  private final SettableClock clock = new SettableClock("2026-08-12T09:00:00Z");
  private final CannedSource source = new CannedSource(clock);
  private Store store;
  private EditionDesk desk;

  @BeforeEach
  void open() {
    store = Store.open(home);
    desk = new EditionDesk(store.catalog(), source, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void anUnsettledListIsServedForTenMinutesAndThenAskedAgain() {
    source.list("2026-08-12", "2608.00001 5", "2608.00002 3");
    assertThat(ids(edition())).containsExactly("2608.00001", "2608.00002");
    clock.tick(Duration.ofMinutes(9));
    edition();
    assertThat(source.asked()).containsExactly("2026-08-12");

    clock.tick(Duration.ofMinutes(1));
    source.list("2026-08-12", "2608.00003 9", "2608.00001 8", "2608.00002 3");
    Edition later = edition();
    assertThat(ids(later)).containsExactly("2608.00003", "2608.00001", "2608.00002");
    assertThat(later.settled()).isFalse();
    assertThat(source.asked()).containsExactly("2026-08-12");
  }

  @Test
  void aListFetchedADayAfterItsDateEndedIsNeverAskedForAgain() {
    source.list("2026-08-12", "2608.00001 5");
    clock.set("2026-08-13T23:59:59Z");
    assertThat(edition().settled()).isFalse();
    clock.set("2026-08-14T00:10:00Z");
    assertThat(edition().settled()).isTrue();
    source.asked();
    clock.set("2026-11-01T00:00:00Z");
    source.failWith("must not be asked");
    assertThat(edition().settled()).isTrue();
    assertThat(source.asked()).isEmpty();
  }

  @Test
  void aFailingSourceLeavesTheListThatIsKeptWithItsAge() {
    source.list("2026-08-12", "2608.00001 5");
    edition();
    clock.tick(Duration.ofHours(3));
    source.failWith("huggingface: 503 after 3 tries");
    Edition stale = edition();
    assertThat(ids(stale)).containsExactly("2608.00001");
    assertThat(stale.asOf()).isEqualTo("2026-08-12T09:00:00Z");
    assertThat(stale.trouble()).isEqualTo("huggingface: 503 after 3 tries");
  }

  @Test
  void nothingKeptAndNoSourceIsAFailure() {
    source.failWith("huggingface: no connection after 3 tries");
    assertThatThrownBy(this::edition)
        .isInstanceOf(SourceFailure.class)
        .hasMessage("huggingface: no connection after 3 tries");
  }

  @Test
  void aWeekIsPutTogetherFromItsDaysWhereTheSourceIsDown() {
    source.list("2026-08-11", "2608.00001 5", "2608.00002 30");
    source.list("2026-08-12", "2608.00003 9", "2608.00001 6");
    desk.edition(Period.parse("2026-08-11").orElseThrow(), Patience.COMMAND);
    edition();
    source.failWith("huggingface: 503 after 3 tries");
    Edition week = desk.edition(Period.parse("2026-W33").orElseThrow(), Patience.COMMAND);
    assertThat(ids(week)).containsExactly("2608.00002", "2608.00003", "2608.00001");
    assertThat(week.composed()).isTrue();
    assertThat(week.trouble()).isNotNull();
  }

  @Test
  void gapsAreFilledOnceAndWithProgress() {
    source.list("2026-08-10", "2608.00001 5");
    edition();
    source.asked();
    assertThat(desk.hasGaps()).isTrue();
    assertThat(desk.fillGaps(Patience.COMMAND, Progress.SILENT))
        .isEqualTo(Freshness.FILLED_DATES - 1);
    assertThat(source.asked()).hasSize(13).startsWith("2026-08-11").endsWith("2026-07-30");
    assertThat(desk.hasGaps()).isFalse();
    assertThat(desk.fillGaps(Patience.COMMAND, Progress.SILENT)).isZero();
  }

  @Test
  void fillingStopsWhereTheSourceIsDownAndGoesOnPastARefusedDate() {
    source.failWith("huggingface: 503 after 3 tries");
    assertThat(desk.fillGaps(Patience.COMMAND, Progress.SILENT)).isZero();
    assertThat(source.asked()).hasSize(1);
    source.fail(new SourceFailure("huggingface: 400", null, true, null));
    desk.fillGaps(Patience.COMMAND, Progress.SILENT);
    assertThat(source.asked()).hasSize(14);
  }

  @Test
  void aPapersFirstListDecidesItsDate() {
    source.list("2026-08-12", "2608.00001 5");
    source.list("2026-08-11", "2608.00001 5");
    edition();
    desk.edition(Period.parse("2026-08-11").orElseThrow(), Patience.COMMAND);
    CatalogPaper paper = edition().papers().get(0);
    assertThat(paper.listed()).isEqualTo("2026-08-11");
  }

  @Test
  void aRunningBotAsksForTodayEveryQuarterAndForSignalsEverySixHours() {
    Rounds rounds = new Rounds(desk, clock);
    assertThat(rounds.make(Progress.SILENT)).isTrue();
    source.asked();
    clock.tick(Duration.ofMinutes(14));
    assertThat(rounds.make(Progress.SILENT)).isFalse();
    clock.tick(Duration.ofMinutes(1));
    assertThat(rounds.make(Progress.SILENT)).isTrue();
    assertThat(source.asked()).containsExactly("2026-08-12");
    clock.tick(Duration.ofHours(6));
    rounds.make(Progress.SILENT);
    assertThat(source.asked())
        .containsExactly(
            "2026-08-12",
            "2026-08-11",
            "2026-08-10",
            "2026-08-09",
            "2026-08-08",
            "2026-08-07",
            "2026-08-06");
  }

  @Test
  void aFailingRoundIsFollowedByTheNext() {
    Rounds rounds = new Rounds(desk, clock);
    source.failWith("huggingface: 503 after 3 tries");
    assertThat(rounds.make(Progress.SILENT)).isFalse();
    source.fail(null);
    source.list("2026-08-12", "2608.00001 5");
    clock.tick(Duration.ofMinutes(15));
    assertThat(rounds.make(Progress.SILENT)).isTrue();
    assertThat(ids(edition())).containsExactly("2608.00001");
  }

  private Edition edition() {
    return desk.edition(WEDNESDAY, Patience.COMMAND);
  }

  private static List<String> ids(Edition edition) {
    return edition.papers().stream().map(paper -> paper.id().value()).toList();
  }
}
