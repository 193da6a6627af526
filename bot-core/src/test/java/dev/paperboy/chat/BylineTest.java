package dev.paperboy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BylineTest {
  @ParameterizedTest
  @CsvSource({
    "Qianggang Ding, Q. Ding",
    "Laurens van der Maaten, L. van der Maaten",
    "Jean-Pierre Serre, J.-P. Serre",
    "Yoshua B. Bengio, Y. Bengio",
    "Martin Luther King Jr., M. King Jr.",
    "Plato, Plato",
    "Qwen Team, Qwen Team",
    "The ATLAS Experiment, The ATLAS Experiment",
    "王 小明, 王 小明",
    "李明, 李明",
    "Émile Zola, É. Zola"
  })
  void abbreviatesGivenNames(String author, String abbreviated) {
    assertThat(Byline.abbreviate(author)).isEqualTo(abbreviated);
  }

  @Test
  void namesThreeAndCountsAll() {
    List<String> authors = Collections.nCopies(22, "Rui Feng");

    assertThat(Byline.of(authors)).isEqualTo("R. Feng, R. Feng, R. Feng et al. (22)");
    assertThat(Byline.of(authors.subList(0, 3))).isEqualTo("R. Feng, R. Feng, R. Feng");
    assertThat(Byline.of(List.of())).isEmpty();
  }

  @Test
  void saysTheSameInWords() {
    List<String> authors = Collections.nCopies(4, "Rui Feng");

    assertThat(Byline.inWords(authors)).isEqualTo("R. Feng, R. Feng, R. Feng and 1 other");
    assertThat(Byline.inWords(authors.subList(0, 2))).isEqualTo("R. Feng and R. Feng");
    assertThat(Byline.inWords(authors.subList(0, 1))).isEqualTo("R. Feng");
    assertThat(Byline.inWords(List.of())).isEmpty();
  }
}
