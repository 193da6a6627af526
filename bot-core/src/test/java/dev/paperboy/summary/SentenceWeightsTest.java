package dev.paperboy.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fits the weights anew; with {@code -Dpaperboy.weights=write} writes them into the resource. */
@Tag("long")
class SentenceWeightsTest {
  private static final Path FILE =
      Path.of(System.getProperty("paperboy.root", "."))
          .resolve("bot-core/src/main/resources/dev/paperboy/summary/sentence-weights.txt");

  @Test
  void theShippedWeightsAreThoseThatTheTrainerFits() throws IOException {
    List<SciTldr.Entry> train = SciTldr.part("train.jsonl");
    double[] fitted = SentenceTrainer.sentenceWeights(train);
    if (System.getProperty("paperboy.weights", "").equals("write")) {
      write(fitted, train.size());
    } else {
      assertThat(RidgePicker.shipped().weights()).containsExactly(fitted, Assertions.within(1e-9));
    }
  }

  private static void write(double[] weights, int papers) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Weights of the sentence picker, one feature a line.");
    lines.add(
        "# Ridge regression (lambda 3) by SentenceTrainer, in the tests of this package, on the");
    lines.add("# training part of SciTLDR, form A (" + papers + " papers; Cachola et al. 2020,");
    lines.add(
        "# github.com/allenai/scitldr, Apache-2.0). They predict the mean of ROUGE-1, -2 and -L.");
    for (int i = 0; i < weights.length; i++) {
      lines.add(String.format(Locale.ROOT, "%s %.10f", SentenceFeatures.NAMES.get(i), weights[i]));
    }
    Files.write(FILE, lines, StandardCharsets.UTF_8);
  }
}
