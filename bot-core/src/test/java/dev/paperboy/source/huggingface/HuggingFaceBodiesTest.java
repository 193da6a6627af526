package dev.paperboy.source.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paperboy.paper.Sighting;
import dev.paperboy.source.BrokenFile;
import dev.paperboy.source.FakeTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HuggingFaceBodiesTest {
  private final HuggingFaceBodies format =
      new HuggingFaceBodies(new FakeTime("2026-11-22T10:00:00Z"));

  private List<Sighting> read(String content, String fileName) throws IOException {
    List<Sighting> papers = new ArrayList<>();
    format.read(
        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), fileName, papers::add);
    return papers;
  }

  private BrokenFile broken(String content) {
    return catchThrowableOfType(BrokenFile.class, () -> read(content, "x.json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        " \n[ {\"paper\"",
        "{\"paper\": {\"id\"",
        "{\n \"id\": \"1706.03762\",\n \"authors\": [ {\"_id\": \"1\", \"name\": \"A",
        "{\"id\":\"1\",\"title\":\"T\",\"summary\":\"S\"}",
      })
  void recognisesItsBodies(String head) {
    assertThat(format.recognises(head)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<feed/>",
        "{\"id\":\"1\",\"title\":\"T\",\"abstract\":\"A\",\"summary\":\"S\"}",
        "{\"id\":\"1\",\"authors\":[\"A\"],\"abstr",
        "{\"error\":\"down\"}",
        "plain text",
      })
  void recognisesNothingElse(String head) {
    assertThat(format.recognises(head)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-14.json, 2026-08-12, 2026-08-14T09:00:00Z",
    "2026-08-10.json, 2026-08-12, 2026-08-12T09:00:00Z",
    "list.json, 2026-08-12, 2026-08-12T09:00:00Z",
  })
  void aRowsOwnDateMakesTheEditionAndTheLaterDateTheAgeOfItsUpvotes(
      String fileName, String listed, String asOf) throws IOException {
    Sighting one = read(Rows.list(Rows.ATTENTION), fileName).get(0);
    assertThat(one.listed()).isEqualTo(listed);
    assertThat(one.signals().get(0).at()).isEqualTo(asOf);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-27.json, 2024-05-27, 2024-05-27T09:00:00Z",
    "daily_2025-02-30_2025-02-28.json.gz, 2025-02-28, 2025-02-28T09:00:00Z",
    "list.json, , 2026-11-22T10:00:00Z",
    "2026-11-22T00.json, 2026-11-22, 2026-11-22T09:00:00Z",
    "2026-11-23.json, 2026-11-23, 2026-11-22T10:00:00Z",
  })
  void theFilesDateStepsInWhereARowNamesNone(String fileName, String listed, String asOf)
      throws IOException {
    Sighting one = read(Rows.list(Rows.BERT), fileName).get(0);
    assertThat(one.listed() == null ? null : one.listed().toString()).isEqualTo(listed);
    assertThat(one.signals().get(0).at()).isEqualTo(asOf);
  }

  @Test
  void aPaperStandingAloneIsOnNoListOfTheFilesDate() throws IOException {
    String flat = "{\"id\":\"1810.04805\",\"title\":\"BERT\",\"summary\":\"S\",\"upvotes\":3}";
    assertThat(read(flat, "2026-08-12.json")).singleElement().extracting(Sighting::listed).isNull();
    assertThat(read(Rows.ATTENTION, "row.json")).hasSize(1);
  }

  @Test
  void readsPagesOneAfterAnother() throws IOException {
    assertThat(read(Rows.list(Rows.ATTENTION) + "\n" + Rows.list(Rows.BERT) + "\n[]", "x.json"))
        .hasSize(2);
  }

  @Test
  void namesTheLineOfARowThatIsNoPaper() {
    String content = "[\n" + Rows.row("2608.00001", 1) + ",\n\"2608.00002\"\n]";
    assertThat(broken(content)).hasMessage("expected a paper as an object");
    assertThat(broken(content).line()).isEqualTo(3);

    BrokenFile noTitle = broken("[\n\n{\"paper\":{\"id\":\"2608.00003\"}}]");
    assertThat(noTitle).hasMessage("expected a title for 2608.00003");
    assertThat(noTitle.line()).isEqualTo(3);

    assertThat(broken("[{\"paper\":{\"title\":\"T\"}}]")).hasMessage("expected a paper with an id");
    assertThat(broken("[{\"paper\":{\"id\":\"a b\",\"title\":\"T\"}}]"))
        .hasMessage("expected an arXiv id, found a b");
  }

  @Test
  void namesTheLineWhereTheJsonGoesWrong() {
    assertThat(broken("[\n{\"paper\": {").line()).isEqualTo(2);
    assertThat(broken("[\n{\"paper\": {")).hasMessage("expected more JSON, it ends in the middle");
    assertThat(broken("[{}\n]]").getMessage()).startsWith("expected a paper");
    assertThat(broken("[]\n]").getMessage()).startsWith("expected valid JSON");
    assertThat(broken("[]\n]").line()).isEqualTo(2);
  }
}
