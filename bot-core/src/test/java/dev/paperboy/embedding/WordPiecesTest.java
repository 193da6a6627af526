package dev.paperboy.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTest {
  private static WordPieces pieces;

  @BeforeAll
  static void read() throws IOException {
    pieces = EmbeddingModel.MINILM.pieces();
  }

  /** The numbers are those of Hugging Face's own tokenizer. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hello, world!                    | 7592 1010 2088 999
          naïve café ÀÉÎ                   | 15743 7668 29347 2072
          状态空间 models                  | 100 100 1930 100 4275
          GPT-4o & k-NN: C++/C#            | 14246 2102 1011 1018 2080 1004 1047 1011 1050 2078 1024 1039 1009 1009 1013 1039 1001
          e^{i\\\\pi} + 1 = 0 $\\\\alpha_*$  | 1041 1034 1063 1045 1032 14255 1065 1009 1015 1027 1014 1002 1032 6541 1035 1008 1002
          hyperparameterization unaffable  | 23760 28689 22828 3989 14477 20961 3468
          😀 emoji ﬁne ½ ™                 | 100 7861 29147 2072 1984 2638 1092 1580
          İstanbul ǅ ß                     | 9960 100 1096
          тест русский                     | 1197 15290 29747 22919 1195 29748 29747 29747 23925 15414
          ‘quoted’ — dash…                 | 1520 9339 1521 1517 11454 1529
          한국어 텍스트                    | 1469 30006 30021 29991 30014 30020 29999 30008 1467 30009 30020 29997 30017 30003 30017
          العربية नमस्ते ไทย               | 1270 23673 29830 17149 29816 14498 19433 1327 29867 29874 29859 100
          ½¼ x² H₂O                        | 1092 29664 1060 10701 24833
          """)
  void takesTextsApartAsTheModelWasTaught(String text, String wanted) {
    assertThat(inWords(pieces.of(text.translateEscapes(), 256)))
        .isEqualTo("101 " + wanted + " 102");
  }

  @Test
  void aWordLongerThanAnyIsUnknown() {
    assertThat(pieces.of("x".repeat(101), 256)).containsExactly(101, 100, 102);
  }

  @Test
  void nothingIsStartAndEndAlone() {
    assertThat(pieces.of("", 256)).containsExactly(101, 102);
    assertThat(pieces.of(" \n\t ", 256)).containsExactly(101, 102);
  }

  @Test
  void theLimitHoldsStartAndEndToo() {
    assertThat(pieces.of("word ".repeat(1_000), 256)).hasSize(256).startsWith(101).endsWith(102);
    assertThat(pieces.of("unaffable unaffable", 5)).containsExactly(101, 14477, 20961, 3468, 102);
  }

  @Test
  void marksOfTheModelItselfAreOrdinaryTextInAPaper() {
    assertThat(pieces.of("[CLS]", 256)).doesNotContain(103, 0).startsWith(101, 1031);
  }

  private static String inWords(long[] ids) {
    StringBuilder text = new StringBuilder();
    for (long id : ids) {
      text.append(text.isEmpty() ? "" : " ").append(id);
    }
    return text.toString();
  }
}
