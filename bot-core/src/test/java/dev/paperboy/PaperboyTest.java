package dev.paperboy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Block;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.PaperView;
import dev.paperboy.command.Limits;
import dev.paperboy.edition.SettableClock;
import dev.paperboy.paper.Origin;
import dev.paperboy.progress.Progress;
import dev.paperboy.source.FakeHuggingFace;
import dev.paperboy.source.FakeServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk as one piece: lines in, messages out, over a real store, a real index and real HTTP. */
class PaperboyTest {
  private static final Caller CALLER = new Caller("terminal", "me", ZoneOffset.UTC);
  private static final URI NOBODY = URI.create("http://127.0.0.1:9");

  @TempDir Path home;
  private final SettableClock clock = new SettableClock("2026-08-12T09:12:00Z");
  private final FakeHuggingFace source = new FakeHuggingFace();
  private Paperboy paperboy;

  @BeforeEach
  void open() {
    source.list(
        "2026-08-12", list("2608.00001 72 Agents that remember", "2608.00002 9 Video models"));
    source.list("2026-08-11", list("2608.00003 30 Diffusion of 4D scenes"));
    paperboy = open(source.base());
  }

  @AfterEach
  void close() {
    paperboy.close();
    source.close();
  }

  @Test
  void todayFetchesOnceFillsTheGapsAndIsServedFromTheStoreAfterwards() {
    Content.Papers today = papers(answer("today"));
    assertThat(ids(today)).containsExactly("2608.00001", "2608.00002");
    assertThat(today.source()).isEqualTo(Origin.HUGGINGFACE);
    assertThat(today.notes()).contains("still filling");
    assertThat(today.papers().get(0).marks()).containsExactly("new");
    assertThat(source.newRequests()).isEqualTo(14);

    assertThat(ids(papers(answer("today")))).hasSize(2);
    assertThat(ids(papers(answer("today yesterday")))).containsExactly("2608.00003");
    assertThat(source.newRequests()).isZero();

    paperboy.close();
    source.close();
    paperboy = open(NOBODY);
    clock.tick(Duration.ofHours(21));
    Content.Papers stale = papers(answer("today 2026-08-12"));
    assertThat(ids(stale)).containsExactly("2608.00001", "2608.00002");
    assertThat(stale.asOf()).isEqualTo("2026-08-12T09:12:00Z");
    assertThat(stale.notes()).anyMatch(note -> note.startsWith("stale: huggingface"));
    assertThat(words(answer("today 2026-08-12"))).contains("21 h old");
  }

  @Test
  void aFilterRequiresEachWordAndAnEmptyResultNamesTheNearest() {
    Content.Papers some = papers(answer("today agent"));
    assertThat(ids(some)).containsExactly("2608.00001");
    assertThat(some.total()).isEqualTo(1);
    Message none = answer("today agents video");
    assertThat(papers(none).papers()).isEmpty();
    assertThat(words(none)).contains("2 papers, none matches; the nearest is “");
    assertThat(none.status()).isEqualTo(Status.ANSWERED);
  }

  @Test
  void searchRanksByFreeWordsAndFiltersByTheRest() {
    answer("today");
    assertThat(ids(papers(answer("search agents that see video"))))
        .contains("2608.00001", "2608.00002");
    assertThat(ids(papers(answer("search agents video -title:agents"))))
        .containsExactly("2608.00002");
    assertThat(ids(papers(answer("search upvotes:>=30 sort:upvotes"))))
        .containsExactly("2608.00001", "2608.00003");
  }

  @Test
  void aWeekendAnswersHonestly() {
    Message saturday = answer("today 2026-08-08");
    assertThat(words(saturday)).contains("No list is published at weekends.");
    assertThat(saturday.status()).isEqualTo(Status.ANSWERED);
    assertThat(papers(saturday).notes()).contains("weekend");
  }

  @Test
  void aFutureDateIsMisunderstoodWithoutAskingAnybody() {
    Message future = answer("today 2026-08-13");
    assertThat(future.status()).isEqualTo(Status.MISUNDERSTOOD);
    assertThat(source.newRequests()).isZero();
  }

