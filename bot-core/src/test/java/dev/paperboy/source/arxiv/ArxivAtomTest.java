package dev.paperboy.source.arxiv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.source.BrokenFile;
import dev.paperboy.source.FakeArxiv;
import dev.paperboy.source.RealData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArxivAtomTest {
  private static final String HEAD = "<feed xmlns=\"http://www.w3.org/2005/Atom\">";
  private final ArxivAtom format = new ArxivAtom();

  private List<Sighting> read(byte[] content) throws IOException {
    List<Sighting> papers = new ArrayList<>();
    format.read(new ByteArrayInputStream(content), "atom.xml", papers::add);
    return papers;
  }

  private List<Sighting> read(String content) throws IOException {
    return read(content.getBytes(StandardCharsets.UTF_8));
  }

  private BrokenFile broken(String content) {
    return catchThrowableOfType(BrokenFile.class, () -> read(content));
  }

  @Test
  void recognisesAFeedAndNothingElse() {
    assertThat(format.recognises("\n<?xml version='1.0'?>\n" + HEAD)).isTrue();
    assertThat(format.recognises("<rss version=\"2.0\">")).isFalse();
    assertThat(format.recognises("<html>")).isFalse();
    assertThat(format.recognises("[\"http://www.w3.org/2005/Atom\"]")).isFalse();
  }

  @Test
  void readsBothLayoutsAlike() throws IOException {
    List<FakeArxiv.Entry> entries = List.of(Entries.LORA, Entries.LARGE_N, Entries.CURVES);
    List<Sighting> today = read(FakeArxiv.feed(false, 3, entries));
    assertThat(today).hasSize(3).isEqualTo(read(FakeArxiv.feed(true, 3, entries)));
    assertThat(today).extracting(one -> one.paper().id().value()).contains("hep-th/9711200");
    assertThat(today).allMatch(one -> one.signals().isEmpty() && one.listed() == null);
  }

  @Test
  void readsByNamespaceWhateverThePrefix() throws IOException {
    String feed =
        """
        <a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:x="http://arxiv.org/schemas/atom"
            xmlns="http://other.example/ns">
          <a:entry>
            <title>not this one</title>
            <x:primary_category term="cs.LG"/>
            <a:author><x:affiliation>Elsewhere</x:affiliation><a:name>A. Author</a:name></a:author>
            <a:category term="cs.AI"/><a:category term="cs.LG"/>
            <x:comment>With <!-- no --> code (github.com/lab/tool.git), 9 pages</x:comment>
            <a:title>This <![CDATA[<one>]]></a:title>
            <a:summary>  In
              lines. </a:summary>
            <a:id>https://arxiv.org/abs/math.GT/0309136v12</a:id>
          </a:entry>
        </a:feed>
        """;
    Sighting one = read(feed).get(0);
    assertThat(one.paper().id()).isEqualTo(new PaperId("math.GT/0309136"));
    assertThat(one.paper().title()).isEqualTo("This <one>");
    assertThat(one.paper().abstractText()).isEqualTo("In lines.");
    assertThat(one.paper().authors()).containsExactly("A. Author");
    assertThat(one.paper().topics()).containsExactly("cs.LG", "cs.AI");
    assertThat(one.paper().code()).isEqualTo("https://github.com/lab/tool.git");
    assertThat(one.paper().published()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Code: https://github.com/a/b-c_d. 8 pages | https://github.com/a/b-c_d",
        "see http://www.GitHub.com/a/b/tree/main; ICML | https://github.com/a/b",
        "Project: https://a.github.io/b |",
        "https://github.com/a |",
        "notgithub.com/a/b |",
      })
  void findsTheCodeInTheComment(String comment, String code) throws IOException {
    String entry =
        HEAD
            + "<entry><id>http://arxiv.org/abs/2608.00001v1</id><title>T</title>"
            + "<c:comment xmlns:c=\"http://arxiv.org/schemas/atom\">"
            + comment
            + "</c:comment></entry></feed>";
    String found = read(entry).get(0).paper().code();
    assertThat(found == null ? null : found.replace("GitHub", "github")).isEqualTo(code);
  }

  @Test
  void namesTheLineOfWhatIsWrong() {
    assertThat(broken(HEAD + "\n\n<entry>").line()).isEqualTo(3);
    assertThat(broken(HEAD + "\n\n<entry>")).hasMessage("expected well-formed XML");
    BrokenFile noId = broken(HEAD + "\n<entry><title>T</title></entry></feed>");
    assertThat(noId).hasMessage("expected an entry with an arXiv address as id, found none");
    assertThat(noId.line()).isEqualTo(2);
    assertThat(broken(HEAD + "<entry><id>http://arxiv.org/abs/2608.00001</id></entry></feed>"))
        .hasMessage("expected an entry with a title for 2608.00001");
    assertThat(
            broken(
                HEAD
                    + "<entry><id>http://arxiv.org/api/errors#x</id><title>Error</title>"
                    + "<summary>incorrect id</summary></entry></feed>"))
        .hasMessage("expected papers, found arXiv's error: incorrect id");
    assertThat(broken("<rss/>")).hasMessage("expected well-formed XML");
  }

  @Test
  void saysWhenTheBytesAreNoUtf8() {
    byte[] content = (HEAD + "<title>\u00e9</title></feed>").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(catchThrowableOfType(BrokenFile.class, () -> read(content)))
        .hasMessage("expected UTF-8 text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE feed [<!ENTITY a \"b\">]>",
        "<!DOCTYPE feed [<!ENTITY a SYSTEM \"file:///entity.txt\">]>",
        "<!DOCTYPE feed SYSTEM \"http://127.0.0.1:9/x.dtd\">",
      })
  void allowsNoDocumentType(String type) {
    String feed =
        type
            + HEAD
            + "<entry><id>http://arxiv.org/abs/2608.00001</id><title>&a;</title></entry></feed>";
    assertThat(broken(feed)).hasMessage("expected well-formed XML");
  }

  @Test
  void anEmptyFeedHoldsNoPapers() throws IOException {
    assertThat(read(FakeArxiv.feed(false, 0, List.of()))).isEmpty();
  }

  @Test
  void readsRecordedFeedsOfBothLayouts() throws IOException {
    Map<String, Integer> sizes =
        Map.of(
            "atom_api_100entries_2026-04-12_verbatim.xml", 100,
            "atom_api_50entries_2026-07-13_verbatim.xml", 50,
            "atom_api_5entries_2026-06-14_verbatim.xml", 5,
            "atom_api_empty_handmade.xml", 0,
            "atom_api_old_format_2025-10.xml", 2);
    Path folder = RealData.path("arxiv");
    for (Map.Entry<String, Integer> file : sizes.entrySet()) {
      byte[] content = Files.readAllBytes(folder.resolve(file.getKey()));
      assertThat(
              format.recognises(
                  new String(content, 0, Math.min(4096, content.length), StandardCharsets.UTF_8)))
          .isTrue();
      List<Sighting> papers = read(content);
      assertThat(papers).as(file.getKey()).hasSize(file.getValue());
      assertThat(papers).allSatisfy(ArxivAtomTest::isWhole);
    }
  }

  @Test
  void readsEveryRecordedAnswer() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(RealData.path("arxiv", "http_fixtures"), "*.json")) {
      for (Path file : files) {
        JsonNode answer = mapper.readTree(file.toFile());
        String body = answer.path("body").asText();
        if (answer.path("status_code").asInt() == 400) {
          assertThat(broken(body).getMessage()).contains("incorrect id format");
          continue;
        }
        int entries = body.split("<entry>", -1).length - 1;
        List<Sighting> papers = read(body);
        assertThat(papers).as(file.toString()).hasSize(entries);
        assertThat(papers).allSatisfy(ArxivAtomTest::isWhole);
      }
    }
  }

  private static void isWhole(Sighting one) {
    assertThat(one.paper().title()).isNotEmpty();
    assertThat(one.paper().abstractText()).isNotEmpty().doesNotContain("\n", "  ");
    assertThat(one.paper().authors()).isNotEmpty();
    assertThat(one.paper().topics()).isNotEmpty();
    assertThat(one.paper().published()).isNotNull();
  }
}
