package dev.paperboy.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitHeadersTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RateLimit | \"api\";r=0;t=55 | 55",
        "RateLimit | \"api\"; r=0; t=55 | 55",
        "RateLimit | \"pages\";r=3;t=200, \"api\";r=0;t=55 | 55",
        "RateLimit | \"api\";r=12;t=90 | 90",
        "Retry-After | 17 | 17",
        "Retry-After | Sun, 22 Nov 2026 10:02:00 GMT | 120",
        "Retry-After | Sun, 22 Nov 2026 09:00:00 GMT | 0",
        "Retry-After | soon | 60",
        "RateLimit | \"api\";r=0;t=999999999999 | 60",
        "X-Other | 5 | 60",
      })
  void readsHowLongTheSourceWantsToBeLeftAlone(String name, String value, long seconds) {
    assertThat(RateLimitHeaders.pauseAfterRefusal(headers(name, value), NOW))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void believesTheRateLimitBeforeRetryAfter() {
    HttpHeaders headers = headers("Retry-After", "300", "RateLimit", "\"api\";r=0;t=5");
    assertThat(RateLimitHeaders.pauseAfterRefusal(headers, NOW)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void knowsWhenNoCallIsLeft() {
    assertThat(RateLimitHeaders.usedUp(headers("RateLimit", "\"api\";r=0;t=7")))
        .hasValue(Duration.ofSeconds(7));
    assertThat(RateLimitHeaders.usedUp(headers("RateLimit", "\"api\";r=1;t=7"))).isEmpty();
    assertThat(RateLimitHeaders.usedUp(headers("Other", "x"))).isEmpty();
  }

  private static HttpHeaders headers(String... pairs) {
    Map<String, List<String>> map = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], Arrays.asList(pairs[i + 1]));
    }
    return HttpHeaders.of(map, (name, value) -> true);
  }
}
