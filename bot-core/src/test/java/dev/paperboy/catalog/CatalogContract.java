package dev.paperboy.catalog;

import static dev.paperboy.catalog.CannedSightings.NOON;
import static dev.paperboy.catalog.CannedSightings.WEDNESDAY;
import static dev.paperboy.catalog.CannedSightings.bare;
import static dev.paperboy.catalog.CannedSightings.full;
import static dev.paperboy.catalog.CannedSightings.id;
import static dev.paperboy.catalog.CannedSightings.listed;
import static dev.paperboy.catalog.CannedSightings.seen;
import static dev.paperboy.catalog.CannedSightings.signal;
import static dev.paperboy.catalog.CannedSightings.topics;
import static dev.paperboy.catalog.CannedSightings.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.paper.Signal;
import dev.paperboy.when.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every catalog promises of papers, signals and lists. */
public abstract class CatalogContract extends CatalogSteps {
  private static final Instant ONE = NOON.plus(Duration.ofHours(1));
  private static final Instant TWO = NOON.plus(Duration.ofHours(2));
  private static final Instant THREE = NOON.plus(Duration.ofHours(3));

  @Test
  protected void isEmptyAtFirst() {
    assertThat(catalog().count()).isZero();
    assertThat(catalog().find(id("owl"))).isEmpty();
    assertThat(catalog().find(List.of(id("owl")))).isEmpty();
    assertThat(catalog().find(List.of())).isEmpty();
    assertThat(catalog().signals(id("owl"))).isEmpty();
    assertThat(catalog().newestList()).isEmpty();
    assertThat(catalog().list(new Period.Day(WEDNESDAY))).isEmpty();
    assertThat(changedAfter(0)).isEmpty();
    assertThat(catalog().changeNumber()).isZero();
  }

  @Test
  protected void keepsEveryFact() {
    Signal signal = new Signal(72, 3, 140, NOON);

    see(Origin.HUGGINGFACE, listed(full("math/0601001"), WEDNESDAY, signal));

    assertThat(known("math/0601001"))
        .isEqualTo(new CatalogPaper(full("math/0601001"), WEDNESDAY, signal, Origin.HUGGINGFACE));
    assertThat(catalog().signals(id("math/0601001"))).containsExactly(signal);
  }

  @Test
  protected void keepsAPaperOfWhichLittleIsKnown() {
    see(Origin.ARXIV, seen(bare("owl")));

    assertThat(known("owl"))
        .isEqualTo(new CatalogPaper(bare("owl"), null, Signal.NONE, Origin.ARXIV));
    assertThat(catalog().signals(id("owl"))).isEmpty();
  }

  @Test
  protected void findsTheKnownOnesOfMany() {
    see(
        Origin.IMPORT,
        IntStream.range(0, 1_300).mapToObj(n -> seen(bare("owl-" + n))).toArray(Sighting[]::new));

    List<PaperId> asked =
        IntStream.range(600, 2_000).mapToObj(n -> id("owl-" + n % 1_400)).toList();
    Map<PaperId, CatalogPaper> found = catalog().find(asked);

    assertThat(catalog().count()).isEqualTo(1_300);
    assertThat(found).hasSize(1_300).doesNotContainKey(id("owl-1300"));
    assertThat(found).allSatisfy((id, paper) -> assertThat(paper.id()).isEqualTo(id));
  }

  @Test
  protected void aFactThatIsLackingLaterIsNotWiped() {
    Signal signal = signal(5, NOON);
    see(Origin.HUGGINGFACE, listed(full("owl"), WEDNESDAY, signal));
    see(Origin.HUGGINGFACE, seen(bare("owl")));

    assertThat(known("owl").paper())
        .usingRecursiveComparison()
        .ignoringFields("title")
        .isEqualTo(full("owl"));
    assertThat(known("owl").paper().title()).isEqualTo("Owls");
    assertThat(known("owl").listed()).isEqualTo(WEDNESDAY);
    assertThat(known("owl").signal()).isEqualTo(signal);
  }

  @Test
  protected void aLaterSightingOverrulesTheFactsBefore() {
    see(Origin.HUGGINGFACE, seen(topics("owl", "hoots")));
    see(Origin.IMPORT, seen(full("owl")));

    assertThat(known("owl").paper()).isEqualTo(full("owl"));
    assertThat(known("owl").origin()).isEqualTo(Origin.IMPORT);
  }

