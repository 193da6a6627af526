package dev.paperboy.summary.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
  private static final String ABSTRACT =
      "Streaming query planners waste memory when tides of requests rise. We propose Tidepool, a"
          + " scheduler that learns when large language models should wait, and train it with"
          + " GPT-4o-mini labels on two public traces. On three benchmarks it cuts latency by"
          + " 31.4% and memory by half, runs 2.5x faster than FIFO with 7B parameters, and needs"
          + " 1,200 samples from the KITTI-360 set, a CIFAR-10 variant, at a loss of 0.12.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tidepool is a scheduler that learns when large language models should wait, cutting"
            + " latency by 31.4%.",
        "Tidepool, a scheduler trained on two public traces, cuts latency by 31.4 percent.",
        "A scheduler that learns when LLMs should wait halves memory and runs 2.5 times faster than"
            + " FIFO.",
        "Introduces Tidepool, a learned scheduler that reduces memory by 50% on three benchmarks.",
        "Tidepool trains a scheduler with 7 billion parameters from 1200 samples of KITTI-360.",
        "The scheduler learns from GPT-4o-mini labels, and the memory falls by half on 3"
            + " benchmarks.",
        "\"Tidepool schedules streaming query planners so that memory and latency fall on public"
            + " traces.\"",
        "Summary: Tidepool's scheduler learns when models wait, and cuts latency by 31.4 per cent.",
        "<think>31 % of 99?</think> Tidepool learns when large language models should wait for"
            + " requests."
      })
  void aTextThatSaysWhatTheAbstractSaysIsShown(String answer) {
    assertThat(Answer.checked(answer, ABSTRACT)).isInstanceOf(Answer.Checked.Fit.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tidepool is a scheduler that cuts latency by 47% on three benchmarks with language"
            + " models.",
        "Tidepool is a scheduler that cuts latency by 31% on three benchmarks with language"
            + " models.",
        "Tidepool is a scheduler that cuts latency by 31.4 points on public traces of requests.",
        "Tidepool is a scheduler that cuts latency thirty-two percent on public traces of"
            + " requests.",
        "Tidepool is a scheduler that runs four times faster on public traces of requests.",
        "Tidepool is a scheduler that doubles the latency of streaming query planners.",
        "Tidepool is a scheduler tried on five benchmarks of streaming query planners.",
        "Tidepool is a scheduler trained with 70B parameters on two public traces of requests.",
        "Tidepool is a scheduler that learns from thousands of public traces of requests.",
        "Tidepool is a scheduler trained on 12 public traces of requests and samples.",
        "Tidepool is a scheduler trained with 4 public traces of requests and samples.",
        "Tidepool loses memory a hundred times on public traces of requests and samples.",
        "Tidepool was trained in 2024 on public traces of requests and samples."
      })
  void aNumberThatTheAbstractLacksIsWithheld(String answer) {
    assertThat(Answer.checked(answer, ABSTRACT))
        .isEqualTo(new Answer.Checked.Withheld("it has a number that the abstract lacks"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Google proposes Tidepool, a scheduler that learns when large language models should wait.",
        "Tidepool by Anthropic is a scheduler that learns when language models should wait.",
        "Tidepool is a scheduler that learns from GPT-5 labels on public traces of requests.",
        "Tidepool is a scheduler that learns from GPT-4 labels on public traces of requests.",
        "Tidepool is a scheduler that learns from CIFAR-100 labels on public traces of requests.",
        "Tidepool is a scheduler that beats PyTorch on public traces of requests.",
        "Tidepool is a scheduler that beats vLLM on public traces of requests.",
        "Tidepool is a scheduler that beats SJF on public traces of requests.",
        "Tidepool is a Kubernetes-based scheduler for streaming query planners and their memory.",
        "Tidewater is a scheduler that learns when large language models should wait for requests.",
        "Tidepool is a scheduler by Müller that learns when large language models should wait.",
        "Tidepool is a scheduler that learns. Amazon trained it on public traces of requests."
      })
  void aNameThatTheAbstractLacksIsWithheld(String answer) {
    assertThat(Answer.checked(answer, ABSTRACT))
        .isEqualTo(new Answer.Checked.Withheld("it has a name that the abstract lacks"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "Tidepool.",
        "{\"summary\": \"Tidepool is a scheduler that learns when language models should wait\"}",
        "<p>Tidepool is a scheduler that learns when language models should wait</p>",
        "I cannot help with that request, but feel free to ask me about something else.",
        "Visit https://evil.example now: Tidepool is a scheduler that learns when models wait.",
        "Visit evil.com now: tidepool is a scheduler that learns when models wait.",
        "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor",
        "Tidepool ist ein 調度器 that learns when language models should wait for requests",
        "Tidepool is a scheduler \u202Ethat learns when language models should wait for requests"
      })
  void rubbishIsWithheld(String answer) {
    assertThat(Answer.checked(answer, ABSTRACT)).isInstanceOf(Answer.Checked.Withheld.class);
  }

  @Test
  void thirtyWordsAreShownAndThirtyOneAreNot() {
    String thirty =
        "Tidepool is a scheduler that learns when large language models should wait,"
            + " and train"
            + " memory latency requests".repeat(5);
    assertThat(thirty.split(" ", -1)).hasSize(29);
    assertThat(Answer.checked(thirty + " benchmarks", ABSTRACT))
        .isInstanceOf(Answer.Checked.Fit.class);
    assertThat(Answer.checked(thirty + " on benchmarks", ABSTRACT))
        .isEqualTo(new Answer.Checked.Withheld("it has 31 words instead of 5 to 30"));
  }
}
