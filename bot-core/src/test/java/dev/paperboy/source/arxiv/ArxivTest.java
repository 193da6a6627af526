package dev.paperboy.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.source.FakeArxiv;
import dev.paperboy.source.FakeServer;
import dev.paperboy.source.FakeTime;
import dev.paperboy.source.Listing;
import dev.paperboy.source.PaperSource;
import dev.paperboy.source.PaperSourceContract;
import dev.paperboy.source.Patience;
import dev.paperboy.source.SourceFailure;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ArxivTest extends PaperSourceContract {
  private final FakeTime time = new FakeTime("2026-08-12T09:12:00Z");
  private final FakeArxiv server = new FakeArxiv();
  private final Arxiv source = new Arxiv(Arxiv.upstream(server.base(), time).pause(time).build());

  @BeforeEach
  void stock() {
    server.add(Entries.LORA);
    server.add(Entries.LARGE_N);
    server.add(Entries.CURVES);
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
    return new PaperId("2106.09685");
  }

  @Override
  protected PaperId unknown() {
    return new PaperId("2608.09999");
  }

  @Override
  protected String wordsOfTheKnown() {
    return "low-rank adaptation";
  }

  @Override
  protected void fail() {
    server.always(FakeServer.status(503, ""));
  }

  @Override
  protected void age() {
    time.tick(Duration.ofHours(25));
  }

  @Test
  void readsAPaperWithoutItsVersion() {
    assertThat(source.paper(known(), Patience.COMMAND))
        .hasValue(
            new Sighting(
                new Paper(
                    known(),
                    "LoRA: Low-Rank Adaptation of Large Language Models",
                    "Instead of training all weights anew, small matrices of low rank are trained"
                        + " beside frozen ones & added to them.",
                    List.of("Edward J. Hu", "Yelong Shen"),
                    null,
                    List.of("cs.CL", "cs.AI", "cs.LG"),
                    null,
                    LocalDate.of(2021, 6, 17),
                    "https://github.com/microsoft/LoRA",
                    null,
                    null,
                    false),
                List.of(),
                null));
    assertThat(server.requests().get(0).parameters()).containsEntry("id_list", "2106.09685");
  }

  @Test
  void readsBothLayoutsAlike() {
    Sighting today = source.paper(known(), Patience.COMMAND).orElseThrow();
    server.useOldLayout(true);
    age();
    assertThat(source.paper(known(), Patience.COMMAND)).hasValue(today);
    assertThat(server.newRequests()).isEqualTo(2);
  }

  @Test
  void findsOldIdsWithAndWithoutSubjectClass() {
    assertThat(source.paper(new PaperId("hep-th/9711200"), Patience.COMMAND)).isPresent();
    PaperId withClass = new PaperId("math.GT/0309136");
    assertThat(source.paper(withClass, Patience.COMMAND))
        .hasValueSatisfying(one -> assertThat(one.paper().id()).isEqualTo(withClass));
  }

  @Test
  void asksOnceInThreeSecondsAndOnceADay() {
    source.paper(known(), Patience.COMMAND);
    source.paper(new PaperId("hep-th/9711200"), Patience.COMMAND);
    assertThat(time.pauses()).containsExactly(Duration.ofSeconds(3));
    time.tick(Duration.ofHours(23));
    source.paper(known(), Patience.COMMAND);
    assertThat(server.newRequests()).isEqualTo(2);
  }

  @Test
  void looksAgainSoonForAPaperThatWasNotThere() {
    assertThat(source.paper(unknown(), Patience.COMMAND)).isEmpty();
    time.tick(Duration.ofMinutes(11));
    assertThat(source.paper(unknown(), Patience.COMMAND)).isEmpty();
    assertThat(server.newRequests()).isEqualTo(2);
  }

  @Test
  void makesNoEditionAndAsksForNone() {
    Listing listing = source.papersOn(SOME_DAY, Patience.COMMAND);
    assertThat(listing).isEqualTo(new Listing(List.of(), 0, time.instant()));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void asksAgainWhereAPageIsEmptyThoughThereArePapers() {
    server.next(FakeArxiv.emptyPage(), FakeArxiv.emptyPage());
    assertThat(source.paper(known(), Patience.COMMAND)).isPresent();
    assertThat(server.newRequests()).isEqualTo(3);
    server.always(FakeArxiv.emptyPage());
    assertThatThrownBy(() -> source.category("cs.CL", 5, Patience.COMMAND))
        .hasMessage("arxiv: unreadable answer after 3 tries");
  }

  @Test
  void holdsNoPaperWhoseIdArxivCallsIncorrect() {
    server.next(FakeArxiv.error("incorrect id format for nowhere/0000000"));
    assertThat(source.paper(new PaperId("nowhere/0000000"), Patience.COMMAND)).isEmpty();
    assertThat(source.paper(new PaperId("2613.00001"), Patience.COMMAND)).isEmpty();
    assertThat(source.paper(new PaperId("0000.0000"), Patience.COMMAND)).isEmpty();
    assertThat(server.newRequests()).as("a month that never was is not asked for").isEqualTo(1);
  }

  @Test
  void saysWhyItWasRefused() {
    server.next(FakeArxiv.error("max_results must be less than 30001"));
    assertThatThrownBy(() -> source.search("attention", 5, Patience.COMMAND))
        .isInstanceOfSatisfying(SourceFailure.class, e -> assertThat(e.refused()).isTrue())
        .hasMessage("arxiv: refused with 400: max_results must be less than 30001");
    String error =
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>https://arxiv.org/api/"
            + "errors#x</id><title>Error</title><summary>no</summary></entry></feed>";
    server.next(FakeServer.status(200, error));
    assertThatThrownBy(() -> source.search("attention", 5, Patience.COMMAND))
        .hasMessage("arxiv: refused: no");
  }

  @Test
  void asksToWaitWhenArxivDoes() {
    server.next(FakeServer.status(429, "Rate exceeded."));
    assertThatThrownBy(() -> source.paper(known(), Patience.COMMAND))
        .hasMessage("arxiv: asks to wait until 09:14 UTC");
  }

  @Test
  void fetchesManyPapersAHundredAtATime() {
    List<PaperId> ids = new ArrayList<>(List.of(known(), new PaperId("my.own"), known()));
    for (int i = 1; i <= 150; i++) {
      ids.add(new PaperId("2608.%05d".formatted(i)));
    }
    ids.add(new PaperId("hep-th/9711200"));
    Map<PaperId, Sighting> papers = source.papers(ids, Patience.BACKGROUND);
    assertThat(papers.keySet()).containsExactly(known(), new PaperId("hep-th/9711200"));
    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().get(0).parameters()).containsEntry("max_results", "100");
    assertThat(server.requests().get(1).parameters()).containsEntry("max_results", "52");
  }

  @Test
  void listsTheNewestOfACategory() {
    Listing listing = source.category("cs.CL", 2, Patience.COMMAND);
    assertThat(listing.papers()).hasSize(2);
    assertThat(server.requests().get(0).parameters())
        .containsEntry("search_query", "cat:cs.CL")
        .containsEntry("sortBy", "submittedDate")
        .containsEntry("sortOrder", "descending")
        .containsEntry("max_results", "2");
    assertThatThrownBy(() -> source.category("cs.CL OR all:x", 2, Patience.COMMAND))
        .hasMessage("arxiv: refused: not a category: cs.CL OR all:x");
  }

  @Test
  void searchesForEveryWordAndPhrase() {
    source.search("état \"state space\" low-rank (models) AND: -video", 7, Patience.COMMAND);
    assertThat(server.requests().get(0).parameters())
        .containsEntry(
            "search_query",
            "all:état AND all:\"state space\" AND all:\"low rank\" AND all:models AND all:AND AND"
                + " all:video")
        .containsEntry("max_results", "7");
    assertThat(source.search("?! ()", 7, Patience.COMMAND).papers()).isEmpty();
  }
}
