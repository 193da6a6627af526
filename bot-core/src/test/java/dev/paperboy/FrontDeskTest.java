package dev.paperboy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Caller.Manages;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Command.Whose;
import dev.paperboy.chat.Message;
import dev.paperboy.edition.SettableClock;
import dev.paperboy.progress.Progress;
import dev.paperboy.source.FakeHuggingFace;
import dev.paperboy.subscription.Subscription;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a platform's program asks of Paperboy, beside answers. */
class FrontDeskTest {
  private static final String NOBODY = "http://127.0.0.1:9";
  private static final Address CHANNEL = Address.channel("post", "s", "c1");
  private static final Caller ADA = new Caller("post", "ada", null, CHANNEL, Manages.SPACE, "");

  @TempDir Path home;
  private final SettableClock clock = new SettableClock("2026-08-12T05:00:00Z");
  private final FakeHuggingFace source = new FakeHuggingFace();
  private Paperboy paperboy;
  private FrontDesk desk;

  @BeforeEach
  void open() {
    source.list(
        "2026-08-12",
        list(
            "2608.00001 72 Agents that remember",
            "2608.00002 9 Diffusion of video",
            "2608.00003 8 Diffusion and agents"));
    Map<String, String> environment =
        Map.of(
            "PAPERBOY_HOME",
            home.toString(),
            "PAPERBOY_HUGGINGFACE_URL",
            source.base().toString(),
            "PAPERBOY_ARXIV_URL",
            NOBODY,
            "PAPERBOY_VECTORS",
            "off");
    paperboy =
        Paperboy.open(Environment.read(environment, home, home), clock, Progress.SILENT, false);
    desk = paperboy.desk("post");
    Message unused = desk.answer("today", ADA);
  }

  @AfterEach
  void close() {
    paperboy.close();
    source.close();
  }

  @Test
  void aPaperIsSuggestedByTheBeginningOfAWordOfItsTitle() {
    assertThat(ids(desk.suggestions().papers("diffu", ADA, 25)))
        .containsExactlyInAnyOrder("2608.00002", "2608.00003");
    assertThat(ids(desk.suggestions().papers("agents rem", ADA, 25))).contains("2608.00001");
    assertThat(ids(desk.suggestions().papers("2608.00002", ADA, 25))).containsExactly("2608.00002");
  }

  @Test
  void whereNothingIsTypedTheLastListIsSuggestedInItsOrder() {
    assertThat(ids(desk.suggestions().papers("", ADA, 2)))
        .containsExactly("2608.00001", "2608.00002");
    assertThat(ids(desk.suggestions().papers("#3", ADA, 25))).containsExactly("2608.00003");
  }

  @Test
  void aQueryIsCompletedAtItsLastWord() {
    assertThat(desk.suggestions().queries("agents -dif", ADA, 25))
        .startsWith("agents -dif")
        .contains("agents -diffusion");
    assertThat(desk.suggestions().queries("agents upv", ADA, 25)).contains("agents upvotes:");
  }

  @Test
  void onePersonIsTheSameInEverySpaceWhereTheirIdIs() {
    Message unused = desk.answer("subscribe agents daily 09:00 Europe/Berlin", ADA);
    Caller elsewhere =
        new Caller("post", "ada", null, Address.channel("post", "t", "c9"), Manages.NOTHING, "");
    List<Subscription> mine = desk.suggestions().subscriptions(Whose.MINE, elsewhere);
    assertThat(mine).singleElement().extracting(s -> s.to().key()).isEqualTo("post::@ada");
    assertThat(desk.suggestions().queries("", elsewhere, 25)).startsWith("agents");
    assertThat(desk.suggestions().subscriptions(Whose.PLACE, elsewhere)).isEmpty();
  }

  @Test
  void aSpaceThatSentPaperboyAwayKeepsItsDigestsUntilItIsBack() {
    Message unused = desk.answer("digest create agents daily 09:00 Europe/Berlin", ADA);
    desk.spaceIsGone("s", "post: sent away");
    assertThat(state()).isEqualTo(Subscription.State.SUSPENDED);
    desk.spaceIsBack("s");
    assertThat(state()).isEqualTo(Subscription.State.ACTIVE);
  }

  @Test
  void aZoneIsKnownOnceItWasSet() {
    assertThat(desk.zone(ADA)).isEmpty();
    Message unused = desk.answer("settings zone Europe/Berlin layout:plain", ADA);
    assertThat(desk.zone(ADA)).contains(ZoneId.of("Europe/Berlin"));
    assertThat(desk.layout("today", ADA)).isEqualTo(Layout.PLAIN);
    assertThat(desk.layout("today layout:compact", ADA)).isEqualTo(Layout.COMPACT);
  }

  @Test
  void aLineTooLongForAButtonIsKeptUnderAShortOne() {
    String line = "search " + "agents ".repeat(40);
    String kept = desk.shortened(line);
    assertThat(kept).hasSize(17);
    assertThat(desk.line(kept)).contains(line);
    assertThat(desk.line("today")).contains("today");
    assertThat(desk.line(kept.charAt(0) + "unknown")).isEmpty();
  }

  private Subscription.State state() {
    return desk.suggestions().subscriptions(Whose.PLACE, ADA).get(0).state();
  }

  private static List<String> ids(List<CatalogPaper> papers) {
    return papers.stream().map(paper -> paper.id().value()).toList();
  }

  private static String list(String... rows) {
    return Arrays.stream(rows)
        .map(row -> row.split(" ", 3))
        .map(parts ->
            """
            {"paper":{"id":"%s","title":"%s","summary":"We think.",
             "authors":[{"name":"Ada Lovelace","hidden":false}],
             "publishedAt":"2026-08-01T00:00:00.000Z","upvotes":%s},
             "publishedAt":"2026-08-01T00:00:00.000Z","title":"%s","numComments":1}
            """
                .formatted(parts[0], parts[2], parts[1], parts[2]))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
