package dev.paperboy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutsideTextTest {
  private static final OutsideText.Escape DOUBLED =
      (text, at, point) -> point == '*' ? "**" : Character.toString(point);

  @Test
  void whatFitsIsKeptAsItIs() {
    assertThat(OutsideText.plain("a title", 7)).isEqualTo("a title");
  }

  @Test
  void whatIsCutEndsWithAnEllipsisAndHoldsTheLimit() {
    assertThat(OutsideText.plain("a title", 5)).isEqualTo("a ti…");
    assertThat(OutsideText.plain("a title", 0)).isEmpty();
  }

  @Test
  void noEscapeIsCutInTwo() {
    assertThat(OutsideText.escaped("ab***", 6, DOUBLED)).isEqualTo("ab**…");
    assertThat(OutsideText.escaped("ab**", 6, DOUBLED)).isEqualTo("ab****");
  }

  @Test
  void noCharacterIsCutInTwo() {
    assertThat(OutsideText.plain("\ud83d\ude00".repeat(5), 8))
        .isEqualTo("\ud83d\ude00".repeat(3) + "…");
  }

  @Test
  void onlyAddressesOfTheWebAreLinked() {
    assertThat(OutsideText.address(" https://a.org/(x y) ", 100, "()"))
        .isEqualTo("https://a.org/%28x%20y%29");
    assertThat(OutsideText.address("https://a.org/é", 100, "")).isEqualTo("https://a.org/%C3%A9");
    assertThat(OutsideText.address("javascript:alert(1)", 100, "")).isNull();
    assertThat(OutsideText.address("https://user@evil.example/", 100, "")).isNull();
    assertThat(OutsideText.address("https://a.org/" + "x".repeat(100), 100, "")).isNull();
    assertThat(OutsideText.address(null, 100, "")).isNull();
  }
}