  @Test
  protected void arxivFillsWhatIsMissingAndOverrulesNothing() {
    Signal signal = signal(5, NOON);
    see(Origin.HUGGINGFACE, listed(bare("owl"), WEDNESDAY, signal));
    see(Origin.ARXIV, seen(full("owl")));

    Paper paper = known("owl").paper();
    assertThat(paper.title()).isEqualTo("Owls");
    assertThat(paper.abstractText()).isEqualTo(full("owl").abstractText());
    assertThat(paper.authors()).isEqualTo(full("owl").authors());
    assertThat(known("owl").origin()).isEqualTo(Origin.HUGGINGFACE);
    assertThat(known("owl").signal()).isEqualTo(signal);
  }

  @Test
  protected void theSampleDoesNotTouchWhatIsKnownOfAPaper() {
    Signal signal = signal(5, NOON);
    see(Origin.ARXIV, listed(withdrawn("owl"), WEDNESDAY, signal));
    see(Origin.SAMPLE, listed(full("owl"), WEDNESDAY, signal(900, ONE)));

    assertThat(known("owl").origin()).isEqualTo(Origin.ARXIV);
    assertThat(known("owl").signal()).isEqualTo(signal);
    assertThat(known("owl").paper().title()).isEqualTo("Owls");
    assertThat(known("owl").paper().withdrawn()).isTrue();
    assertThat(catalog().signals(id("owl"))).containsExactly(signal);
  }

  @Test
  protected void anyOtherSightingOverrulesTheSample() {
    see(Origin.SAMPLE, seen(full("owl")));
    see(Origin.ARXIV, seen(bare("owl")));

    assertThat(known("owl").origin()).isEqualTo(Origin.ARXIV);
    assertThat(known("owl").paper().title()).isEqualTo("Owls");
  }

  @Test
  protected void keywordsAndCategoriesAreKnownSideBySide() {
    see(Origin.HUGGINGFACE, seen(topics("owl", "hoots", "night vision")));
    see(Origin.ARXIV, seen(topics("owl", "cs.CL", "hep-th", "q-bio.NC")));
    see(Origin.HUGGINGFACE, seen(topics("owl", "feathers")));

    assertThat(known("owl").paper().topics())
        .containsExactly("feathers", "cs.CL", "hep-th", "q-bio.NC");
  }

  @Test
  protected void topicsOfBothKindsStayAsTheyCame() {
    see(Origin.IMPORT, seen(topics("owl", "cs.CL", "hoots", "stat.ML")));
    see(Origin.IMPORT, seen(topics("owl", "cs.CL", "hoots", "stat.ML")));

    assertThat(known("owl").paper().topics()).containsExactly("cs.CL", "hoots", "stat.ML");
  }

  @Test
  protected void theEarliestListedDateWins() {
    see(Origin.HUGGINGFACE, listed(bare("owl"), WEDNESDAY));
    see(Origin.HUGGINGFACE, listed(bare("owl"), WEDNESDAY.plusDays(1)));
    assertThat(known("owl").listed()).isEqualTo(WEDNESDAY);

    see(Origin.HUGGINGFACE, listed(bare("owl"), WEDNESDAY.minusDays(1)));
    assertThat(known("owl").listed()).isEqualTo(WEDNESDAY.minusDays(1));
  }

  @Test
  protected void theLatestSightingSaysWhetherAPaperIsWithdrawn() {
    see(Origin.HUGGINGFACE, seen(full("owl")));
    see(Origin.ARXIV, seen(withdrawn("owl")));
    assertThat(known("owl").paper().withdrawn()).isTrue();

    see(Origin.ARXIV, seen(bare("owl")));
    assertThat(known("owl").paper().withdrawn()).isFalse();
  }

