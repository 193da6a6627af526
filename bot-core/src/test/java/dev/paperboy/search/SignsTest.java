package dev.paperboy.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignsTest {
  private static final int ROWS = 50;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 12, 16})
  void countsTheSignsThatDifferWhateverTheWidth(int words) {
    Random random = new Random(words);
    long[] all = random.longs((long) ROWS * words).toArray();
    long[] one = random.longs(words).toArray();
    for (int word = 0; word < words; word++) {
      all[word] = one[word];
      all[words + word] = ~one[word];
    }
    int[] rows = random.ints(ROWS, -1, ROWS).toArray();
    rows[0] = 0;
    rows[1] = 1;
    short[] differing = new short[ROWS];
    Signs.differing(all, one, rows, differing);
    assertThat(differing[0]).isZero();
    assertThat((int) differing[1]).isEqualTo(words * Long.SIZE);
    for (int place = 0; place < ROWS; place++) {
      int expected = 0;
      for (int word = 0; rows[place] >= 0 && word < words; word++) {
        expected += Long.bitCount(all[rows[place] * words + word] ^ one[word]);
      }
      assertThat((int) differing[place]).isEqualTo(expected);
    }
  }
}
