package dev.paperboy.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fréchet Distance",
        "多模态大模型",
        "हिन्दी क्ष",
        "שלום",
        "ﷺ",
        "👩‍🔬 👍🏽 ❤️ 🇩🇪",
        "می‌خواهم",
        "$\\alpha_*$ <b> & @everyone `x` _y_",
        "Việt Nam",
        "한국어",
        "𝔸"
      })
  void leavesWhatCanBeRead(String text) {
    assertThat(TerminalText.line(text)).isEqualTo(text);
  }

  @Test
  void takesWholeEscapeSequencesAway() {
    assertThat(TerminalText.line("a\u001b[31mred\u001b[0m b")).isEqualTo("ared b");
    assertThat(TerminalText.line("\u001b]8;;http://evil.example\u001b\\link\u001b]8;;\u0007"))
        .isEqualTo("link");
    assertThat(TerminalText.line("\u001b]0;title\u0007x\u009b2Jy\u009d0;t\u009cz"))
        .isEqualTo("xyz");
    assertThat(TerminalText.line("\u001bP+q544e\u001b\\x\u001b(B")).isEqualTo("x");
    assertThat(TerminalText.line("a\u001b")).isEqualTo("a");
  }

  @Test
  void takesControlsBidiOverridesInvisiblesAndTagsAway() {
    assertThat(TerminalText.line("a\u0000\u0007\b\u007f\u0080\u0099b")).isEqualTo("ab");
    assertThat(TerminalText.line("a\u202e\u202a\u2066\u2069\u200e\u200f\u061cb")).isEqualTo("ab");
    assertThat(TerminalText.line("a\u200b\u2060\ufeff\u00ad\u2063\u034f\u3164b")).isEqualTo("ab");
    assertThat(TerminalText.line("a\udb40\udc41\udb40\udd00b")).isEqualTo("ab");
    assertThat(TerminalText.line("a\ud83d b\ude00\uffff")).isEqualTo("a b");
  }

  @Test
  void keepsJoinersOnlyWhereAScriptNeedsThem() {
    assertThat(TerminalText.line("pay\u200dpal \u200c\u200d")).isEqualTo("paypal ");
    assertThat(TerminalText.line("👩\u200d\u200d🔬")).isEqualTo("👩\u200d🔬");
  }

  @Test
  void limitsTheMarksUponALetter() {
    assertThat(TerminalText.line("a" + "\u0301".repeat(500) + "b"))
        .isEqualTo("a" + "\u0301".repeat(8) + "b");
    assertThat(TerminalText.line("\u0301\u0302a")).isEqualTo("a");
  }

  @Test
  void knowsThreeWaysWithLineBreaks() {
    String text = "a\r\nb\rc\u2028d\u0085e\tf\u2003g";

    assertThat(TerminalText.line(text)).isEqualTo("a b c d e f g");
    assertThat(TerminalText.lines(text)).isEqualTo("a\nb\nc\nd\ne f g");
    assertThat(TerminalText.data(text)).isEqualTo("a\nb\nc\nd\ne\tf g");
  }

  @ParameterizedTest
  @CsvSource({
    "https://arxiv.org/abs/2608.10915, https://arxiv.org/abs/2608.10915",
    "HTTP://Example.org/a b, http://Example.org/a%20b",
    "https://example.org/é?q=<x>, https://example.org/%C3%A9?q=%3Cx%3E",
    "https://example.org/%41\"`, https://example.org/%41%22%60"
  })
  void encodesAddresses(String outside, String safe) {
    assertThat(TerminalText.address(outside)).isEqualTo(safe);
  }

  @Test
  void noEscapeLeavesAnAddress() {
    assertThat(TerminalText.address("https://example.org/\u001b]8;;\u0007x\n"))
        .isEqualTo("https://example.org/%1B]8;;%07x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//example.org",
        "https://",
        "https:///x",
        "https://huggingface.co@evil.example/",
        "https://a\\@b/",
        "ftp://example.org",
        "example.org"
      })
  void knowsWhatIsNoAddress(String outside) {
    assertThat(TerminalText.address(outside)).isNull();
    assertThat(TerminalText.address("https://example.org/" + "x".repeat(2_000))).isNull();
    assertThat(TerminalText.address(null)).isNull();
  }
}
