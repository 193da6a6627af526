package dev.paperboy.chat;

import dev.paperboy.chat.Command.Asked;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Command.Quiet;
import dev.paperboy.chat.Command.Wish;
import dev.paperboy.query.QueryParser;
import dev.paperboy.query.QueryResult;
import dev.paperboy.when.Cadence;
import dev.paperboy.when.Schedule;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A subscription in one line without blanks, to be made again anywhere: {@code pb1:} and base64url
 * of cadence, weekday, minute of the day, cap, layout, quiet, zone and query, with a CRC-32 in
 * front that tells a damaged code.
 *
 * @param query canonical
 */
public record ShareCode(String query, Schedule schedule, int cap, Layout layout, Quiet quiet) {
  private static final String VERSION = "pb1:";

  /** Their places are part of the code's form: new ones go to the end. */
  private static final List<Cadence> CADENCES =
      List.of(Cadence.HOURLY, Cadence.DAILY, Cadence.WEEKDAYS, Cadence.WEEKLY);

  private static final List<Layout> LAYOUTS = List.of(Layout.CARDS, Layout.COMPACT, Layout.PLAIN);
  private static final List<Quiet> QUIETS = List.of(Quiet.SAY, Quiet.SILENT);
  private static final int HEAD = 4 + 6 + 1;

  /** What came of reading a code. */
  public sealed interface Read {
    record Good(ShareCode code) implements Read {}

    record Bad(String why) implements Read {}
  }

  /** Whether a word can only be meant as a code, of whatever version. */
  public static boolean looksLike(String word) {
    return word.toLowerCase(Locale.ROOT).matches("pb\\d{1,3}:\\S*");
  }

  public String text() {
    byte[] zone = schedule.zone().getId().getBytes(StandardCharsets.US_ASCII);
    byte[] words = query.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(HEAD + zone.length + words.length);
    DayOfWeek day = schedule.day();
    bytes
        .putInt(0)
        .put(
            (byte) (CADENCES.indexOf(schedule.cadence()) << 3 | (day == null ? 0 : day.getValue())))
        .putShort((short) (schedule.time().toSecondOfDay() / 60))
        .put((byte) cap)
        .put((byte) LAYOUTS.indexOf(layout))
        .put((byte) QUIETS.indexOf(quiet))
        .put((byte) zone.length)
        .put(zone)
        .put(words)
        .putInt(0, sum(bytes.array()));
    return VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Reads a code, and says what is wrong with one that cannot be read. */
  public static Read read(String typed) {
    String text = typed.strip();
    if (!text.regionMatches(true, 0, VERSION, 0, VERSION.length())) {
      return new Read.Bad(
          "This code was made by another version of Paperboy; here it begins with pb1:.");
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text.substring(VERSION.length()));
      if (bytes.length < HEAD || ByteBuffer.wrap(bytes).getInt() != sum(bytes)) {
        return damaged();
      }
      return read(ByteBuffer.wrap(bytes).position(4));
    } catch (RuntimeException notOurs) {
      return damaged();
    }
  }

  private static Read read(ByteBuffer bytes) {
    int often = bytes.get();
    LocalTime time = LocalTime.ofSecondOfDay(bytes.getShort() * 60L);
    int cap = bytes.get();
    Layout layout = LAYOUTS.get(bytes.get());
    Quiet quiet = QUIETS.get(bytes.get());
    byte[] zone = new byte[bytes.get()];
    bytes.get(zone);
    byte[] words = new byte[bytes.remaining()];
    bytes.get(words);
    String name = new String(zone, StandardCharsets.US_ASCII);
    Optional<ZoneId> known = Zones.of(name);
    if (known.isEmpty()) {
      return new Read.Bad("This code names the time zone " + name + ", which is not known here.");
    }
    String query = new String(words, StandardCharsets.UTF_8);
    if (cap < 1 || cap > Wish.MOST || QueryParser.parse(query) instanceof QueryResult.Problem) {
      return damaged();
    }
    Schedule schedule =
        new Schedule(
            CADENCES.get(often >> 3),
            (often & 7) == 0 ? null : DayOfWeek.of(often & 7),
            time,
            known.get());
    return new Read.Good(new ShareCode(query, schedule, cap, layout, quiet));
  }

  /** As a wish, in which what was said beside the code goes before it. */
  Wish wish(Wish said) {
    boolean otherwise = said.cadence() != null;
    return new Wish(
        QueryParser.parse(query) instanceof QueryResult.Parsed parsed
            ? new Asked(parsed.text(), parsed.query(), parsed.notes())
            : Asked.NOTHING,
        otherwise ? said.cadence() : schedule.cadence(),
        otherwise ? said.day() : schedule.day(),
        said.time() != null ? said.time() : schedule.time(),
        said.zone() != null ? said.zone() : schedule.zone(),
        said.max() != null ? said.max() : (Integer) cap,
        said.layout() != null ? said.layout() : layout,
        said.quiet() != null ? said.quiet() : quiet,
        said.spot());
  }

  private static Read damaged() {
    return new Read.Bad("This code is damaged: copy all of it, from pb1: to its last letter.");
  }

  private static int sum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 4, bytes.length - 4);
    return (int) sum.getValue();
  }
}
