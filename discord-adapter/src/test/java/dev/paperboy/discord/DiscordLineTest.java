package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.CommandParser;
import dev.paperboy.chat.Understanding;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscordLineTest {
  private final CommandParser parser =
      new CommandParser(Clock.fixed(Instant.parse("2026-08-12T09:00:00Z"), ZoneOffset.UTC));

  @Test
  void optionsBecomeTheLineThatSomebodyWouldHaveTyped() {
    assertThat(
            line(
                "today",
                DiscordOption.LIMIT,
                "20",
                DiscordOption.FILTER,
                "agents, 4d -video",
                DiscordOption.DATE,
                "2026-W33",
                DiscordOption.SORT,
                "upvotes"))
        .isEqualTo("today 2026-W33 agents, 4d -video sort:upvotes limit:20");
    assertThat(line("pause", DiscordOption.NUMBER, "#2", DiscordOption.UNTIL, "2026-08-31"))
        .isEqualTo("pause 2 until 2026-08-31");
    assertThat(line("saved", DiscordOption.EXPORT, "bibtex")).isEqualTo("saved export bibtex");
    assertThat(
            line(
                "digest run",
                DiscordOption.NUMBER,
                "1",
                DiscordOption.REPOST,
                "true",
                DiscordOption.DATE,
                "2026-08-03"))
        .isEqualTo("digest run 1 2026-08-03 repost:true");
    assertThat(line("settings", DiscordOption.ZONE, "Europe/Berlin"))
        .isEqualTo("settings Europe/Berlin");
  }

  @Test
  void aFilterBesideAScheduleIsNotTakenForOne() {
    assertThat(
            line(
                "subscribe",
                DiscordOption.FILTER,
                "planning daily",
                DiscordOption.OFTEN,
                "weekly mon",
                DiscordOption.TIME,
                "08:30",
                DiscordOption.ZONE,
                "Europe/Berlin",
                DiscordOption.MAX,
                "3",
                DiscordOption.QUIET,
                "silent"))
        .isEqualTo(
            "subscribe planning \"daily\" weekly mon 08:30 Europe/Berlin max:3 quiet:silent");
  }

  @Test
  void aWholeLineTypedIntoTheFilterIsReadAsOne() {
    assertThat(line("subscribe", DiscordOption.FILTER, "agents daily 09:00 Europe/Berlin"))
        .isEqualTo("subscribe agents daily 09:00 Europe/Berlin");
  }

  @Test
  void aTimeOrAZoneThatIsNoneIsNeverSearchedFor() {
    assertThat(line("subscribe", DiscordOption.TIME, "9 pm", DiscordOption.ZONE, "berlin"))
        .isEqualTo("subscribe 21:00 Europe/Berlin");
    for (DiscordOption option :
        new DiscordOption[] {DiscordOption.TIME, DiscordOption.ZONE, DiscordOption.DATE}) {
      assertThat(DiscordLine.of("subscribe", said(option, "soon")).problem()).isPresent();
    }
  }

  @Test
  void aDialogIsOfferedOnlyWhereNothingElseWasSaid() {
    assertThat(DiscordLine.of("edit", said(DiscordOption.NUMBER, "3")).isBare()).isTrue();
    assertThat(DiscordLine.of("edit", said(DiscordOption.NUMBER, "3")).begun()).isEqualTo("edit 3");
    assertThat(
            DiscordLine.of("edit", said(DiscordOption.NUMBER, "3", DiscordOption.MAX, "10"))
                .isBare())
        .isFalse();
    assertThat(DiscordDialogs.isBare("digest  create")).isTrue();
    assertThat(DiscordDialogs.isBare("subscribe agents")).isFalse();
  }

  private String line(String words, Object... options) {
    String line = DiscordLine.of(words, said(options)).line();
    assertThat(parser.parse(line)).isInstanceOf(Understanding.Understood.class);
    return line;
  }

  private static Map<DiscordOption, String> said(Object... options) {
    Map<DiscordOption, String> said = new EnumMap<>(DiscordOption.class);
    for (int i = 0; i < options.length; i += 2) {
      said.put((DiscordOption) options[i], (String) options[i + 1]);
    }
    return said;
  }
}
