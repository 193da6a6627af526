package dev.paperboy.summary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Fits the weights of {@link RidgePicker}: for each sentence of each abstract, the mean of ROUGE-1,
 * ROUGE-2 and ROUGE-L against the reference summary is predicted from the sentence's features, by
 * ridge regression. Deterministic; takes some seconds.
 *
 * <p>Run it from the test class path with two paths, SciTLDR's {@code train.jsonl} and the file to
 * write. {@code SummaryMeasure} holds the shipped file against a new run.
 */
final class SentenceTrainer {
  private static final double LAMBDA = 3;

  private SentenceTrainer() {}

  public static void main(String[] args) throws IOException {
    List<SciTldr.Entry> entries = SciTldr.read(Path.of(args[0]));
    double[] weights = weights(entries);
    List<String> lines = new ArrayList<>();
    lines.add("# Weights of the sentence picker, one feature a line.");
    lines.add(
        "# Ridge regression (lambda 3) by SentenceTrainer, in the tests of this package, on the");
    lines.add(
        "# training part of SciTLDR, form A (" + entries.size() + " papers; Cachola et al. 2020,");
    lines.add(
        "# github.com/allenai/scitldr, Apache-2.0). They predict the mean of ROUGE-1, -2 and -L.");
    for (int i = 0; i < weights.length; i++) {
      lines.add(String.format(Locale.ROOT, "%s %.10f", SentenceFeatures.NAMES.get(i), weights[i]));
    }
    Files.write(Path.of(args[1]), lines, StandardCharsets.UTF_8);
  }

  static double[] weights(List<SciTldr.Entry> entries) {
    int size = SentenceFeatures.COUNT;
    double[][] products = new double[size][size];
    double[] targets = new double[size];
    for (SciTldr.Entry entry : entries) {
      double[][] rows = SentenceFeatures.of(entry.title(), entry.sentences());
      for (int i = 0; i < rows.length; i++) {
        double target = Rouge.of(entry.sentences().get(i), entry.references()).mean();
        add(rows[i], target, products, targets);
      }
    }
    for (int i = 0; i < size; i++) {
      products[i][i] += LAMBDA;
    }
    return solution(products, targets);
  }

  private static void add(double[] row, double target, double[][] products, double[] targets) {
    for (int i = 0; i < row.length; i++) {
      targets[i] += row[i] * target;
      for (int j = 0; j < row.length; j++) {
        products[i][j] += row[i] * row[j];
      }
    }
  }

  /** Gauss, with the largest pivot of each column. */
  private static double[] solution(double[][] matrix, double[] right) {
    int size = right.length;
    for (int k = 0; k < size; k++) {
      int pivot = k;
      for (int i = k + 1; i < size; i++) {
        pivot = Math.abs(matrix[i][k]) > Math.abs(matrix[pivot][k]) ? i : pivot;
      }
      double[] row = matrix[k];
      matrix[k] = matrix[pivot];
      matrix[pivot] = row;
      double value = right[k];
      right[k] = right[pivot];
      right[pivot] = value;
      for (int i = k + 1; i < size; i++) {
        double factor = matrix[i][k] / matrix[k][k];
        for (int j = k; j < size; j++) {
          matrix[i][j] -= factor * matrix[k][j];
        }
        right[i] -= factor * right[k];
      }
    }
    double[] solution = new double[size];
    for (int i = size - 1; i >= 0; i--) {
      double rest = right[i];
      for (int j = i + 1; j < size; j++) {
        rest -= matrix[i][j] * solution[j];
      }
      solution[i] = rest / matrix[i][i];
    }
    return solution;
  }
}