  @Test
  protected void tellsWhatWasListedBetweenTwoDatesWithoutWithdrawnPapers() {
    see(
        Origin.HUGGINGFACE,
        listed(bare("before"), WEDNESDAY.minusDays(2)),
        listed(bare("first"), WEDNESDAY.minusDays(1)),
        listed(withdrawn("gone"), WEDNESDAY),
        listed(bare("last"), WEDNESDAY),
        listed(bare("after"), WEDNESDAY.plusDays(1)),
        seen(bare("never")));

    assertThat(ids(catalog().listedBetween(WEDNESDAY.minusDays(1), WEDNESDAY)))
        .containsExactlyInAnyOrder("first", "last");
    assertThat(catalog().count()).isEqualTo(6);
  }

  @Test
  protected void appendsASignalOnlyWhereItSaysSomethingNew() {
    see(Origin.HUGGINGFACE, seen(bare("owl"), signal(5, NOON), signal(7, ONE)));
    see(Origin.HUGGINGFACE, seen(bare("owl"), signal(7, TWO)));
    see(Origin.HUGGINGFACE, seen(bare("owl"), new Signal(7, 1, null, THREE)));

    assertThat(catalog().signals(id("owl")))
        .containsExactly(signal(5, NOON), signal(7, ONE), new Signal(7, 1, null, THREE));
  }

  @Test
  protected void theTimeOfTheLatestSignalMovesEvenWhereItsNumbersDoNot() {
    see(Origin.HUGGINGFACE, listed(full("owl"), WEDNESDAY, signal(5, NOON)));
    long before = catalog().changeNumber();
    see(Origin.HUGGINGFACE, listed(full("owl"), WEDNESDAY, signal(5, TWO)));

    assertThat(known("owl").signal()).isEqualTo(signal(5, TWO));
    assertThat(catalog().signals(id("owl"))).containsExactly(signal(5, NOON));
    assertThat(changedAfter(before)).isEmpty();
  }

  @Test
  protected void anOlderSignalTakesItsPlaceInTime() {
    see(Origin.IMPORT, seen(bare("owl"), signal(9, TWO)));
    see(Origin.IMPORT, seen(bare("owl"), signal(5, NOON)));
    see(Origin.IMPORT, seen(bare("owl"), signal(5, NOON), signal(9, TWO)));

    assertThat(catalog().signals(id("owl"))).containsExactly(signal(5, NOON), signal(9, TWO));
    assertThat(known("owl").signal()).isEqualTo(signal(9, TWO));
  }

  @Test
  protected void knowsWhatASignalWasAtAMoment() {
    see(Origin.IMPORT, seen(bare("owl"), signal(5, NOON), signal(9, TWO)));
    see(Origin.IMPORT, seen(bare("hawk"), signal(3, TWO)));
    see(Origin.IMPORT, seen(bare("kite"), signal(4, NOON)));
    List<PaperId> some = List.of(id("owl"), id("hawk"), id("nobody"));

    assertThat(catalog().signalsAt(some, NOON.minusMillis(1))).isEmpty();
    assertThat(catalog().signalsAt(some, ONE)).isEqualTo(Map.of(id("owl"), signal(5, NOON)));
    assertThat(catalog().signalsAt(some, TWO))
        .isEqualTo(Map.of(id("owl"), signal(9, TWO), id("hawk"), signal(3, TWO)));
    assertThat(catalog().signalsAt(List.of(), TWO)).isEmpty();
  }

  @Test
  protected void anOlderSignalDoesNotHideThatTheNumbersCameBack() {
    see(Origin.HUGGINGFACE, seen(bare("owl"), signal(5, NOON)));
    see(Origin.HUGGINGFACE, seen(bare("owl"), signal(5, TWO)));
    see(Origin.IMPORT, seen(bare("owl"), signal(8, ONE)));

    assertThat(catalog().signals(id("owl")))
        .containsExactly(signal(5, NOON), signal(8, ONE), signal(5, TWO));
    assertThat(known("owl").signal()).isEqualTo(signal(5, TWO));
  }

  @Test
  protected void twoSignalsOfOneMomentAreOneAndTheLastSaidCounts() {
    see(Origin.HUGGINGFACE, seen(bare("owl"), signal(5, NOON)));
    see(Origin.HUGGINGFACE, seen(bare("owl"), signal(6, NOON)));

    assertThat(catalog().signals(id("owl"))).containsExactly(signal(6, NOON));
    assertThat(known("owl").signal()).isEqualTo(signal(6, NOON));
  }

