package dev.paperboy.source.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.paper.PaperId;
import dev.paperboy.source.FakeHuggingFace;
import dev.paperboy.source.FakeServer;
import dev.paperboy.source.FakeTime;
import dev.paperboy.source.Listing;
import dev.paperboy.source.PaperSource;
import dev.paperboy.source.PaperSourceContract;
import dev.paperboy.source.Patience;
import dev.paperboy.source.SourceFailure;
import dev.paperboy.when.Period;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HuggingFaceTest extends PaperSourceContract {
  private final FakeTime time = new FakeTime("2026-08-12T09:12:00Z");
  private final FakeHuggingFace server = new FakeHuggingFace();
  private final HuggingFace source =
      new HuggingFace(HuggingFace.upstream(server.base(), time).pause(time).build());

  @BeforeEach
  void stock() {
    server.today(LocalDate.of(2026, 8, 12));
    server.list("2026-08-12", Rows.list(Rows.ATTENTION, Rows.BERT));
    server.found(Rows.list(Rows.ATTENTION, Rows.BERT, Rows.ATTENTION));
    server.paper(
        "1706.03762",
        "{\"id\":\"1706.03762\",\"title\":\"Attention\\n Is All You Need\",\"upvotes\":72}");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Override
  protected PaperSource source() {
    return source;
  }

  @Override
  protected PaperId known() {
    return new PaperId("1706.03762");
  }

  @Override
  protected PaperId unknown() {
    return new PaperId("2608.99999");
  }

  @Override
  protected String wordsOfTheKnown() {
    return "attention";
  }

  @Override
  protected void fail() {
    server.always(FakeServer.status(503, ""));
  }

  @Override
  protected void age() {
    time.tick(Duration.ofMinutes(11));
  }

  private Listing today() {
    return source.papersOn(SOME_DAY, Patience.COMMAND);
  }

  @Test
  void asksForADayOfAHundredRowsAPage() {
    Listing listing = today();
    assertThat(listing.papers())
        .extracting(one -> one.paper().id().value())
        .containsExactly("1706.03762", "1810.04805");
    assertThat(listing.asOf()).isEqualTo(time.instant());
    assertThat(listing.skipped()).isZero();
    FakeServer.Request request = server.requests().get(0);
    assertThat(request.path()).isEqualTo("/api/daily_papers");
    assertThat(request.parameters())
        .containsEntry("date", "2026-08-12")
        .containsEntry("limit", "100")
        .containsEntry("p", "0")
        .doesNotContainKey("sort");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aRowThatDoesNotSayWhenItWasListedWasListedOnTheDayAskedFor() {
    assertThat(today().papers()).allMatch(one -> LocalDate.of(2026, 8, 12).equals(one.listed()));
  }

  @Test
  void asksForWeeksAndMonths() {
    server.list("2026-W33", Rows.list(Rows.BERT));
    server.list("2026-08", Rows.list(Rows.ATTENTION));
    Period week = new Period.Week(LocalDate.of(2026, 8, 10));
    assertThat(source.papersOn(week, Patience.COMMAND).papers())
        .singleElement()
        .satisfies(one -> assertThat(one.listed()).as("the day is not known").isNull());
    Period month = new Period.Month(YearMonth.of(2026, 8));
    assertThat(source.papersOn(month, Patience.COMMAND).papers()).hasSize(1);
    assertThat(server.requests().get(0).parameters()).containsEntry("week", "2026-W33");
    assertThat(server.requests().get(1).parameters()).containsEntry("month", "2026-08");
  }

  @Test
  void readsOnWhileAPageIsFullAndListsEachPaperOnce() {
    String[] rows = new String[250];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Rows.row("2608.%05d".formatted(i == 100 ? 99 : i), 1_000 - i);
    }
    server.list("2026-08", Rows.list(rows));
    Listing month = source.papersOn(new Period.Month(YearMonth.of(2026, 8)), Patience.COMMAND);
    assertThat(month.papers()).hasSize(249);
    assertThat(month.papers().get(99).signals().get(0).upvotes()).isEqualTo(901);
    assertThat(month.papers().get(248).paper().id()).hasToString("2608.00249");
    assertThat(server.newRequests()).isEqualTo(3);
  }

  @Test
  void aFullLastPageIsFollowedByAnEmptyOne() {
    String[] rows = new String[100];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Rows.row("2608.%05d".formatted(i), 5);
    }
    rows[3] = "\"broken\"";
    server.list("2026-08-12", Rows.list(rows));
    Listing listing = today();
    assertThat(listing.papers()).hasSize(99);
    assertThat(listing.skipped()).isEqualTo(1);
    assertThat(server.newRequests()).isEqualTo(2);
  }

  @Test
  void stopsAfterFiftyPages() {
    String[] rows = new String[100];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Rows.row("2608.%05d".formatted(i), 5);
    }
    server.always(FakeServer.changed(body -> Rows.list(rows)));
    assertThat(today().papers()).hasSize(100);
    assertThat(server.newRequests()).isEqualTo(50);
  }

  @Test
  void aSaturdayIsEmpty() {
    Period saturday = new Period.Day(LocalDate.of(2026, 8, 8));
    Listing listing = source.papersOn(saturday, Patience.COMMAND);
    assertThat(listing.papers()).isEmpty();
    assertThat(listing.asOf()).isEqualTo(time.instant());
  }

  @Test
  void aDateToComeIsRefused() {
    Period tomorrow = new Period.Day(LocalDate.of(2026, 8, 13));
    assertThatThrownBy(() -> source.papersOn(tomorrow, Patience.COMMAND))
        .isInstanceOfSatisfying(SourceFailure.class, e -> assertThat(e.refused()).isTrue())
        .hasMessage("huggingface: refused with 400: date is in the future");
    assertThat(server.newRequests()).isEqualTo(1);
  }

  @Test
  void oneBrokenRowCostsOneRow() {
    server.next(FakeHuggingFace.oneBrokenRow());
    Listing listing = today();
    assertThat(listing.papers()).hasSize(2);
    assertThat(listing.skipped()).isEqualTo(1);
  }

  @Test
  void mendsATruncatedAnswerByAskingAgain() {
    server.next(FakeServer.truncated(), FakeServer.cut());
    assertThat(today().papers()).hasSize(2);
    assertThat(server.newRequests()).isEqualTo(3);
  }

  @Test
  void waitsFiftySixSecondsInTheBackgroundWhereFiftyFiveAreAsked() {
    server.next(FakeServer.tooMany(55));
    assertThat(source.papersOn(SOME_DAY, Patience.BACKGROUND).papers()).hasSize(2);
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(56));
  }

  @Test
  void anAnswerThatIsNoListIsAFailure() {
    server.always(FakeServer.status(200, "{\"error\":\"under maintenance\"}"));
    assertThatThrownBy(this::today).hasMessage("huggingface: unreadable answer after 3 tries");
  }

  @Test
  void remembersForAWhileThatAPaperIsNotThere() {
    assertThat(source.paper(unknown(), Patience.COMMAND)).isEmpty();
    assertThat(source.paper(unknown(), Patience.COMMAND)).isEmpty();
    assertThat(server.newRequests()).isEqualTo(1);
  }

  @Test
  void searchesWithWordsOfEveryKind() {
    Listing found = source.search(" état & \"state\n space\" +50% ", 500, Patience.COMMAND);
    assertThat(found.papers()).hasSize(2);
    assertThat(server.requests().get(0).parameters())
        .containsEntry("q", "état & \"state space\" +50%")
        .containsEntry("limit", "100");
    source.search("x".repeat(1_000), 1, Patience.COMMAND);
    assertThat(server.requests().get(1).parameters().get("q")).hasSize(250);
  }

  @Test
  void sendsTheTokenItIsGiven() {
    HuggingFace.at(server.base(), Optional.of("hf_token"), time)
        .papersOn(SOME_DAY, Patience.COMMAND);
    assertThat(server.requests().get(0).headers())
        .containsEntry("authorization", "Bearer hf_token");
  }
}
