package dev.paperboy.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What tells a good line among the shorter forms of an abstract's sentences: the features of the
 * sentence, those of the cut, and how much the form shares with all sentences, each counted as far
 * as it is likely to be the summary itself (minimum Bayes risk).
 */
final class CutFeatures {
  private static final List<String> OWN =
      List.of(
          ("sentence-score sentence-score-behind cut-length cut-log-length cut-off-21 cut-under-10"
               + " cut-over-30 cut-title-covered cut-covered-by-title cut-share uncut cut-under-7")
              .split(" ", -1));
  private static final List<String> SHARED =
      List.of(
          ("shared-sharp shared-soft shared-others shared-title shared-pairs-sharp"
                  + " shared-pairs-soft shared-content-sharp shared-content-soft"
                  + " shared-content-flat")
              .split(" ", -1));

  /** The names of the numbers, in their order. */
  static final List<String> NAMES = names();

  /** How sharply the likely sentences stand out: differences of predicted ROUGE. */
  private static final double SHARP = .03;

  private static final double SOFT = .08;
  private static final double FLAT = .2;

  /** A form of one of the sentences. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Candidate(int sentence, Cuts.Cut cut, double[] row) {}

  private final Words words = new Words();
  private final double[][] rows;
  private final double[] scores;
  private final int[] lengths;
  private final List<String> title;
  private final Set<String> titleContent;
  private final Overlap all;
  private final Overlap content;
  private final Overlap pairs;
  private final double best;

  private CutFeatures(String title, List<String> sentences, double[][] rows, double[] scores) {
    this.rows = rows;
    this.scores = scores;
    this.title = words.stems(Words.of(title));
    titleContent = new HashSet<>(words.contentStems(Words.of(title)));
    List<List<String>> stems = new ArrayList<>();
    List<List<String>> contents = new ArrayList<>();
    lengths = new int[sentences.size()];
    for (int i = 0; i < lengths.length; i++) {
      List<String> tokens = Words.of(sentences.get(i));
      stems.add(words.stems(tokens));
      contents.add(words.contentStems(tokens));
      lengths[i] = tokens.size();
    }
    all = new Overlap(stems);
    content = new Overlap(contents);
    pairs = new Overlap(stems.stream().map(Overlap::pairs).toList());
    best = Arrays.stream(scores).max().orElse(0);
  }

  /**
   * Every form of every sentence.
   *
   * @param rows the sentences' features
   * @param scores the ROUGE that is predicted of each sentence
   */
  static List<Candidate> of(
      String title, List<String> sentences, double[][] rows, double[] scores) {
    CutFeatures features = new CutFeatures(title, sentences, rows, scores);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      for (Cuts.Cut cut : Cuts.of(sentences.get(i))) {
        candidates.add(new Candidate(i, cut, features.row(i, cut)));
      }
    }
    return candidates;
  }

  private double[] row(int sentence, Cuts.Cut cut) {
    double[] row = Arrays.copyOf(rows[sentence], NAMES.size());
    List<String> tokens = Words.of(cut.text());
    List<String> stems = words.stems(tokens);
    List<String> contents = words.contentStems(tokens);
    int at = addOwn(row, rows[sentence].length, sentence, cut, tokens.size(), contents);
    for (int kind = 0; kind < Cuts.KINDS.size(); kind++) {
      row[at++] = (cut.kinds() >> kind) & 1;
    }
    double[] shared = all.with(stems);
    double[] sharedPairs = pairs.with(Overlap.pairs(stems));
    double[] sharedContent = content.with(contents);
    row[at++] = likely(shared, SHARP, -1);
    row[at++] = likely(shared, SOFT, -1);
    row[at++] = likely(shared, SOFT, sentence);
    row[at++] = Overlap.f1(title, stems);
    row[at++] = likely(sharedPairs, SHARP, sentence);
    row[at++] = likely(sharedPairs, SOFT, sentence);
    row[at++] = likely(sharedContent, SHARP, -1);
    row[at++] = likely(sharedContent, SOFT, -1);
    row[at++] = likely(sharedContent, FLAT, -1);
    if (at != row.length) {
      throw new IllegalStateException("features: " + at + " of " + row.length);
    }
    return row;
  }

  private int addOwn(
      double[] row, int from, int sentence, Cuts.Cut cut, int tokens, List<String> contents) {
    int at = from;
    int length = Math.max(1, tokens);
    Set<String> distinct = new HashSet<>(contents);
    long shared = distinct.stream().filter(titleContent::contains).count();
    row[at++] = scores[sentence];
    row[at++] = scores[sentence] - best;
    row[at++] = length / 30.0;
    row[at++] = Math.log(length);
    row[at++] = Math.abs(length - 21) / 20.0;
    row[at++] = length < 10 ? 1 : 0;
    row[at++] = length > 30 ? 1 : 0;
    row[at++] = (double) shared / Math.max(1, titleContent.size());
    row[at++] = (double) shared / Math.max(1, distinct.size());
    row[at++] = (double) length / Math.max(1, lengths[sentence]);
    row[at++] = cut.kinds() == 0 ? 1 : 0;
    row[at++] = length < 7 ? 1 : 0;
    return at;
  }

  /** The mean over the sentences, weighted by how likely each is the summary. */
  private double likely(double[] shared, double sharpness, int without) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < shared.length; i++) {
      if (i != without) {
        double weight = Math.exp((scores[i] - best) / sharpness);
        sum += weight * shared[i];
        weights += weight;
      }
    }
    return weights == 0 ? 0 : sum / weights;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(SentenceFeatures.NAMES);
    names.addAll(OWN);
    Cuts.KINDS.forEach(kind -> names.add("cut-" + kind));
    names.addAll(SHARED);
    return List.copyOf(names);
  }
}