  @Test
  void theLastListIsKeptAcrossARestart() {
    answer("today");
    paperboy.close();
    paperboy = open(source.base());
    assertThat(ids(papers(answer("show #2")))).containsExactly("2608.00002");
    assertThat(answer("show #9").status()).isEqualTo(Status.MISUNDERSTOOD);
    assertThat(ids(papers(answer("show 1")))).containsExactly("2608.00001");
  }

  @Test
  void aPaperIsFoundByIdLinkAndTitle() {
    answer("today");
    assertThat(ids(papers(answer("show https://arxiv.org/abs/2608.00003v2"))))
        .containsExactly("2608.00003");
    assertThat(ids(papers(answer("show agents that remember")))).containsExactly("2608.00001");
    assertThat(ids(papers(answer("summarize see arxiv.org/abs/2608.00001 and 2608.00003!"))))
        .containsExactly("2608.00001", "2608.00003");
  }

  @Test
  void savedPapersAreListedAndExported() {
    answer("today");
    assertThat(answer("save #1").status()).isEqualTo(Status.ANSWERED);
    clock.tick(Duration.ofMinutes(1));
    answer("save 2608.00002");
    assertThat(words(answer("save 2608.00002"))).startsWith("Saved before");
    assertThat(ids(papers(answer("saved")))).containsExactly("2608.00002", "2608.00001");
    assertThat(words(answer("saved export bibtex")))
        .contains("@misc{2608.00001,", "title = {{Agents that remember}}");
    assertThat(words(answer("saved export ris"))).contains("TI  - Video models", "ER  - ");
    assertThat(words(answer("saved export csv"))).contains("id,title,authors");
    assertThat(words(answer("saved export markdown")))
        .contains("- [Agents that remember](https://arxiv.org/abs/2608.00001)");
  }

  @Test
  void theSampleStepsInOnlyWhereNothingIsStoredAndTheSourceFails() {
    paperboy.close();
    paperboy = open(NOBODY);
    Content.Papers sample = papers(answer("today"));
    assertThat(sample.source()).isEqualTo(Origin.SAMPLE);
    assertThat(sample.papers()).hasSize(20);
    assertThat(papers(answer("search agents")).source()).isEqualTo(Origin.SAMPLE);
    assertThat(answer("today 2026-08-12").status()).isEqualTo(Status.FAILED);
    assertThat(answer("save #1").status()).isEqualTo(Status.FAILED);

    paperboy.close();
    paperboy = open(source.base());
    assertThat(papers(answer("today")).source()).isEqualTo(Origin.HUGGINGFACE);
    paperboy.close();
    paperboy = open(NOBODY);
    assertThat(papers(answer("search agents")).source()).isEqualTo(Origin.HUGGINGFACE);
  }

  @Test
  void trendingRanksWhatTheLastDaysListed() {
    Content.Papers trending = papers(answer("trending"));
    assertThat(ids(trending)).hasSize(3).startsWith("2608.00001");
    assertThat(trending.papers()).allMatch(paper -> paper.score() >= 0 && paper.score() <= 1);
    assertThat(ids(papers(answer("trending today diffusion")))).isEmpty();
  }

  @Test
  void anImportIsAllOrNothingAndNamesTheBrokenLine() throws IOException {
    Path good = home.resolve("good.jsonl");
    Files.writeString(
        good,
        """
        {"id":"2607.00001","title":"Moths and lamps","abstract":"We study moths.","dailyDate":"2026-07-01","upvotes":5,"upvotesAsOf":"2026-07-09"}
        {"id":"local-1","title":"Ours","abstract":""}
        """);
    Message imported = answer("import " + good);
    assertThat(imported.status()).isEqualTo(Status.ANSWERED);
    assertThat(ids(papers(answer("search moths")))).containsExactly("2607.00001");
    assertThat(ids(papers(answer("show local-1")))).containsExactly("local-1");
    assertThat(ids(papers(answer("today 2026-07-01")))).containsExactly("2607.00001");
    assertThat(source.newRequests()).isZero();

    Path bad = home.resolve("bad file.jsonl");
    Files.writeString(
        bad,
        """
        {"id":"2607.00002","title":"Never kept","abstract":""}
        {"id":"2607.00003","title":
        """);
    Message broken = answer("import " + bad);
    assertThat(broken.status()).isEqualTo(Status.FAILED);
    assertThat(words(broken)).contains("bad file.jsonl", "line 2");
    assertThat(papers(answer("search \"never kept\"")).papers()).isEmpty();
    assertThat(answer("import " + home.resolve("none")).status()).isEqualTo(Status.FAILED);
  }

