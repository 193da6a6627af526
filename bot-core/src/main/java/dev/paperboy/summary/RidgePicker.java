package dev.paperboy.summary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Scores each sentence by a weighted sum of its features and takes the highest. The weights that
 * ship were fitted by ridge regression to SciTLDR; their file says how.
 */
final class RidgePicker implements SentencePicker {
  private static final String SHIPPED = "sentence-weights.txt";

  private static final int FEWEST_WORDS = 5;
  private static final double LAST_RESORT = 10;
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

  private final double[] weights;

  RidgePicker(double[] weights) {
    if (weights.length != SentenceFeatures.COUNT) {
      throw new IllegalArgumentException(
          "summary: " + weights.length + " weights for " + SentenceFeatures.COUNT + " features");
    }
    this.weights = weights.clone();
  }

  static RidgePicker shipped() {
    try (InputStream in = RidgePicker.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("summary: " + SHIPPED + " is not on the class path");
      }
      return new RidgePicker(weights(in));
    } catch (IOException e) {
      throw new UncheckedIOException("summary: " + SHIPPED + " cannot be read", e);
    }
  }

  /** Lines of a feature's name and its weight; those that begin with # are comments. */
  private static double[] weights(InputStream in) throws IOException {
    Map<String, Double> named = new HashMap<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.startsWith("#") && !line.isBlank()) {
        int space = line.indexOf(' ');
        named.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
      }
    }
    return SentenceFeatures.NAMES.stream().mapToDouble(name -> weight(named, name)).toArray();
  }

  private static double weight(Map<String, Double> named, String name) {
    Double weight = named.get(name);
    if (weight == null) {
      throw new IllegalStateException("summary: " + SHIPPED + " has no weight for " + name);
    }
    return weight;
  }

  double[] weights() {
    return weights.clone();
  }

  @Override
  public int pick(String title, List<String> sentences) {
    double[][] rows = SentenceFeatures.of(title, sentences);
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rows.length; i++) {
      double score = score(rows[i]) - (saysLittle(sentences.get(i)) ? LAST_RESORT : 0);
      if (score > highest) {
        highest = score;
        best = i;
      }
    }
    return best;
  }

  /** The mean ROUGE that is predicted of each sentence. */
  double[] scores(double[][] rows) {
    return Arrays.stream(rows).mapToDouble(this::score).toArray();
  }

  private double score(double[] row) {
    double score = 0;
    for (int f = 0; f < weights.length; f++) {
      score += weights[f] * row[f];
    }
    return score;
  }

  /** "Do they?", "Code: https://…": only where there is nothing else. */
  private static boolean saysLittle(String sentence) {
    String words = ADDRESS.matcher(sentence).replaceAll("");
    return Words.of(words).size() < FEWEST_WORDS;
  }
}
