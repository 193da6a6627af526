package dev.paperboy.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.console.Piece.Hold;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FlowTest {
  @Test
  void breaksAtSpacesAndDropsThem() {
    assertThat(wrap("one two  three four", 9)).containsExactly("one two", "three", "four");
    assertThat(wrap("   ", 9)).isEmpty();
    assertThat(wrap("  one", 9)).containsExactly("one");
  }

  @Test
  void breaksAfterAHyphenBetweenLettersButNotBeforeAnExclusion() {
    assertThat(wrap("human-centric", 8)).containsExactly("human-", "centric");
    assertThat(wrap("agents -video", 9)).containsExactly("agents", "-video");
  }

  @Test
  void countsWideCharactersTwiceAndMarksNot() {
    assertThat(Flow.width("多模态")).isEqualTo(6);
    assertThat(Flow.width("e\u0301a")).isEqualTo(2);
    assertThat(Flow.width("❤️")).isEqualTo(2);
    assertThat(Flow.width("🇩🇪🇫🇷")).isEqualTo(4);
    assertThat(wrap("多模态大模型", 5)).containsExactly("多模", "态大", "模型");
  }

  @Test
  void doesNotBeginALineWithAnIdeographicStop() {
    assertThat(wrap("多模态。大", 6)).containsExactly("多模", "态。大");
  }

  @Test
  void neverCutsWithinACharacter() {
    assertThat(wrap("👩‍🔬".repeat(5), 9)).containsExactly("👩‍🔬👩‍🔬", "👩‍🔬👩‍🔬", "👩‍🔬");
    assertThat(wrap("e\u0301".repeat(5), 3))
        .containsExactly("e\u0301".repeat(3), "e\u0301".repeat(2));
  }

  @Test
  void cutsAnEndlessChainOfJoinedEmojiAllTheSame() {
    assertThat(wrap("👩" + "\u200d👩".repeat(40), 10)).allMatch(line -> Flow.width(line) <= 10);
  }

  @Test
  void cutsAWordThatIsLongerThanALine() {
    assertThat(wrap("a" + "b".repeat(10), 4)).containsExactly("abbb", "bbbb", "bbb");
  }

  @Test
  void keepsAWholePieceTogetherWhereItFits() {
    List<Piece> pieces =
        List.of(
            Piece.of("see "),
            Piece.glued("it: ", Ink.QUIET),
            Piece.whole("show number 1", Ink.ACCENT));

    assertThat(wrap(pieces, 17)).containsExactly("see", "it: show number 1");
    assertThat(wrap(pieces, 10)).containsExactly("see", "it: show", "number 1");
  }

  @Test
  void endsInAnEllipsisWhatHasTooManyLines() {
    List<Piece> pieces = List.of(new Piece("one two three", Ink.STRONG, null, Hold.LOOSE));

    assertThat(text(Flow.wrap(pieces, 10, 10, 1))).containsExactly("one two …");
    assertThat(text(Flow.wrap(pieces, 13, 13, 1))).containsExactly("one two three");
    assertThat(text(Flow.wrap(List.of(Piece.of("abcdefghijkl")), 6, 6, 1)))
        .containsExactly("abcd…");
  }

  @Test
  void cutsEndsByWidth() {
    assertThat(Flow.head("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Flow.head("abcdef", 4)).isEqualTo("abc…");
    assertThat(Flow.tail("abcdef", 4)).isEqualTo("…def");
    assertThat(Flow.head("多模态", 5)).isEqualTo("多模…");
    assertThat(Flow.tail("多模态", 4)).isEqualTo("…态");
  }

  private static List<String> wrap(String text, int width) {
    return wrap(List.of(Piece.of(text)), width);
  }

  private static List<String> wrap(List<Piece> pieces, int width) {
    return text(Flow.wrap(pieces, width));
  }

  private static List<String> text(List<List<Piece>> lines) {
    return lines.stream()
        .map(line -> line.stream().map(Piece::text).collect(Collectors.joining()))
        .toList();
  }
}
