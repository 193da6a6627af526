package dev.paperboy.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What comes from outside, made clean in the same way for every source. */
public final class Incoming {
  private static final int MOST_TOPICS = 50;
  private static final int LONGEST_LINK = 2_000;
  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final Pattern LINE_BREAK = Pattern.compile("\\s*[\\r\\n]+\\s*");
  private static final Pattern REPOSITORY = Pattern.compile("[\\w.-]+/[\\w.-]+");
  private static final Pattern GITHUB_HOST = Pattern.compile("(?i)(?:www\\.)?github\\.com/.+");
  private static final Pattern AUTHORITY = Pattern.compile("[^@:\\[\\]]+(?::\\d{1,5})?|\\[.+]");

  private Incoming() {}

  /**
   * White space and control characters between words become one space, those around them nothing;
   * half a surrogate pair becomes a replacement character.
   */
  public static String text(String raw) {
    if (isClean(raw)) {
      return raw;
    }
    StringBuilder clean = new StringBuilder(raw.length());
    boolean gap = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (isGap(c)) {
        gap = true;
        continue;
      }
      if (gap && !clean.isEmpty()) {
        clean.append(' ');
      }
      gap = false;
      if (!Character.isSurrogate(c)) {
        clean.append(c);
      } else if (i + 1 < raw.length() && Character.isSurrogatePair(c, raw.charAt(i + 1))) {
        clean.append(c).append(raw.charAt(++i));
      } else {
        clean.append('\uFFFD');
      }
    }
    return clean.toString();
  }

  /** Most texts are; a copy of each would cost half the time of a large import. */
  private static boolean isClean(String raw) {
    boolean gap = true;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != ' ' && (isGap(c) || Character.isSurrogate(c))) {
        return false;
      }
      if (gap && c == ' ') {
        return false;
      }
      gap = c == ' ';
    }
    return !gap || raw.isEmpty();
  }

  private static boolean isGap(char c) {
    return c <= ' ' || (c >= 127 && (c < 0xA1 || (c >= 0x1680 && Character.isSpaceChar(c))));
  }

  /** {@link #text}; null where nothing is left. */
  public static @Nullable String textOrNull(@Nullable String raw) {
    String clean = raw == null ? "" : text(raw);
    return clean.isEmpty() ? null : clean;
  }

  /** At most so many code points. */
  public static String start(String text, int codePoints) {
    return text.codePointCount(0, text.length()) <= codePoints
        ? text
        : text.substring(0, text.offsetByCodePoints(0, codePoints));
  }

  /** An http or https address; null for everything else. */
  public static @Nullable String link(@Nullable String raw) {
    if (raw == null) {
      return null;
    }
    String address = LINE_BREAK.matcher(raw.strip()).replaceAll("");
    if (address.isEmpty() || address.length() > LONGEST_LINK) {
      return null;
    }
    try {
      URI uri = new URI(address);
      String scheme = uri.getScheme();
      String authority = uri.getRawAuthority();
      boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
      // A name before an @ is how an address pretends to lead elsewhere.
      return web && authority != null && AUTHORITY.matcher(authority).matches() ? address : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** The address of code: a link, or {@code org/repo} on GitHub. */
  public static @Nullable String code(@Nullable String raw) {
    String given = raw == null ? "" : raw.strip();
    if (REPOSITORY.matcher(given).matches()) {
      return "https://github.com/" + given;
    }
    return link(GITHUB_HOST.matcher(given).matches() ? "https://" + given : given);
  }

  /** Each once, whatever its case, at most 50. */
  public static List<String> topics(Iterable<String> raw) {
    Map<String, String> topics = new LinkedHashMap<>();
    for (String one : raw) {
      String topic = text(one);
      if (!topic.isEmpty() && topics.size() < MOST_TOPICS) {
        topics.putIfAbsent(topic.toLowerCase(Locale.ROOT), topic);
      }
    }
    return List.copyOf(topics.values());
  }

  /** A date, or the UTC date of a time. */
  public static Optional<LocalDate> date(String raw) {
    String given = raw.strip();
    if (given.length() != 10) {
      return instant(given).map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC));
    }
    try {
      return Optional.of(LocalDate.parse(given));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** An ISO time, in UTC where it names no offset. */
  public static Optional<Instant> instant(String raw) {
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              raw.strip(), OffsetDateTime::from, LocalDateTime::from);
      Instant instant =
          time instanceof OffsetDateTime withOffset
              ? withOffset.toInstant()
              : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
      int year = instant.atOffset(ZoneOffset.UTC).getYear();
      return year >= 1 && year <= 9999 ? Optional.of(instant) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The moment that stands for a date of which only the date is known: 09:00 UTC, when the recorded
   * daily lists were taken, but never later than now.
   */
  public static Instant morningOf(LocalDate date, Instant now) {
    Instant morning = date.atTime(MORNING).toInstant(ZoneOffset.UTC);
    return morning.isAfter(now) ? now : morning;
  }
}
