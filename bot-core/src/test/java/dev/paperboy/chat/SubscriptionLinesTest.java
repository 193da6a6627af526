package dev.paperboy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Command.Quiet;
import dev.paperboy.chat.Command.Whose;
import dev.paperboy.chat.Command.Wish;
import dev.paperboy.query.QueryText;
import dev.paperboy.when.Cadence;
import dev.paperboy.when.Schedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionLinesTest {
  private static final Instant NOW = Instant.parse("2026-08-12T09:12:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private final CommandParser parser = new CommandParser(InstantSource.fixed(NOW));

  @Test
  void theScheduleIsTheLongestTail() {
    Wish wish = wish("subscribe max:3 agents daily routines weekly mon 9:30 europe/berlin");
    assertThat(QueryText.canonical(filter(wish))).isEqualTo("agents daily routines");
    assertThat(wish.cadence()).isEqualTo(Cadence.WEEKLY);
    assertThat(wish.day()).isEqualTo(DayOfWeek.MONDAY);
    assertThat(wish.time()).isEqualTo(LocalTime.of(9, 30));
    assertThat(wish.zone()).isEqualTo(BERLIN);
    assertThat(wish.max()).isEqualTo(3);
    assertThat(wish.quiet()).isNull();
  }

  @Test
  void whatIsNotSaidIsLeftOpenAndTheOrderDoesNotMatter() {
    assertThat(wish("subscribe").isEmpty()).isTrue();
    Wish wish = wish("sub UTC 7pm hourly quiet:silent layout:plain");
    assertThat(wish.filter()).isNull();
    assertThat(wish.cadence()).isEqualTo(Cadence.HOURLY);
    assertThat(wish.time()).isEqualTo(LocalTime.of(19, 0));
    assertThat(wish.zone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(wish.quiet()).isEqualTo(Quiet.SILENT);
    assertThat(wish.layout()).isEqualTo(Layout.PLAIN);
    assertThat(wish("subscribe 12am").time()).isEqualTo(LocalTime.MIDNIGHT);
    assertThat(wish("subscribe 12:30pm").time()).isEqualTo(LocalTime.of(12, 30));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "subscribe \"daily\"",
        "subscribe \"Foo/Bar\"",
        "subscribe agents \"09:00\"",
        "subscribe daily routines",
        "subscribe wireless channel"
      })
  void quotedWordsAndWordsInTheMiddleAreSearchedFor(String line) {
    Wish wish = wish(line);
    assertThat(wish.cadence()).isNull();
    assertThat(wish.time()).isNull();
    assertThat(wish.zone()).isNull();
    assertThat(filter(wish)).isNotEqualTo(dev.paperboy.query.Query.EVERYTHING);
  }

  @ParameterizedTest
  @CsvSource({
    "subscribe agents 25:00, 18, subscribe agents 23:00",
    "subscribe agents 24:00 max:3, 18, subscribe agents 00:00 max:3",
    "subscribe agents 9:75, 18, subscribe agents 09:59",
    "subscribe agents Europe/Berln, 18, subscribe agents Europe/Berlin",
    "subscribe agents Germany/Berlin, 18, subscribe agents Europe/Berlin",
    "subscribe agents +02:00, 18, subscribe agents UTC",
    "subscribe agents 99:00 Foo/Bar, 18, subscribe agents 23:00 UTC",
    "subscribe agents weekly, 18, subscribe agents weekly mon",
    "subscribe agents weekly mondy 09:00, 25, subscribe agents weekly monday 09:00",
    "subscribe agents daily 09:00 weekdays, 18, subscribe agents  09:00 weekdays",
    "subscribe agents max:21, 18, subscribe agents max:5",
    "subscribe max:0 agents, 11, subscribe max:5 agents",
    "subscribe agents quiet:loud, 18, subscribe agents quiet:say"
  })
  void whatCannotBeIsNamedWithItsColumnAndTheNearestLine(String line, int column, String near) {
    Content.Problem problem = problem(line);
    assertThat(problem.column()).isEqualTo(column);
    assertThat(problem.near()).isEqualTo(near);
    assertThat(understood(near)).isTrue();
  }

  @Test
  void aBadFilterKeepsItsSchedule() {
    Content.Problem problem = problem("subscribe titel:dog daily 09:00");
    assertThat(problem.column()).isEqualTo(11);
    assertThat(problem.near()).endsWith("daily 09:00");
    assertThat(understood(problem.near())).isTrue();
  }

  @Test
  void theWordsOfSubscriptionsAreUnderstood() {
    assertThat(command("list")).isEqualTo(new Command.Subscriptions(Whose.MINE));
    assertThat(command("rm #2")).isEqualTo(new Command.Unsubscribe(Whose.MINE, 2));
    assertThat(command("unsubscribe all")).isEqualTo(new Command.Unsubscribe(Whose.MINE, null));
    assertThat(command("pause")).isEqualTo(new Command.Pause(Whose.MINE, null, null));
    assertThat(command("pause 2 until 2026-09-01"))
        .isEqualTo(new Command.Pause(Whose.MINE, 2, LocalDate.of(2026, 9, 1)));
    assertThat(command("resume all")).isEqualTo(new Command.Resume(Whose.MINE, null));
    assertThat(command("catchup 2026-08-03"))
        .isEqualTo(new Command.Catchup(LocalDate.of(2026, 8, 3)));
    assertThat(command("settings zone europe/berlin layout:compact"))
        .isEqualTo(new Command.Settings(BERLIN, Layout.COMPACT));
    assertThat(command("privacy FORGET"))
        .isEqualTo(new Command.Privacy(Command.Privacy.Request.FORGET));
    assertThat(command("more 2 2026-08-12"))
        .isEqualTo(new Command.More(Whose.MINE, 2, "2026-08-12", 1));
    assertThat(command("feed more 2 2026-08-12#1 2"))
        .isEqualTo(new Command.More(Whose.PLACE, 2, "2026-08-12#1", 2));
    assertThat(command("digest run 3 yesterday repost:true"))
        .isEqualTo(new Command.RunDigest(3, LocalDate.of(2026, 8, 11), true));
    assertThat(command("digest delete 4")).isEqualTo(new Command.Unsubscribe(Whose.PLACE, 4));
    assertThat(command("digest")).isEqualTo(new Command.Subscriptions(Whose.PLACE));
    assertThat(((Command.Subscribe) command("digest create agents daily 09:00 thread")).wish())
        .extracting(Wish::spot)
        .isEqualTo(Command.Spot.THREAD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unsubscribe",
        "unsubscribe 0",
        "edit",
        "edit 1",
        "edit x max:3",
        "preview",
        "preview 1 2",
        "pause x",
        "pause 1 forever",
        "pause 1 until",
        "pause 1 until 2026-02-31",
        "pause until 2026-08-11",
        "resume x",
        "catchup 2027-01-01",
        "catchup x",
        "share",
        "why",
        "settings zone Nowhere/Land",
        "settings layout:round",
        "privacy forgt",
        "more",
        "next 1",
        "digest crate",
        "digest run",
        "digest run 1 2027-01-01",
        "digest edt 1",
        "digest history"
      })
  void whatIsMissingOrWrongIsAskedForWithALineThatWorks(String line) {
    assertThat(understood(problem(line).near())).isTrue();
  }

  @Test
  void aShareCodeMakesTheSameSubscriptionAndWhatIsSaidBesideItGoesBefore() {
    String code = code().text();
    Wish wish = wish("subscribe " + code);
    assertThat(QueryText.canonical(filter(wish))).isEqualTo("agents \"state space\"");
    assertThat(wish.cadence()).isEqualTo(Cadence.WEEKLY);
    assertThat(wish.day()).isEqualTo(DayOfWeek.FRIDAY);
    assertThat(wish.time()).isEqualTo(LocalTime.of(16, 5));
    assertThat(wish.zone()).isEqualTo(BERLIN);
    assertThat(wish.max()).isEqualTo(7);
    assertThat(wish.layout()).isEqualTo(Layout.COMPACT);
    assertThat(wish.quiet()).isEqualTo(Quiet.SILENT);
    Wish other = wish("digest create " + code + " daily max:2");
    assertThat(other.cadence()).isEqualTo(Cadence.DAILY);
    assertThat(other.day()).isNull();
    assertThat(other.time()).isEqualTo(LocalTime.of(16, 5));
    assertThat(other.max()).isEqualTo(2);
  }

  @Test
  void aDamagedOrUnknownCodeIsRefusedWithTheReason() {
    String code = code().text();
    for (int at = 4; at < code.length(); at++) {
      char other = code.charAt(at) == 'A' ? 'B' : 'A';
      // the last letter may hold bits that mean nothing
      if (at < code.length() - 1) {
        Content.Problem problem =
            problem("subscribe " + code.substring(0, at) + other + code.substring(at + 1));
        assertThat(problem.code()).isEqualTo("bad-code");
      }
      assertThat(problem("subscribe " + code.substring(0, at)).message()).contains("damaged");
    }
    assertThat(problem("subscribe pb9:abc").message()).contains("another version");
  }

  @Test
  void noLineMakesItThrowAndEveryColumnIsInTheLine() {
    long seed = 20260813L;
    Random random = new Random(seed);
    String[] parts = {
      "subscribe ",
      "digest ",
      "create ",
      "edit ",
      "pause ",
      "until ",
      "settings ",
      "more ",
      "1 ",
      "#2 ",
      "weekly ",
      "mon ",
      "mondy ",
      "daily ",
      "hourly ",
      "09:00 ",
      "25:61 ",
      "9am ",
      "Europe/Berlin ",
      "Foo/Bar ",
      "UTC+3 ",
      "max:3 ",
      "max:x ",
      "quiet:say ",
      "layout:",
      "\"",
      "(",
      "-",
      "title:",
      "pb1:AAAA ",
      "pb2:",
      "2026-08-12 ",
      "2026-99-99 ",
      "thread ",
      "*",
      "é ",
      "\uD800",
      "\u202E",
      " ",
      "agents "
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder line = new StringBuilder();
      int length = random.nextInt(10);
      for (int j = 0; j < length; j++) {
        line.append(parts[random.nextInt(parts.length)]);
      }
      String text = line.toString();
      if (parser.parse(text) instanceof Understanding.Misunderstood wrong) {
        assertThat(wrong.problem().column())
            .as("seed %d: %s", seed, text)
            .isNotNull()
            .isBetween(1, text.codePointCount(0, text.length()) + 1);
      }
    }
  }

  private static ShareCode code() {
    return new ShareCode(
        "agents \"state space\"",
        new Schedule(Cadence.WEEKLY, DayOfWeek.FRIDAY, LocalTime.of(16, 5), BERLIN),
        7,
        Layout.COMPACT,
        Quiet.SILENT);
  }

  private Wish wish(String line) {
    Command command = command(line);
    assertThat(command).isInstanceOf(Command.Subscribe.class);
    return ((Command.Subscribe) command).wish();
  }

  private static dev.paperboy.query.Query filter(Wish wish) {
    Command.Asked filter = wish.filter();
    return filter == null ? dev.paperboy.query.Query.EVERYTHING : filter.query();
  }

  private Command command(String line) {
    Understanding understanding = parser.parse(line);
    assertThat(understanding).as(line).isInstanceOf(Understanding.Understood.class);
    return ((Understanding.Understood) understanding).command();
  }

  private Content.Problem problem(String line) {
    Understanding understanding = parser.parse(line);
    assertThat(understanding).as(line).isInstanceOf(Understanding.Misunderstood.class);
    return ((Understanding.Misunderstood) understanding).problem();
  }

  private boolean understood(@Nullable String line) {
    return line != null && parser.parse(line) instanceof Understanding.Understood;
  }
}
