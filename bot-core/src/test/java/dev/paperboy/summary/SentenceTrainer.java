package dev.paperboy.summary;

import java.util.ArrayList;
import java.util.List;

/**
 * Fits the weights of {@link RidgePicker} and {@link CutPicker}: for each sentence of each
 * abstract, and then for each shorter form of it, the mean of ROUGE-1, ROUGE-2 and ROUGE-L against
 * the reference summaries is predicted from its features, by ridge regression. The forms see scores
 * of their sentences that were fitted without their abstract. Deterministic; takes a minute.
 *
 * <p>{@code SentenceWeightsTest} writes those of the sentences, and holds what ships against a new
 * run.
 */
final class SentenceTrainer {
  private static final double LAMBDA = 3;
  private static final int FOLDS = 5;

  private SentenceTrainer() {}

  static double[] sentenceWeights(List<SciTldr.Entry> entries) {
    Sums sums = new Sums(SentenceFeatures.COUNT);
    for (SciTldr.Entry entry : entries) {
      double[][] rows = SentenceFeatures.of(entry.title(), entry.sentences());
      for (int i = 0; i < rows.length; i++) {
        sums.add(rows[i], Rouge.of(entry.sentences().get(i), entry.references()).mean());
      }
    }
    return sums.solution();
  }

  static double[] cutWeights(List<SciTldr.Entry> entries) {
    Sums sums = new Sums(CutFeatures.NAMES.size());
    for (int fold = 0; fold < FOLDS; fold++) {
      RidgePicker others = new RidgePicker(sentenceWeights(part(entries, fold, false)));
      for (SciTldr.Entry entry : part(entries, fold, true)) {
        double[][] rows = SentenceFeatures.of(entry.title(), entry.sentences());
        double[] scores = others.scores(rows);
        for (CutFeatures.Candidate candidate :
            CutFeatures.of(entry.title(), entry.sentences(), rows, scores)) {
          sums.add(candidate.row(), Rouge.of(candidate.cut().text(), entry.references()).mean());
        }
      }
    }
    return sums.solution();
  }

  static CutPicker picker(List<SciTldr.Entry> entries) {
    return new CutPicker(new RidgePicker(sentenceWeights(entries)), cutWeights(entries));
  }

  /** One of five parts, or all the others. */
  static List<SciTldr.Entry> part(List<SciTldr.Entry> entries, int fold, boolean inside) {
    List<SciTldr.Entry> part = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if ((i % FOLDS == fold) == inside) {
        part.add(entries.get(i));
      }
    }
    return part;
  }

  /** The normal equations. */
  private static final class Sums {
    private final double[][] products;
    private final double[] targets;

    Sums(int size) {
      products = new double[size][size];
      targets = new double[size];
    }

    void add(double[] row, double target) {
      SentenceTrainer.add(row, target, products, targets);
    }

    double[] solution() {
      for (int i = 0; i < targets.length; i++) {
        products[i][i] += LAMBDA;
      }
      return SentenceTrainer.solution(products, targets);
    }
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
