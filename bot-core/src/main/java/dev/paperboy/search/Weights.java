package dev.paperboy.search;

import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * What ranking is tuned by: one setting for every kind of question.
 *
 * @param k1 of BM25: how soon saying a word again stops counting
 * @param b of BM25: how much the length of a text counts
 * @param pair what a pair of neighbouring words counts beside its words
 * @param meaning the share of meaning beside words
 */
record Weights(float k1, float b, Slope pair, Slope meaning) {
  /**
   * Chosen on CACM's questions and on papers' own keywords ({@code SearchMeasure} compares them
   * with others): a few words name what they want, so pairs count more and meaning less in them.
   */
  static final Weights TUNED =
      new Weights(.9f, .5f, new Slope(3, 8, .5, .1), new Slope(3, 8, .2, .4));

  BM25Similarity similarity() {
    return new BM25Similarity(k1, b);
  }
}
