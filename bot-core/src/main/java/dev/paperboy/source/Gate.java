package dev.paperboy.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * When one source may be asked: its rest after a failure, the pauses it asked for, and the least
 * time between two requests. No lock is held while a pause lasts, but for the turn of a source that
 * takes one request at a time.
 */
final class Gate {
  private static final Duration REST = Duration.ofSeconds(60);
  private static final Duration COMMAND_WAITS = Duration.ofSeconds(10);

  /** Nobody is helped by a thread that waits longer: the caller comes back then. */
  private static final Duration BACKGROUND_WAITS = Duration.ofHours(1);

  private static final int MOST_PAUSES = 5;
  private static final long LOOK_AGAIN_MILLIS = 200;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private record Rest(String why, Instant until) {}

  private final String name;
  private final InstantSource clock;
  private final Pause pause;
  private final Duration gap;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final ReentrantLock state = new ReentrantLock();
  private Instant nextRequest = Instant.MIN;
  private Instant pausedUntil = Instant.MIN;
  private @Nullable Rest rest;

  Gate(String name, InstantSource clock, Pause pause, Duration gap) {
    this.name = name;
    this.clock = clock;
    this.pause = pause;
    this.gap = gap;
  }

  /** A caller at the gate, with what is left of its patience. */
  final class Visit {
    private final Patience patience;
    private Duration waited = Duration.ZERO;
    private int pausesAskedFor;

    private Visit(Patience patience) {
      this.patience = patience;
    }

    /** Fails where the source rests, or asked for a longer pause than this caller has patience. */
    void mustBeOpen() {
      Instant until;
      state.lock();
      try {
        Instant now = clock.instant();
        if (rest != null) {
          if (now.isBefore(rest.until())) {
            throw new SourceFailure(rest.why(), rest.until(), false, null);
          }
          rest = null;
        }
        if (!pausedUntil.isAfter(now)) {
          return;
        }
        until = pausedUntil;
      } finally {
        state.unlock();
      }
      mustHavePatience(until);
    }

    /** Takes a lock, and gives up on it as soon as {@link #mustBeOpen} would fail. */
    void take(ReentrantLock lock) throws InterruptedException {
      while (!lock.tryLock(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
        mustBeOpen();
      }
    }

    /** Waits until a request may leave, then lets it. */
    <T> T through(Request<T> request) throws InterruptedException {
      if (gap.isZero()) {
        awaitOpening();
        return request.send();
      }
      take(turn);
      try {
        awaitOpening();
        return request.send();
      } finally {
        turn.unlock();
      }
    }

    private void awaitOpening() throws InterruptedException {
      while (true) {
        Instant opens;
        Duration wait;
        state.lock();
        try {
          Instant now = clock.instant();
          opens = nextRequest.isAfter(pausedUntil) ? nextRequest : pausedUntil;
          if (!opens.isAfter(now)) {
            nextRequest = now.plus(gap);
            return;
          }
          wait = Duration.between(now, opens);
        } finally {
          state.unlock();
        }
        mustHavePatience(opens);
        waited = waited.plus(wait);
        pause.lasting(wait);
      }
    }

    /** The source answered that it wants to be left alone. */
    void toldToWait(Duration time) {
      askedToWait(time);
      pausesAskedFor++;
      if (pausesAskedFor > MOST_PAUSES) {
        throw asksToWait(pausedUntil());
      }
    }

    /** The pause after a failed try: half a second, then one, each between half and 1.5 of it. */
    void backOff(int failures) throws InterruptedException {
      long millis = 500L << (failures - 1);
      pause.lasting(Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis)));
    }

    private void mustHavePatience(Instant until) {
      Duration wait = Duration.between(clock.instant(), until).plus(waited);
      Duration most = patience == Patience.COMMAND ? COMMAND_WAITS : BACKGROUND_WAITS;
      if (wait.compareTo(most) > 0) {
        throw asksToWait(until);
      }
    }
  }

  /** A request that may leave now. */
  interface Request<T> {
    T send() throws InterruptedException;
  }

  Visit visit(Patience patience) {
    return new Visit(patience);
  }

  /** The source named the time after which it may be asked again; one second more is safe. */
  void askedToWait(Duration time) {
    state.lock();
    try {
      Instant until = clock.instant().plus(time).plusSeconds(1);
      if (until.isAfter(pausedUntil)) {
        pausedUntil = until;
      }
    } finally {
      state.unlock();
    }
  }

  void answered() {
    state.lock();
    try {
      rest = null;
    } finally {
      state.unlock();
    }
  }

  /** The source failed in all tries: it is not asked for a while. */
  SourceFailure rest(String why, Throwable cause) {
    state.lock();
    try {
      Instant until = clock.instant().plus(REST);
      rest = new Rest(why, until);
      return new SourceFailure(why, until, false, cause);
    } finally {
      state.unlock();
    }
  }

  private Instant pausedUntil() {
    state.lock();
    try {
      return pausedUntil;
    } finally {
      state.unlock();
    }
  }

  private SourceFailure asksToWait(Instant until) {
    return new SourceFailure(
        name + ": asks to wait until " + when(until, clock.instant()), until, false, null);
  }

  /** Rounded up to the minute, so that what is said is never too early. */
  private static String when(Instant time, Instant now) {
    DateTimeFormatter format =
        Duration.between(now, time).compareTo(Duration.ofHours(12)) > 0 ? DATE_AND_TIME : TIME;
    return format.format(time.plusSeconds(59).plusNanos(999_999_999));
  }
}
