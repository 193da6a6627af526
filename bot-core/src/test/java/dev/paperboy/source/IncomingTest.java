package dev.paperboy.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingTest {
  @Test
  void makesOneSpaceOfWhiteSpaceAndControlCharacters() {
    assertThat(Incoming.text("  Long\n  titles\u00a0\u2003break\u2028here \u0007\u001b[31m "))
        .isEqualTo("Long titles break here [31m");
    assertThat(Incoming.text("\n\t ")).isEmpty();
    assertThat(Incoming.textOrNull("\n\t ")).isNull();
    assertThat(Incoming.textOrNull(null)).isNull();
  }

  @Test
  void keepsEveryScriptAndMendsHalfPairs() {
    assertThat(Incoming.text("Éa 论文 𝒜 🚀")).isEqualTo("Éa 论文 𝒜 🚀");
    assertThat(Incoming.text("a\ud835b\udc9c")).isEqualTo("a\ufffdb\ufffd");
  }

  @Test
  void cutsBetweenCodePoints() {
    assertThat(Incoming.start("a🚀b", 2)).isEqualTo("a🚀");
    assertThat(Incoming.start("ab", 5)).isEqualTo("ab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/google-research/bert",
        "http://example.org",
        "HTTPS://example.org:8080/a?b=c#d",
        "https://my_lab.github.io/page/#top",
        "https://[::1]/x",
      })
  void keepsWebAddresses(String address) {
    assertThat(Incoming.link(address)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "javascript:alert(1)",
        "ftp://example.org/x",
        "file:///picture.png",
        "/avatars/1.svg",
        "https://",
        "https:///path",
        "https://huggingface.co@evil.example/x",
        "see https://example.org and more",
        "data:text/html,x",
      })
  void dropsWhatIsNoWebAddress(String address) {
    assertThat(Incoming.link(address)).isNull();
  }

  @Test
  void mendsAddressesThatAreBrokenOverLines() {
    assertThat(Incoming.link(" https://lab.\n github.io/page/\n"))
        .isEqualTo("https://lab.github.io/page/");
    assertThat(Incoming.link("https://example.org/" + "x".repeat(2_000))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "google-research/bert, https://github.com/google-research/bert",
    "https://github.com/microsoft/LoRA, https://github.com/microsoft/LoRA",
    "github.com/microsoft/LoRA, https://github.com/microsoft/LoRA",
    "https://gitlab.com/a/b, https://gitlab.com/a/b",
  })
  void readsTheAddressOfCodeInEachOfItsForms(String given, String address) {
    assertThat(Incoming.code(given)).isEqualTo(address);
  }

  @Test
  void keepsEachTopicOnceAndNoMoreThanFifty() {
    assertThat(Incoming.topics(List.of(" attention ", "Attention", "", "self-attention")))
        .containsExactly("attention", "self-attention");
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      many.add("topic " + i);
    }
    assertThat(Incoming.topics(many)).hasSize(50).startsWith("topic 0");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-08-12, 2026-08-12",
    "2026-08-12T00:00:00.000Z, 2026-08-12",
    "2026-08-12T23:30:00-05:00, 2026-08-13",
    "2026-08-12T10:00, 2026-08-12",
  })
  void readsDatesInUtc(String given, String date) {
    assertThat(Incoming.date(given)).hasValue(LocalDate.parse(date));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-02-30", "12.08.2026", "yesterday", "+99999-01-01T00:00:00Z"})
  void readsNoDateWhereThereIsNone(String given) {
    assertThat(Incoming.date(given)).isEmpty();
  }

  @Test
  void takesTheMorningForADateButNeverTheFuture() {
    LocalDate date = LocalDate.of(2026, 8, 12);
    assertThat(Incoming.morningOf(date, Instant.parse("2026-09-01T00:00:00Z")))
        .isEqualTo("2026-08-12T09:00:00Z");
    assertThat(Incoming.morningOf(date, Instant.parse("2026-08-12T08:10:00Z")))
        .isEqualTo("2026-08-12T08:10:00Z");
  }
}
