package dev.paperboy.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** ROUGE of one sentence on SciTLDR's dev part: first, untrained rule, shipped. Prints a table. */
@Tag("long")
class SummaryMeasure {
  @Test
  void printsTheShippedPickerBesideItsBaselines() throws IOException {
    Path folder = folder();
    List<SciTldr.Entry> dev = SciTldr.read(folder.resolve("dev.jsonl"));
    System.out.println("| SciTLDR dev, " + dev.size() + " papers, trimmed | R1 | R2 | RL |");
    System.out.println("|---|---|---|---|");
    row("first sentence", dev, (title, sentences) -> 0);
    row("first that proposes, else closest to the title", dev, new ProposalPicker());
    double shipped = row("shipped picker", dev, RidgePicker.shipped());
    assertThat(shipped).isGreaterThan(0.40);
  }

  @Test
  void theShippedWeightsAreThoseThatTheTrainerFits() throws IOException {
    double[] fitted = SentenceTrainer.weights(SciTldr.read(folder().resolve("train.jsonl")));
    assertThat(RidgePicker.shipped().weights()).containsExactly(fitted, Assertions.within(1e-9));
  }

  private static double row(String name, List<SciTldr.Entry> papers, SentencePicker picker) {
    double[] sums = new double[3];
    for (SciTldr.Entry paper : papers) {
      String line =
          TrimRules.trim(paper.sentences().get(picker.pick(paper.title(), paper.sentences())));
      Rouge rouge = Rouge.of(line, paper.references());
      sums[0] += rouge.one();
      sums[1] += rouge.two();
      sums[2] += rouge.longest();
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.1f |%n",
        name,
        100 * sums[0] / papers.size(),
        100 * sums[1] / papers.size(),
        100 * sums[2] / papers.size());
    return sums[0] / papers.size();
  }

  private static Path folder() {
    String data = System.getProperty("paperboy.data", "");
    Path folder = Path.of(data).resolve("scitldr");
    Assumptions.assumeTrue(!data.isEmpty() && Files.isDirectory(folder));
    return folder;
  }
}
