package dev.paperboy.search;

/** In how many signs vectors differ: a rough measure of how far they are apart, and a quick one. */
final class Signs {
  private static final long ONES = 0x5555555555555555L;
  private static final long TWOS = 0x3333333333333333L;
  private static final long FOURS = 0x0F0F0F0F0F0F0F0FL;
  private static final long EIGHTS = 0x00FF00FF00FF00FFL;
  private static final long SUM = 0x0001000100010001L;

  private Signs() {}

  /**
   * Counts for each row of signs those that differ from one's.
   *
   * @param all the signs of all rows, one row after the other, 64 in a number
   * @param rows the row of each place; −1 for none
   * @param differing gets the number for each place that has a row
   */
  static void differing(long[] all, long[] one, int[] rows, short[] differing) {
    int words = one.length;
    int inThrees = words - words % 3;
    for (int place = 0; place < rows.length; place++) {
      if (rows[place] < 0) {
        continue;
      }
      int at = rows[place] * words;
      long sum = 0;
      int word = 0;
      // Three numbers are counted as two. Counting each alone takes twice as long where the
      // processor's own instruction is not used, as in a JVM that starts fast.
      for (; word < inThrees; word += 3, at += 3) {
        long first = all[at] ^ one[word];
        long second = all[at + 1] ^ one[word + 1];
        long third = all[at + 2] ^ one[word + 2];
        long odd = first ^ second;
        long pair = (first & second) | (odd & third);
        long single = odd ^ third;
        single -= (single >>> 1) & ONES;
        pair -= (pair >>> 1) & ONES;
        single = (single & TWOS) + ((single >>> 2) & TWOS);
        pair = (pair & TWOS) + ((pair >>> 2) & TWOS);
        long both = single + (pair << 1);
        both = (both & FOURS) + ((both >>> 4) & FOURS);
        sum += (both & EIGHTS) + ((both >>> 8) & EIGHTS);
      }
      int count = (int) ((sum * SUM) >>> 48);
      for (; word < words; word++, at++) {
        count += Long.bitCount(all[at] ^ one[word]);
      }
      differing[place] = (short) count;
    }
  }
}