  @Test
  void aPartlyReadableListSaysWhatWasLeftOut() {
    source.next(FakeHuggingFace.oneBrokenRow());
    Content.Papers today = papers(answer("today"));
    assertThat(today.papers()).hasSize(2);
    assertThat(today.notes()).contains("1 row unreadable and left out");
  }

  @Test
  void aSourceThatAsksToWaitIsNotWaitedForLongerThanTenSeconds() {
    source.always(FakeServer.tooMany(55));
    Message wait = answer("today 2026-08-11");
    assertThat(wait.status()).isEqualTo(Status.FAILED);
    assertThat(words(wait)).contains("09:12 UTC");
  }

  @Test
  void aWordThatFailsInsideIsAPoliteMessage() {
    assertThat(answer("status").status()).isEqualTo(Status.ANSWERED);
    assertThat(answer("help").status()).isEqualTo(Status.ANSWERED);
    assertThat(answer("help query").status()).isEqualTo(Status.ANSWERED);
    assertThat(answer("help serch").status()).isEqualTo(Status.MISUNDERSTOOD);
    assertThat(words(answer("serch cats"))).contains("search cats");
  }

  private Paperboy open(URI huggingFace) {
    return Paperboy.open(
        new Settings(
            home,
            Optional.empty(),
            huggingFace,
            NOBODY,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Limits.USUAL,
            List.of()),
        clock,
        Progress.SILENT,
        true);
  }

  private Message answer(String line) {
    return paperboy.answer(line, CALLER);
  }

  private static Content.Papers papers(Message message) {
    assertThat(message.content()).isInstanceOf(Content.Papers.class);
    return (Content.Papers) message.content();
  }

  private static List<String> ids(Content.Papers papers) {
    return papers.papers().stream().map(PaperView::known).map(known -> known.id().value()).toList();
  }

  /** All that people read, without its looks. */
  private static String words(Message message) {
    StringBuilder words = new StringBuilder();
    for (Block block : message.blocks()) {
      switch (block) {
        case Block.Heading heading -> words.append(heading.text());
        case Block.Text text -> text.spans().forEach(span -> words.append(span.text()));
        case Block.FinePrint fine -> fine.spans().forEach(span -> words.append(span.text()));
        case Block.Preformatted text -> words.append(text.text());
        case Block.Actions actions ->
            actions.actions().forEach(action -> words.append(action.line()).append(' '));
        case Block.PaperCard card -> words.append(card.paper().known().id());
        case Block.Image image -> words.append(image.inWords());
      }
      words.append('\n');
    }
    return words.toString();
  }

  private static String list(String... rows) {
    StringBuilder body = new StringBuilder("[");
    for (String row : rows) {
      String[] parts = row.split(" ", 3);
      body.append(body.length() > 1 ? "," : "")
          .append(
              """
              {"paper":{"id":"%s","title":"%s","summary":"We propose a way to think about %s.",
               "authors":[{"name":"Ada Lovelace","hidden":false}],
               "publishedAt":"2026-08-01T00:00:00.000Z","upvotes":%s},
               "publishedAt":"2026-08-01T00:00:00.000Z","title":"%s","numComments":1}
              """
                  .formatted(parts[0], parts[2], parts[2], parts[1], parts[2]));
    }
    return body.append("]").toString();
  }
}
