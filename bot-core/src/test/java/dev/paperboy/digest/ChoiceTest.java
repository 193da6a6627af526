package dev.paperboy.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.digest.Choice.Chosen;
import dev.paperboy.digest.Decision.Verdict;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import dev.paperboy.when.Occasion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  private static final Instant MONDAY = Instant.parse("2026-08-10T07:00:00Z");
  private static final LocalDate SUNDAY = LocalDate.of(2026, 8, 9);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 8, 11);

  @Test
  void aFirstDigestIsCappedAndNewThroughout() {
    List<CatalogPaper> matching =
        List.of(
            paper("a", SUNDAY, 90, false),
            paper("b", TUESDAY, 50, false),
            paper("c", TUESDAY, 9, false));
    List<Chosen> chosen = Choice.of(matching, past(null, Map.of(), Set.of()), 2, false);
    assertThat(chosen)
        .extracting(Chosen::verdict)
        .containsExactly(Verdict.SHOWN, Verdict.SHOWN, Verdict.OVERFLOW);
    assertThat(chosen.get(0).marks()).containsExactly("new");
    assertThat(chosen.get(2).reason()).isEqualTo("over the cap of 2");
  }

  @Test
  void whatWasShownIsHeldAndTakesNoPlaceUnderTheCap() {
    CatalogPaper shown = paper("a", SUNDAY, 90, false);
    CatalogPaper next = paper("b", TUESDAY, 10, false);
    List<Chosen> chosen =
        Choice.of(
            List.of(shown, next),
            past(MONDAY, Map.of(shown.id(), seen(shown)), Set.of()),
            1,
            false);
    assertThat(chosen).extracting(Chosen::verdict).containsExactly(Verdict.HELD, Verdict.SHOWN);
    assertThat(chosen.get(0).reason()).isEqualTo("already shown");
  }

  @Test
  void aRepostShowsItAgainAndSaysSo() {
    CatalogPaper shown = paper("a", SUNDAY, 90, false);
    Chosen again = one(shown, past(MONDAY, Map.of(shown.id(), seen(shown)), Set.of()), true);
    assertThat(again.verdict()).isEqualTo(Verdict.SHOWN);
    assertThat(again.reason()).isEqualTo("asked for again");
  }

  @Test
  void aPaperListedSinceTheLastDigestIsNew() {
    assertThat(one(paper("a", TUESDAY, 5, false), past(MONDAY, Map.of(), Set.of()), false).reason())
        .isEqualTo("new");
  }

  @Test
  void aPaperOfTheLastDigestsOwnDateIsNewOnlyWhereItCameAfterIt() {
    CatalogPaper paper = paper("a", LocalDate.of(2026, 8, 10), 5, false);
    assertThat(one(paper, past(MONDAY, Map.of(), Set.of()), false).reason()).isEqualTo("new");
    assertThat(one(paper, past(MONDAY, Map.of(), Set.of(paper.id())), false).reason())
        .isEqualTo("late riser");
  }

  @Test
  void aPaperClimbsFromThreeTimesItsUpvotesAndFifteenMore() {
    assertThat(risen(10, 29)).isEqualTo("late riser");
    assertThat(risen(10, 30)).isEqualTo("climbing");
    assertThat(risen(2, 16)).isEqualTo("late riser");
    assertThat(risen(2, 17)).isEqualTo("climbing");
  }

  @Test
  void aPaperComesBackFromFiveTimesItsUpvotesAndFiftyMore() {
    assertThat(back(20, 99, false, false)).isEqualTo("already shown");
    assertThat(back(20, 100, false, false)).isEqualTo("back again: climbed from 20 to 100");
    assertThat(back(5, 54, false, false)).isEqualTo("already shown");
    assertThat(back(5, 55, false, false)).isEqualTo("back again: climbed from 5 to 55");
  }

  @Test
  void aPaperComesBackOnceItsCodeIsReleased() {
    assertThat(back(20, 20, false, true)).isEqualTo("back again: code released");
    assertThat(back(20, 20, true, true)).isEqualTo("already shown");
  }

  private static String risen(int then, int now) {
    CatalogPaper paper = paper("a", SUNDAY, now, false);
    Signal before = new Signal(then, 0, null, MONDAY.minusSeconds(60));
    Choice.Past past = new Choice.Past(MONDAY, Map.of(), Set.of(), Map.of(paper.id(), before));
    return one(paper, past, false).reason();
  }

  private static String back(int then, int now, boolean hadCode, boolean hasCode) {
    CatalogPaper before = paper("a", SUNDAY, then, hadCode);
    CatalogPaper paper = paper("a", SUNDAY, now, hasCode);
    return one(paper, past(MONDAY, Map.of(paper.id(), seen(before)), Set.of()), false).reason();
  }

  private static Chosen one(CatalogPaper paper, Choice.Past past, boolean repost) {
    return Choice.of(List.of(paper), past, 5, repost).getFirst();
  }

  private static Choice.Past past(
      @Nullable Instant last, Map<PaperId, Decision> shown, Set<PaperId> considered) {
    return new Choice.Past(last, shown, considered, Map.of());
  }

  private static Decision seen(CatalogPaper paper) {
    return new Decision(
        "terminal::@ada",
        paper.id(),
        "s1",
        new Occasion("2026-08-10"),
        Verdict.SHOWN,
        "new",
        paper.signal(),
        paper.paper().code() != null,
        MONDAY,
        "d1");
  }

  private static CatalogPaper paper(String id, LocalDate listed, int upvotes, boolean hasCode) {
    Paper paper =
        new Paper(
            new PaperId(id),
            "Owls at night",
            "We watch owls.",
            List.of("Ada Lovelace"),
            null,
            List.of(),
            null,
            listed,
            hasCode ? "https://github.com/owls/night" : null,
            null,
            null,
            false);
    return new CatalogPaper(
        paper, listed, new Signal(upvotes, 0, null, MONDAY), Origin.HUGGINGFACE);
  }
}
