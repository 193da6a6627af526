package dev.paperboy.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.when.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link PaperSource} promises. */
public abstract class PaperSourceContract {
  protected static final Period SOME_DAY = new Period.Day(LocalDate.of(2026, 8, 12));

  protected abstract PaperSource source();

  /** An arXiv paper that the source holds; {@link #wordsOfTheKnown} find it. */
  protected abstract PaperId known();

  /** An arXiv paper that it does not hold. */
  protected abstract PaperId unknown();

  protected abstract String wordsOfTheKnown();

  /** From now on the source gives no answer. */
  protected abstract void fail();

  /** So much time goes by that no answer is fresh. */
  protected abstract void age();

  @Test
  void findsAPaperByItsId() {
    Optional<Sighting> found = source().paper(known(), Patience.COMMAND);
    assertThat(found).hasValueSatisfying(one -> assertThat(one.paper().id()).isEqualTo(known()));
  }

  @Test
  void findsNoPaperThatItDoesNotHold() {
    assertThat(source().paper(unknown(), Patience.COMMAND)).isEmpty();
  }

  @Test
  void findsNoPaperThatIsNotOnArxiv() {
    assertThat(source().paper(new PaperId("my-own.paper"), Patience.COMMAND)).isEmpty();
  }

  @Test
  void givesFactsWithoutStrayWhiteSpace() {
    Sighting one = source().paper(known(), Patience.COMMAND).orElseThrow();
    assertThat(one.paper().title()).isNotEmpty().isEqualTo(Incoming.text(one.paper().title()));
    assertThat(one.paper().abstractText()).isEqualTo(Incoming.text(one.paper().abstractText()));
    assertThat(one.paper().authors()).allMatch(name -> name.equals(Incoming.text(name)));
  }

  @Test
  void listsEachPaperOnce() {
    Listing listing = source().papersOn(SOME_DAY, Patience.COMMAND);
    assertThat(listing.papers()).extracting(one -> one.paper().id()).doesNotHaveDuplicates();
  }

  @Test
  void findsAPaperByItsWords() {
    Listing listing = source().search(wordsOfTheKnown(), 5, Patience.COMMAND);
    assertThat(listing.papers()).extracting(one -> one.paper().id()).contains(known());
    assertThat(source().search(wordsOfTheKnown(), 1, Patience.COMMAND).papers())
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void findsNothingWhereNothingIsAskedFor() {
    assertThat(source().search("  \n", 5, Patience.COMMAND).papers()).isEmpty();
    assertThat(source().search(wordsOfTheKnown(), 0, Patience.COMMAND).papers()).isEmpty();
  }

  @Test
  void saysWhoFailed() {
    fail();
    assertThatThrownBy(() -> source().search(wordsOfTheKnown(), 5, Patience.COMMAND))
        .isInstanceOfSatisfying(
            SourceFailure.class,
            failure -> {
              assertThat(failure).hasMessageStartingWith(source().origin().word() + ": ");
              assertThat(failure.refused()).isFalse();
              assertThat(failure.retryAt()).isNotNull();
            });
  }

  @Test
  void givesTheOldAnswerWithItsAgeWhereItFails() {
    Instant asOf = source().search(wordsOfTheKnown(), 5, Patience.COMMAND).asOf();
    age();
    fail();
    Listing listing = source().search(wordsOfTheKnown(), 5, Patience.COMMAND);
    assertThat(listing.asOf()).isEqualTo(asOf);
    assertThat(listing.papers()).isNotEmpty();
  }
}
