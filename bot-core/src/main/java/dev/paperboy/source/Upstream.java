package dev.paperboy.source;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP side of one source: GET only, no redirect to another host, the limits of {@link Limits}.
 *
 * <p>A connection that fails, no answer in time, a 408, a 5xx and a body that cannot be read are
 * tried 3 times in all, with a pause between that doubles and varies; then the source rests for 60
 * s, in which every call fails at once. Any other 4xx is a refusal and never repeated.
 *
 * <p>A 429, and an answer that says no call is left, shut the source for everybody until the time
 * it names (60 s where it names none) and one second more. {@link Patience} says who waits: a
 * command up to 10 s in all, the background up to an hour and for at most 5 such answers; who does
 * not wait gets a {@link SourceFailure} with {@code retryAt}.
 *
 * <p>Thread-safe. Make one for each source and process: the least time between requests holds per
 * instance. Where there is such a time, one request is under way at a time.
 */
public final class Upstream {
  private static final int TRIES = 3;
  private static final int LONGEST_REASON = 200;
  private static final RetryPolicy<Object> POLICY =
      RetryPolicy.builder().handle(FailedTry.class).withMaxAttempts(TRIES).build();

  /**
   * @param bytes the size of the body
   */
  record Received<T>(Fetched<T> answer, int bytes) {}

  private record Arrival(Transport.Response response, Instant at) {}

  private final String name;
  private final String base;
  private final boolean hasToken;
  private final InstantSource clock;
  private final Gate gate;
  private final Transport transport;

  private Upstream(Builder from) {
    this.name = from.name;
    this.base = from.base;
    this.hasToken = from.token != null;
    this.clock = from.clock;
    this.gate = new Gate(from.name, from.clock, from.pause, from.gap);
    this.transport = new Transport(from.name, from.token, from.limits);
  }

  /**
   * @param name begins every message of a failure
   * @param base scheme, host and, where there is one, port and leading path
   */
  public static Builder named(String name, URI base, InstantSource clock) {
    return new Builder(name, base, clock);
  }

  /** What is said once about a source. */
  public static final class Builder {
    private final String name;
    private final String base;
    private final InstantSource clock;
    private @Nullable String token;
    private Duration gap = Duration.ZERO;
    private Pause pause = Pause.SLEEP;
    private Limits limits = Limits.STANDARD;

    private Builder(String name, URI base, InstantSource clock) {
      String text = base.toString();
      this.name = name;
      this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
      this.clock = clock;
      String scheme = base.getScheme();
      if (base.getHost() == null
          || !("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))) {
        throw new IllegalArgumentException(name + ": not an http or https address: " + base);
      }
    }

    /** Sent as bearer token to the base address alone, and never shown; a blank one is none. */
    public Builder token(String given) {
      String stripped = given.strip();
      if (!stripped.chars().allMatch(c -> c > ' ' && c < 127)) {
        throw new IllegalArgumentException(name + ": the token holds characters that none has");
      }
      this.token = stripped.isEmpty() ? null : stripped;
      return this;
    }

    /** The least time between the starts of two requests; none is two at a time then. */
    public Builder gap(Duration time) {
      this.gap = time;
      return this;
    }

    public Builder pause(Pause given) {
      this.pause = given;
      return this;
    }

    public Builder limits(Limits given) {
      this.limits = given;
      return this;
    }

    public Upstream build() {
      return new Upstream(this);
    }
  }

  /** The answers of one kind, read and kept together. */
  public <T> Answers<T> answers(AnswerFormat<T> format) {
    return new Answers<>(this, format);
  }

  public String name() {
    return name;
  }

  public Instant now() {
    return clock.instant();
  }

  Gate.Visit visit(Patience patience) {
    return gate.visit(patience);
  }

  <T> Received<T> fetch(String pathAndQuery, Gate.Visit visit, AnswerFormat<T> format)
      throws InterruptedException {
    URI address = URI.create(base + pathAndQuery);
    try {
      Received<T> received =
          Failsafe.with(POLICY)
              .get(tries -> {
                if (tries.getAttemptCount() > 0) {
                  visit.backOff(tries.getAttemptCount());
                }
                return once(address, visit, format);
              });
      gate.answered();
      return received;
    } catch (FailedTry last) {
      throw gate.rest(name + ": " + last.after(TRIES), last);
    } catch (FailsafeException e) {
      if (e.getCause() instanceof InterruptedException interruption) {
        throw interruption;
      }
      throw e;
    }
  }

  private <T> Received<T> once(URI address, Gate.Visit visit, AnswerFormat<T> format)
      throws InterruptedException {
    while (true) {
      Arrival arrival = visit.through(() -> new Arrival(transport.get(address), clock.instant()));
      Transport.Response response = arrival.response();
      Instant at = arrival.at();
      if (response.status() == 429) {
        visit.toldToWait(RateLimitHeaders.pauseAfterRefusal(response.headers(), at));
        continue;
      }
      RateLimitHeaders.usedUp(response.headers()).ifPresent(gate::askedToWait);
      return new Received<>(new Fetched<>(read(response, at, format), at), response.body().length);
    }
  }

  private <T> T read(Transport.Response response, Instant at, AnswerFormat<T> format) {
    int status = response.status();
    if (status >= 200 && status < 300) {
      try {
        return format.read(response.body(), at);
      } catch (IOException e) {
        throw FailedTry.of("unreadable answer", e);
      }
    }
    if (status == 408 || status >= 500) {
      throw FailedTry.of(Integer.toString(status), null);
    }
    Optional<T> missing = status == 404 ? format.missing() : Optional.empty();
    if (missing.isPresent()) {
      return missing.get();
    }
    throw refusal(status, format.reason(response.body()).orElse(""));
  }

  private SourceFailure refusal(int status, String reason) {
    String hint = hasToken && (status == 401 || status == 403) ? " (is its token right?)" : "";
    return refused(name, Integer.toString(status), reason, hint);
  }

  /** A failure that says why a source that answered will not give what was asked. */
  public SourceFailure refused(String reason) {
    return refused(name, "", reason, "");
  }

  private static SourceFailure refused(String name, String status, String reason, String hint) {
    String shown = Incoming.start(Incoming.text(reason), LONGEST_REASON);
    return new SourceFailure(
        name
            + ": refused"
            + (status.isEmpty() ? "" : " with " + status)
            + (shown.isEmpty() ? "" : ": " + shown)
            + hint,
        null,
        true,
        null);
  }

  SourceFailure interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new SourceFailure(name + ": interrupted", null, false, e);
  }

  @Override
  public String toString() {
    return name + " at " + base;
  }
}
