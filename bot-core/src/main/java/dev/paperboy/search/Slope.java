package dev.paperboy.search;

/**
 * A setting that depends on how long a question is: {@code low} up to so many words, {@code high}
 * from so many on, and in between in proportion.
 */
record Slope(int from, int to, double low, double high) {
  double at(int words) {
    return low + (high - low) * Math.clamp((words - from) / (double) (to - from), 0, 1);
  }
}