  @Test
  protected void starsOnceKnownAreNotWiped() {
    see(Origin.HUGGINGFACE, seen(bare("owl"), new Signal(5, 0, 40, NOON)));
    see(Origin.HUGGINGFACE, seen(bare("owl"), new Signal(6, 0, null, ONE)));

    assertThat(known("owl").signal()).isEqualTo(new Signal(6, 0, 40, ONE));
  }

  @Test
  protected void severalSightingsOfOnePaperInOneWriteAddUp() {
    see(
        Origin.HUGGINGFACE,
        listed(full("owl"), WEDNESDAY.plusDays(1), signal(5, NOON)),
        listed(bare("owl"), WEDNESDAY, signal(6, ONE)));

    assertThat(known("owl").listed()).isEqualTo(WEDNESDAY);
    assertThat(known("owl").paper().abstractText()).isEqualTo(full("owl").abstractText());
    assertThat(catalog().signals(id("owl"))).containsExactly(signal(5, NOON), signal(6, ONE));
    assertThat(changedAfter(0)).hasSize(1);
  }

  @Test
  protected void tellsTheSignalsOfPapersListedSinceADate() {
    see(
        Origin.HUGGINGFACE,
        listed(bare("early"), WEDNESDAY.minusDays(1), signal(1, NOON)),
        listed(bare("owl"), WEDNESDAY, signal(5, NOON), signal(7, ONE)),
        listed(bare("hawk"), WEDNESDAY.plusDays(3), signal(2, TWO)),
        listed(bare("silent"), WEDNESDAY));

    assertThat(catalog().signalsOfListedSince(WEDNESDAY))
        .containsOnlyKeys(id("owl"), id("hawk"))
        .containsEntry(id("owl"), List.of(signal(5, NOON), signal(7, ONE)))
        .containsEntry(id("hawk"), List.of(signal(2, TWO)));
  }

  @Test
  protected void keepsTheListsOfDatesWeeksAndMonthsInTheirOrder() {
    Period day = new Period.Day(WEDNESDAY);
    Period week = new Period.Week(WEDNESDAY.minusDays(2));
    Period month = new Period.Month(YearMonth.of(2026, 8));
    keepList(day, "c", "a", "b");
    keepList(week, "b", "c");
    keepList(month);

    assertThat(catalog().list(day))
        .contains(new KeptList(day, List.of(id("c"), id("a"), id("b")), NOON, Origin.HUGGINGFACE));
    assertThat(catalog().list(week).orElseThrow().papers()).containsExactly(id("b"), id("c"));
    assertThat(catalog().list(month).orElseThrow().papers()).isEmpty();
  }

  @Test
  protected void aListTakesThePlaceOfTheOneBefore() {
    Period day = new Period.Day(WEDNESDAY);
    keepList(day, "c", "a", "b");
    catalog()
        .write(writer -> {
          writer.list(day, List.of(id("d")), TWO, Origin.IMPORT);
          return true;
        });

    assertThat(catalog().list(day))
        .contains(new KeptList(day, List.of(id("d")), TWO, Origin.IMPORT));
  }

  @Test
  protected void theNewestListIsThatOfADateAndNotEmpty() {
    keepList(new Period.Day(WEDNESDAY.minusDays(1)), "a");
    keepList(new Period.Day(WEDNESDAY), "b");
    keepList(new Period.Day(WEDNESDAY.plusDays(1)));
    keepList(new Period.Week(WEDNESDAY.plusDays(5)), "c");
    keepList(new Period.Month(YearMonth.of(2026, 9)), "d");

    assertThat(catalog().newestList()).contains(WEDNESDAY);
  }

  @Test
  protected void tellsTheDatesWhoseListIsKeptEmptyOrNot() {
    LocalDate first = WEDNESDAY.minusDays(3);
    keepList(new Period.Day(first.minusDays(1)), "a");
    keepList(new Period.Day(WEDNESDAY), "b");
    keepList(new Period.Day(first));
    keepList(new Period.Day(WEDNESDAY.plusDays(1)), "a");
    keepList(new Period.Week(WEDNESDAY.minusDays(2)), "c");

    assertThat(catalog().listsKeptBetween(first, WEDNESDAY)).containsExactly(first, WEDNESDAY);
  }
}
