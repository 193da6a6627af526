package dev.paperboy.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperIdTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2608.10915",
        " 2608.10915\n",
        "2608.10915v2",
        "2608.10915v12",
        "arXiv:2608.10915",
        "arxiv: 2608.10915v3",
        "arXiv:2608.10915v1 [cs.CL]",
        "2608.10915v1.pdf",
        "<2608.10915>",
        "https://arxiv.org/abs/2608.10915",
        "http://arxiv.org/abs/2608.10915v2",
        "arxiv.org/abs/2608.10915",
        "https://www.arxiv.org/abs/2608.10915/",
        "https://export.arxiv.org/abs/2608.10915",
        "https://arxiv.org/pdf/2608.10915",
        "https://arxiv.org/pdf/2608.10915.pdf",
        "https://arxiv.org/pdf/2608.10915v2.pdf",
        "https://arxiv.org/pdf/2608.10915v2#page=3",
        "https://arxiv.org/html/2608.10915v1",
        "https://arxiv.org/abs/2608.10915?context=cs.CL",
        "HTTPS://ARXIV.ORG/ABS/2608.10915",
        "https://ar5iv.labs.arxiv.org/html/2608.10915",
        "https://ar5iv.org/abs/2608.10915",
        "https://doi.org/10.48550/arXiv.2608.10915",
        "https://huggingface.co/papers/2608.10915",
        "https://huggingface.co/papers/2608.10915#community",
        "hf.co/papers/2608.10915",
        "https://www.alphaxiv.org/abs/2608.10915",
        "https://alphaxiv.org/overview/2608.10915v1",
        "https://www.alphaxiv.org/de/overview/2608.10915",
        "<https://arxiv.org/abs/2608.10915>",
        "<https://arxiv.org/abs/2608.10915|the paper of the day>",
        "<https://arxiv.org/abs/2608.10915|arxiv.org/abs/2608.10915>",
        "https://arxiv.org/abs/2608.10915."
      })
  void readsIdsAndAddresses(String text) {
    assertThat(PaperId.parse(text)).contains(new PaperId("2608.10915"));
  }

  @ParameterizedTest
  @CsvSource({
    "astro-ph/0601001, astro-ph/0601001",
    "arXiv:hep-th/9901001v2, hep-th/9901001",
    "https://arxiv.org/abs/math.GT/0309136, math.GT/0309136",
    "https://arxiv.org/pdf/cs/0112017v1.pdf, cs/0112017",
    "0704.0001, 0704.0001",
    "1412.6980v9, 1412.6980"
  })
  void readsIdsOfOlderStyles(String text, String id) {
    assertThat(PaperId.parse(text)).contains(new PaperId(id));
    assertThat(new PaperId(id).isArxiv()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026.08",
        "1234.56789012",
        "2608.10915 and more",
        "see 2608.10915",
        "diffusion models",
        "#3",
        "https://example.org/abs/2608.10915",
        "https://arxiv.org/list/cs.CL/recent",
        "https://huggingface.co/papers/date/2026-08-12",
        "https://arxiv.org/abs/2608.10915 https://arxiv.org/abs/2608.10916",
        "https://arxiv.org/abs/2608.10915,https://arxiv.org/abs/2608.10916",
        "https://arxiv.org/abs/2608.109155",
        "notarxiv.org/abs/2608.10915"
      })
  void takesNothingElseForOneId(String text) {
    assertThat(PaperId.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Have you seen 2608.10915?",
        "(2608.10915v2), 2608.10915; 2608.10915.",
        "\"2608.10915\" -- 2608.10915: yes",
        "arXiv:2608.10915v1 [cs.CL] 12 Aug 2026",
        "read <https://arxiv.org/abs/2608.10915|this one> now",
        "**https://arxiv.org/pdf/2608.10915v2.pdf**, thanks",
        "[paper](https://huggingface.co/papers/2608.10915)",
        "https://www.alphaxiv.org/abs/2608.10915, and arxiv.org/abs/2608.10915v3!",
        "the file 2608.10915.pdf",
        "doi:10.48550/arXiv:2608.10915"
      })
  void findsOnePaperInAMessageHoweverOftenItIsNamed(String text) {
    assertThat(PaperId.findAll(text)).containsExactly(new PaperId("2608.10915"));
  }

  @Test
  void findsAllPapersInTheirOrder() {
    String text =
        "Compare 2608.00002 with https://arxiv.org/abs/2608.00001v2 and"
            + " <https://hf.co/papers/2608.00003|x>, hep-th/9901001, arXiv:cs/0112017v1, 1412.6980"
            + " and again 2608.00001.";
    assertThat(PaperId.findAll(text))
        .extracting(PaperId::value)
        .containsExactly(
            "2608.00002", "2608.00001", "2608.00003", "hep-th/9901001", "cs/0112017", "1412.6980");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "on 2026.08 and 2026.0812",
        "1234.56789012 and 12345.6789 and 3141.59265",
        "2012.0812 is a date, 1608.1234 has too few digits, 1412.69801 too many",
        "$2608.10915, €2608.10915, 2608.10915% and 2608.10915 %",
        "v2608.10915, 1.2608.10915, 2608.10915.1 and 2608.10915e5",
        "https://example.org/2608.10915 and x/2608.10915",
        "either/1234567 or path/to-ph/0601001",
        "0613.0001 and 0600.0001 and 0601.0001",
        "127.0.0.1:8080 and +49 2608 10915",
        ""
      })
  void leavesNumbersAlone(String text) {
    assertThat(PaperId.findAll(text)).isEmpty();
  }

  @Test
  void keepsToItsForm() {
    assertThat(new PaperId("my-paper_1.2").isArxiv()).isFalse();
    assertThat(new PaperId("2608.10915").isArxiv()).isTrue();
    for (String bad : List.of("", "a b", "x/y", "a".repeat(41), "2608.10915\n", "é")) {
      assertThatIllegalArgumentException().isThrownBy(() -> new PaperId(bad));
    }
  }

  @Test
  void sortsAndPrintsByItsValue() {
    assertThat(Stream.of("b", "2608.1", "a").map(PaperId::new).sorted())
        .map(PaperId::toString)
        .containsExactly("2608.1", "a", "b");
  }

  @Test
  void readsLongMessagesQuickly() {
    for (String piece : List.of("arxiv.org/abs/", "2608.1091", "a-", "arXiv: ", "<https://")) {
      String text = piece.repeat(100_000 / piece.length());
      long start = System.nanoTime();
      assertThat(PaperId.findAll(text)).isEmpty();
      assertThat(PaperId.parse(text)).isEmpty();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
  }
}
