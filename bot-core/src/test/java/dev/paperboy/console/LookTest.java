package dev.paperboy.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Command.Layout;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookTest {
  private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color");

  @Test
  void hasColoursOnATerminalOnly() {
    assertThat(Look.colours(XTERM, true)).isTrue();
    assertThat(Look.colours(XTERM, false)).isFalse();
    assertThat(Look.colours(Map.of("TERM", "dumb"), true)).isFalse();
    assertThat(Look.colours(Map.of(), true)).isFalse();
    assertThat(Look.colours(Map.of("TERM", "xterm", "NO_COLOR", "1"), true)).isFalse();
    assertThat(Look.colours(Map.of("TERM", "xterm", "NO_COLOR", ""), true)).isTrue();
    assertThat(Look.colours(Map.of("TERM", "xterm", "CLICOLOR", "0"), true)).isFalse();
    assertThat(Look.colours(Map.of("CLICOLOR_FORCE", "1"), false)).isTrue();
    assertThat(Look.colours(Map.of("CLICOLOR_FORCE", "0"), false)).isFalse();
    assertThat(Look.colours(Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1"), false)).isFalse();
  }

  @Test
  void hasLinksOnlyWhereTheTerminalIsKnownToHaveThem() {
    assertThat(Look.links(XTERM, true)).isFalse();
    assertThat(Look.links(Map.of("TERM", "xterm", "VTE_VERSION", "7600"), true)).isTrue();
    assertThat(Look.links(Map.of("TERM", "xterm", "VTE_VERSION", "4600"), true)).isFalse();
    assertThat(Look.links(Map.of("TERM", "xterm", "VTE_VERSION", "7600"), false)).isFalse();
    assertThat(Look.links(Map.of("TERM", "xterm", "TERM_PROGRAM", "iTerm.app"), true)).isTrue();
    assertThat(Look.links(Map.of("TERM", "tmux-256color", "WT_SESSION", "1"), true)).isFalse();
    assertThat(Look.links(Map.of("TERM", "xterm-kitty", "NO_COLOR", "1"), true)).isFalse();
  }

  @Test
  void staysReadableOnAnyWidth() {
    assertThat(new Look(1, false, false, Layout.CARDS, CannedPapers.TODAY).width()).isEqualTo(20);
    assertThat(new Look(300, false, false, Layout.CARDS, CannedPapers.TODAY).width())
        .isEqualTo(100);
  }
}
