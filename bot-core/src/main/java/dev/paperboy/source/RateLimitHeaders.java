package dev.paperboy.source;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a source says about its rate limit: {@code RateLimit: "api";r=0;t=55} (r calls left, t
 * seconds to the next window; IETF draft 9) or {@code Retry-After}, in seconds or as a date.
 */
final class RateLimitHeaders {
  private static final Duration OTHERWISE = Duration.ofSeconds(60);
  private static final Pattern LEFT = Pattern.compile(";\\s*r\\s*=\\s*(\\d{1,9})\\b");
  private static final Pattern WINDOW = Pattern.compile(";\\s*t\\s*=\\s*(\\d{1,9})\\b");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private RateLimitHeaders() {}

  /** How long a source that answered 429 wants to be left alone. */
  static Duration pauseAfterRefusal(HttpHeaders headers, Instant now) {
    return usedUp(headers)
        .or(() -> window(headers))
        .or(() -> retryAfter(headers, now))
        .orElse(OTHERWISE);
  }

  /** How long the window lasts whose calls are all used; empty where some are left. */
  static Optional<Duration> usedUp(HttpHeaders headers) {
    return longest(headers, true);
  }

  private static Optional<Duration> window(HttpHeaders headers) {
    return longest(headers, false);
  }

  private static Optional<Duration> longest(HttpHeaders headers, boolean onlyUsedUp) {
    Optional<Duration> longest = Optional.empty();
    for (String line : headers.allValues("RateLimit")) {
      for (String limit : line.split(",", -1)) {
        Matcher left = LEFT.matcher(limit);
        Matcher window = WINDOW.matcher(limit);
        if (!window.find()
            || (onlyUsedUp && !(left.find() && Integer.parseInt(left.group(1)) == 0))) {
          continue;
        }
        Duration time = Duration.ofSeconds(Integer.parseInt(window.group(1)));
        if (longest.isEmpty() || time.compareTo(longest.get()) > 0) {
          longest = Optional.of(time);
        }
      }
    }
    return longest;
  }

  private static Optional<Duration> retryAfter(HttpHeaders headers, Instant now) {
    String value = headers.firstValue("Retry-After").orElse("").strip();
    if (SECONDS.matcher(value).matches()) {
      return Optional.of(Duration.ofSeconds(Integer.parseInt(value)));
    }
    try {
      Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
