package dev.paperboy.source.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {
  @Test
  void findsTheLongestSharedRunWhateverCaseAndPunctuation() {
    assertThat(Wording.longestSharedRun("It says: Colour, the small cat sat.", "the SMALL-cat ran"))
        .containsExactly("the", "small", "cat");
    assertThat(Wording.longestSharedRun("nothing here", "in common")).isEmpty();
  }

  @Test
  void splitsSentencesButNotNumbers() {
    assertThat(Wording.sentences("GPT-5.5 gains 1.2 points. We stop.")).hasSize(2);
  }

  @Test
  void missesTheNumbersAndNamesThatTheOriginalLacks() {
    assertThat(
            Wording.numbersAndNamesNotIn(
                "A run of 4times4 and 1.28times on GPU.", "On GPUs it is 4×4, 1.29 and Foo."))
        .containsExactly("29", "Foo");
  }
}
