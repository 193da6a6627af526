package dev.paperboy.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Readable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbstractSummarizerTest {
  private final AbstractSummarizer summarizer = new AbstractSummarizer();
  private final SentenceSplitter splitter = new SentenceSplitter();

  @Test
  void aSummaryIsTheAbstractsOwnWordsInTheirOrder() throws IOException {
    for (Paper paper : papers()) {
      Summary summary = summarizer.summarize(paper);
      assertThat(summary.text()).as(paper.title()).isNotEmpty();
      assertThat(summary.by()).isEqualTo("abstract");
      assertThat(Words.of(summary.text()).size()).isLessThanOrEqualTo(45);
      assertOwnWords(paper, summary.text());
      if (summary.second() != null) {
        assertThat(summary.second()).isNotEqualTo(summary.text());
        assertOwnWords(paper, summary.second());
      }
    }
  }

  @Test
  void whatIsProposedIsSaidAndTheConnectiveIsNot() throws IOException {
    List<Paper> papers = papers();
    assertThat(summarizer.summarize(papers.get(0)).text())
        .startsWith("We propose Tidepool, a scheduler");
    assertThat(summarizer.summarize(papers.get(0)).second()).contains("31%");
    assertThat(summarizer.summarize(papers.get(7)).text())
        .startsWith("We present Étude")
        .doesNotContain("e.g.");
  }

  @Test
  void nothingIsMadeOfNothing() {
    assertThat(summarizer.summarize(paper("T", ""))).isEqualTo(new Summary("", null, "abstract"));
    assertThat(summarizer.summarize(paper("T", "  \n ")).text()).isEmpty();
    assertThat(summarizer.summarize(paper("", "One sentence")).text()).isEqualTo("One sentence");
  }

  @Test
  void noTextMakesItThrowOrInvent() {
    long seed = 20_260_812L;
    Random random = new Random(seed);
    String[] parts = {
      "We propose ",
      "e.g. ",
      "i.e., ",
      "$\\alpha$ ",
      "\\textbf{x} ",
      "(see ",
      ") ",
      ". ",
      "? ",
      "\n",
      "However, ",
      "In this paper, we ",
      "et al. ",
      "https://example.org/a.b ",
      "3.5 ",
      "[1] ",
      "A ",
      "model ",
      "漢字。",
      "\u202E",
      "\uD800",
      "- ",
      "• ",
      "; ",
      ": ",
      "K-NN "
    };
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      for (int j = 0; j < length; j++) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      Paper paper = paper("A model of " + i, text.toString());
      Summary summary = summarizer.summarize(paper);
      assertOwnWords(paper, summary.text());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It works, e.g. Tables fold. We stop.|2",
        "See Fig. 3 and Eq. 4. They agree.|2",
        "Smith et al. (2020) began. We went on.|2",
        "Version v1.5 is at https://example.org/v1.5. It runs.|2",
        "J. Smith and A. B. Jones disagree. We do not.|2",
        "Is it so? It is! Good.|3",
        "One (two. Three) four. Five.|2"
      })
  void sentencesEndWhereReadersEndThem(String text, int sentences) {
    assertThat(splitter.split(text)).hasSize(sentences);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "However, we show that small models suffice for this.|We show that small models suffice for"
            + " this.",
        "In this paper, we propose a way to fold tables fast.|We propose a way to fold tables"
            + " fast.",
        "In our study of augmentations, we compare twelve of them.|In our study of augmentations,"
            + " we compare twelve of them.",
        "To address this, we introduce a rule for query plans.|We introduce a rule for query"
            + " plans.",
        "We present a tutor [3, 7] for those who play pianos.|We present a tutor for those who play"
            + " pianos."
      })
  void aSentenceIsTrimmedToReadWellAlone(String sentence, String trimmed) {
    assertThat(TrimRules.trim(sentence)).isEqualTo(trimmed);
  }

  /** Each word of the summary stands in the abstract, in the same order. */
  private static void assertOwnWords(Paper paper, String summary) {
    List<String> own = Words.of(Readable.text(paper.abstractText()));
    int at = 0;
    for (String word : Words.of(summary)) {
      int found = own.subList(at, own.size()).indexOf(word);
      assertThat(found).as("“%s” of “%s”", word, summary).isNotNegative();
      at += found + 1;
    }
  }

  private static List<Paper> papers() throws IOException {
    List<Paper> papers = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(AbstractSummarizerTest.class.getResourceAsStream("abstracts.txt"))) {
      String title = "";
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("= ")) {
          title = line.substring(2);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          papers.add(paper(title, line));
        }
      }
    }
    assertThat(papers).hasSizeGreaterThan(20);
    return papers;
  }

  private static Paper paper(String title, String text) {
    return new Paper(
        new PaperId("2608.00001"),
        title,
        text,
        List.of(),
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        false);
  }
}
