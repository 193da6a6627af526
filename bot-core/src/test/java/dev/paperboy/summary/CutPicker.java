package dev.paperboy.summary;

import java.util.List;

/**
 * What was tried beyond the shipped picker: a choice among the shorter forms of all sentences, by a
 * weighted sum of {@link CutFeatures}, fitted by ridge regression. {@code SummaryMeasure} says what
 * it brings.
 */
final class CutPicker implements LinePicker {
  private final RidgePicker sentences;
  private final double[] weights;

  CutPicker(RidgePicker sentences, double[] weights) {
    if (weights.length != CutFeatures.NAMES.size()) {
      throw new IllegalArgumentException(
          "summary: " + weights.length + " weights for " + CutFeatures.NAMES.size() + " features");
    }
    this.sentences = sentences;
    this.weights = weights.clone();
  }

  @Override
  public Line pick(String title, List<String> texts) {
    double[][] rows = SentenceFeatures.of(title, texts);
    double[] scores = sentences.scores(rows);
    Line best = new Line(0, texts.get(0));
    double highest = Double.NEGATIVE_INFINITY;
    for (CutFeatures.Candidate candidate : CutFeatures.of(title, texts, rows, scores)) {
      double score = 0;
      for (int i = 0; i < weights.length; i++) {
        score += weights[i] * candidate.row()[i];
      }
      if (score > highest) {
        highest = score;
        best = new Line(candidate.sentence(), candidate.cut().text());
      }
    }
    return best;
  }
}
