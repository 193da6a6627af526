package dev.paperboy.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.paper.Signal;
import dev.paperboy.source.BrokenFile;
import dev.paperboy.source.FakeTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
  private static final String LEAST = "\"id\":\"2106.09685\",\"title\":\"LoRA\",\"abstract\":\"\"";
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private final JsonLines format = new JsonLines(new FakeTime(NOW.toString()));

  private List<Sighting> read(InputStream content) throws IOException {
    List<Sighting> papers = new ArrayList<>();
    format.read(content, "papers.jsonl", papers::add);
    return papers;
  }

  private List<Sighting> read(String content) throws IOException {
    return read(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
  }

  /** A line with what every line must have, and more keys behind it. */
  private Sighting with(String more) throws IOException {
    return read("{" + LEAST + "," + more + "}").get(0);
  }

  private BrokenFile broken(String content) {
    return catchThrowableOfType(BrokenFile.class, () -> read(content));
  }

  private String complaint(String key, String value) {
    return String.valueOf(broken("{" + LEAST + ",\"" + key + "\":" + value + "}").getMessage());
  }

  @Test
  void readsAPaperOfAllThatCanBeSaid() throws IOException {
    String line =
        """
        {"id": "2106.09685v2", "title": "LoRA:\\n Low-Rank Adaptation",
         "abstract": "Small matrices\\nbeside frozen ones.", "authors": ["Edward J. Hu", " "],
         "publishedAt": "2021-06-17T17:37:18.000Z", "submittedOnDailyAt": "2026-08-12T00:00:00Z",
         "dailyDate": "2026-08-12", "upvotes": 72, "upvotesAsOf": "2026-08-20", "numComments": 4,
         "githubRepo": "microsoft/LoRA", "githubStars": 12000, "ai_summary": "Few weights are trained.",
         "ai_keywords": ["adaptation", "Adaptation", "rank"], "ai_summary_model": "x", "hasMedia": true,
         "organization": "Microsoft", "projectPage": "https://example.org/lora",
         "thumbnail": "https://example.org/lora.png", "withdrawnAt": "2026-09-01T00:00:00Z",
         "snapshotUpvotes": 11, "snapshotRank": 2, "snapshotDate": "2026-08-12", "origin": "monthly"}
        """
            .replace("\n", "");
    assertThat(read(line))
        .containsExactly(
            new Sighting(
                new Paper(
                    new PaperId("2106.09685"),
                    "LoRA: Low-Rank Adaptation",
                    "Small matrices beside frozen ones.",
                    List.of("Edward J. Hu"),
                    "Microsoft",
                    List.of("adaptation", "rank"),
                    "Few weights are trained.",
                    LocalDate.of(2021, 6, 17),
                    "https://github.com/microsoft/LoRA",
                    "https://example.org/lora",
                    "https://example.org/lora.png",
                    true),
                List.of(
                    new Signal(11, 0, null, Instant.parse("2026-08-12T09:00:00Z")),
                    new Signal(72, 4, 12000, Instant.parse("2026-08-20T09:00:00Z"))),
                LocalDate.of(2026, 8, 12)));
  }

  @Test
  void readsAPaperOfNoMoreThanItMustHave() throws IOException {
    Sighting one = read("{" + LEAST + "}").get(0);
    assertThat(one.paper().abstractText()).isEmpty();
    assertThat(one.signals()).isEmpty();
    assertThat(one.listed()).isNull();
    assertThat(one.paper().withdrawn()).isFalse();
  }

  @Test
  void aPaperWithABlankTitleIsCalledByTheBeginningOfItsAbstract() throws IOException {
    String text =
        "Work is in progress on formulae that are typed on a machine of eighty-four keys.";
    assertThat(read("{\"id\":\"x\",\"title\":\" \",\"abstract\":\"A note.\"}"))
        .extracting(one -> one.paper().title())
        .containsExactly("A note.");
    assertThat(read("{\"id\":\"x\",\"abstract\":\"" + text + text + "\",\"title\":\"\"}"))
        .extracting(one -> one.paper().title())
        .containsExactly(
            "Work is in progress on formulae that are typed on a machine of eighty-four …");
  }

  @Test
  void keepsTheOrderAndTellsDuplicatesTwice() throws IOException {
    String lines =
        "{\"id\":\"b\",\"title\":\"1\",\"abstract\":\"\"}\n"
            + "\r\n  \t\n"
            + "{\"id\":\"a\",\"title\":\"2\",\"abstract\":\"\"}\r\n"
            + "{\"abstract\":\"\",\"title\":\"3\",\"id\":\"b\"}";
    assertThat(read(lines)).extracting(one -> one.paper().title()).containsExactly("1", "2", "3");
  }

  @ParameterizedTest
  @CsvSource({
    "2106.09685, 2106.09685",
    "2106.09685v3, 2106.09685",
    "arXiv:0704.0001, 0704.0001",
    "hep-th/9711200, hep-th/9711200",
    "math.GT/0309136v1, math.GT/0309136",
    "9999.99999, 9999.99999",
    "my_own-paper.1, my_own-paper.1",
    "https://arxiv.org/abs/2106.09685v1, 2106.09685",
  })
  void takesIdsOfEveryForm(String given, String id) throws IOException {
    assertThat(
            read("{\"id\":\"" + given + "\",\"title\":\"T\",\"abstract\":\"\"}")
                .get(0)
                .paper()
                .id())
        .hasToString(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "../x", "hep-th/12", "é", "x\\ny"})
  void refusesWhatIsNoId(String given) {
    BrokenFile wrong = broken("\n{\"id\":\"" + given + "\",\"title\":\"T\",\"abstract\":\"\"}");
    assertThat(wrong.getMessage()).startsWith("expected as \"id\" an arXiv id or ");
    assertThat(wrong.line()).isEqualTo(2);
  }

  @Test
  void anIdIsNoLongerThanForty() {
    String line = "{\"id\":\"" + "x".repeat(41) + "\",\"title\":\"T\",\"abstract\":\"\"}";
    assertThat(broken(line).getMessage()).startsWith("expected as \"id\"");
  }

  @Test
  void datesItsSignals() throws IOException {
    assertThat(with("\"upvotes\":3").signals())
        .as("as of now where nothing is said")
        .containsExactly(new Signal(3, 0, null, NOW));
    assertThat(with("\"upvotes\":3,\"upvotesAsOf\":\"2026-08-12T10:30:00Z\"").signals())
        .containsExactly(new Signal(3, 0, null, Instant.parse("2026-08-12T10:30:00Z")));
    assertThat(with("\"upvotesAsOf\":\"2027-01-01\",\"upvotes\":3").signals())
        .as("never in the future")
        .containsExactly(new Signal(3, 0, null, NOW));
    assertThat(with("\"snapshotUpvotes\":9,\"snapshotDate\":\"2026-08-12\"").signals())
        .containsExactly(new Signal(9, 0, null, Instant.parse("2026-08-12T09:00:00Z")));
    assertThat(with("\"snapshotUpvotes\":9").signals()).isEmpty();
  }

  @Test
  void aSnapshotOfTheSameMomentSaysNothingNew() throws IOException {
    String both =
        "\"upvotes\":9,\"numComments\":2,\"upvotesAsOf\":\"2026-08-12\","
            + "\"snapshotUpvotes\":9,\"snapshotDate\":\"2026-08-12\"";
    assertThat(with(both).signals())
        .containsExactly(new Signal(9, 2, null, Instant.parse("2026-08-12T09:00:00Z")));
    assertThat(
            with(both.replace("\"snapshotDate\":\"2026-08-12", "\"snapshotDate\":\"2026-08-13"))
                .signals())
        .extracting(Signal::comments)
        .containsExactly(2, 0);
  }

  @Test
  void takesAuthorsAndOrganizationsAsObjectsToo() throws IOException {
    Sighting one =
        with(
            "\"authors\":[{\"name\":\"A. One\"},{\"name\":\"B. Two\",\"hidden\":true},"
                + "{\"user\":{\"name\":\"x\"}}],"
                + "\"organization\":{\"name\":\"lab\",\"fullname\":\"The Lab\",\"x\":{\"y\":[1]}}");
    assertThat(one.paper().authors()).containsExactly("A. One");
    assertThat(one.paper().organization()).isEqualTo("The Lab");
    assertThat(with("\"organization\":{\"name\":\"lab\"}").paper().organization()).isEqualTo("lab");
  }

  @Test
  void ignoresUnknownKeysNullsAndAddressesThatAreNone() throws IOException {
    Sighting one =
        with(
            "\"extra\":{\"deep\":[1,{\"id\":\"x\"}]},\"upvotes\":null,\"authors\":null,"
                + "\"dailyDate\":null,\"projectPage\":\"javascript:x\",\"githubRepo\":\"\","
                + "\"withdrawnAt\":null,\"published\":\"2021-06-17\"");
    assertThat(one.paper().project()).isNull();
    assertThat(one.paper().code()).isNull();
    assertThat(one.paper().withdrawn()).isFalse();
    assertThat(one.paper().published()).isEqualTo("2021-06-17");
    assertThat(one.signals()).isEmpty();
  }

  @Test
  void namesAKeyOfAnotherTypeThanExpected() {
    assertThat(complaint("title", "7")).isEqualTo("expected a text for \"title\", found a number");
    assertThat(complaint("abstract", "[]"))
        .isEqualTo("expected a text for \"abstract\", found a list");
    assertThat(complaint("upvotes", "\"3\""))
        .isEqualTo("expected a whole number from 0 up for \"upvotes\", found a text");
    assertThat(complaint("upvotes", "-1")).startsWith("expected a whole number from 0 up");
    assertThat(complaint("githubStars", "1.5")).startsWith("expected a whole number from 0 up");
    assertThat(complaint("numComments", "99999999999")).startsWith("expected a whole number");
    assertThat(complaint("ai_keywords", "\"a\""))
        .isEqualTo("expected a list of texts for \"ai_keywords\", found a text");
    assertThat(complaint("ai_keywords", "[\"a\",2]"))
        .isEqualTo("expected a list of texts for \"ai_keywords\", found a number");
    assertThat(complaint("authors", "[true]"))
        .isEqualTo("expected a list of names for \"authors\", found true");
    assertThat(complaint("authors", "{}")).startsWith("expected a list of names");
    assertThat(complaint("organization", "false")).startsWith("expected a text for");
    assertThat(complaint("dailyDate", "\"12 Aug\""))
        .isEqualTo("expected a date like 2026-08-12 for \"dailyDate\", found \"12 Aug\"");
    assertThat(complaint("dailyDate", "20260812")).startsWith("expected a text for");
    assertThat(complaint("withdrawnAt", "true")).startsWith("expected a text for");
  }

  @Test
  void namesAKeyThatIsMissing() {
    assertThat(broken("{\"title\":\"T\",\"abstract\":\"\"}"))
        .hasMessage("expected a text for \"id\", found none");
    assertThat(broken("{\"id\":\"x\",\"abstract\":\"\"}"))
        .hasMessage("expected a text for \"title\", found none");
    assertThat(broken("{\"id\":\"x\",\"title\":\" \",\"abstract\":\"\"}"))
        .hasMessage("expected a text for \"title\", found none");
    assertThat(broken("{\"id\":\"x\",\"title\":\"T\"}"))
        .hasMessage("expected a text for \"abstract\", found none");
    assertThat(broken("{\"id\":\"x\",\"title\":\"T\",\"abstract\":null}"))
        .hasMessage("expected a text for \"abstract\", found none");
  }

  @Test
  void namesTheLineThatIsNoObject() {
    String good = "{" + LEAST + "}\n";
    assertThat(broken(good + "\n" + good + "[1]\n").line()).isEqualTo(4);
    assertThat(broken(good + "[1]\n"))
        .hasMessage("expected a paper as a JSON object, found a list");
    assertThat(broken(good + "{" + LEAST + "\n" + good))
        .hasMessage("expected more JSON, it ends in the middle");
    assertThat(broken(good + "{" + LEAST + "\n" + good).line()).isEqualTo(2);
    assertThat(broken("{" + LEAST + "} {" + LEAST + "}"))
        .hasMessage("expected one paper a line, found more");
    assertThat(broken(good + "{id: 1}").getMessage()).startsWith("expected valid JSON");
    assertThat(broken("hello").getMessage()).startsWith("expected valid JSON");
  }

  @Test
  void saysWhenTheBytesAreNoUtf8() {
    byte[] line =
        "{\"id\":\"x\",\"title\":\"\u00e9t\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(catchThrowableOfType(BrokenFile.class, () -> read(new ByteArrayInputStream(line))))
        .hasMessage("expected UTF-8 text");
  }

  @Test
  void readsLinesLongerThanItsBufferHoweverTheyArrive() throws IOException {
    String text = "word ".repeat(60_000).strip();
    String line = "{\"id\":\"x\",\"title\":\"T\",\"abstract\":\"" + text + "\"}\n";
    byte[] bytes = (line + line + line).getBytes(StandardCharsets.UTF_8);
    InputStream trickle =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, 1_000));
          }
        };
    assertThat(read(trickle)).hasSize(3).allMatch(one -> one.paper().abstractText().equals(text));
  }

  @Test
  void givesUpOnALineThatDoesNotEnd() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return '{';
          }
        };
    assertThat(catchThrowableOfType(BrokenFile.class, () -> read(endless)))
        .hasMessage("expected one paper a line, the line is longer than 8 MB");
  }
}
