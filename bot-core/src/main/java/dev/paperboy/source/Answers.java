package dev.paperboy.source;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answers of one kind of one {@link Upstream}, kept as long as there is room for them. A fresh
 * one is served again; an older one is asked for again, and served with its old time where asking
 * fails. The same answer is asked for once at a time, however many callers want it.
 */
public final class Answers<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  /** Room for some 80 full pages of a daily list. */
  private static final long MOST_BYTES = 24L << 20;

  private record Kept<T>(Fetched<T> answer, int bytes) {}

  private static final class Flight {
    final ReentrantLock lock = new ReentrantLock();
    int passengers;
  }

  private final Upstream upstream;
  private final AnswerFormat<T> format;
  private final Cache<String, Kept<T>> kept;
  private final Map<String, Flight> flights = new HashMap<>();
  private final ReentrantLock boarding = new ReentrantLock();

  Answers(Upstream upstream, AnswerFormat<T> format) {
    this.upstream = upstream;
    this.format = format;
    this.kept =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(MOST_BYTES)
            .weigher((String key, Kept<T> one) -> 512 + key.length() + one.bytes())
            .build();
  }

  /**
   * The answer to a GET of a path and query of the source.
   *
   * @throws SourceFailure where the source gives none and none is kept, or where it refuses
   */
  public Fetched<T> get(String pathAndQuery, Patience patience) {
    Fetched<T> before = fresh(pathAndQuery);
    if (before != null) {
      return before;
    }
    Flight flight = board(pathAndQuery);
    try {
      return ask(pathAndQuery, flight, patience);
    } catch (SourceFailure failure) {
      Kept<T> stale = kept.getIfPresent(pathAndQuery);
      if (stale == null || failure.refused()) {
        throw failure;
      }
      LOG.info("{}; serving the answer of {}", failure.getMessage(), stale.answer().at());
      return stale.answer();
    } finally {
      leave(pathAndQuery, flight);
    }
  }

  private Fetched<T> ask(String pathAndQuery, Flight flight, Patience patience) {
    Gate.Visit visit = upstream.visit(patience);
    try {
      visit.mustBeOpen();
      visit.take(flight.lock);
      try {
        Fetched<T> meanwhile = fresh(pathAndQuery);
        if (meanwhile != null) {
          return meanwhile;
        }
        Upstream.Received<T> received = upstream.fetch(pathAndQuery, visit, format);
        kept.put(pathAndQuery, new Kept<>(received.answer(), received.bytes()));
        return received.answer();
      } finally {
        flight.lock.unlock();
      }
    } catch (InterruptedException e) {
      throw upstream.interrupted(e);
    }
  }

  private @Nullable Fetched<T> fresh(String pathAndQuery) {
    Kept<T> one = kept.getIfPresent(pathAndQuery);
    if (one == null) {
      return null;
    }
    Duration age = Duration.between(one.answer().at(), upstream.now());
    boolean good = !age.isNegative() && age.compareTo(format.fresh(one.answer().value())) < 0;
    return good ? one.answer() : null;
  }

  private Flight board(String key) {
    boarding.lock();
    try {
      Flight flight = flights.computeIfAbsent(key, k -> new Flight());
      flight.passengers++;
      return flight;
    } finally {
      boarding.unlock();
    }
  }

  private void leave(String key, Flight flight) {
    boarding.lock();
    try {
      flight.passengers--;
      if (flight.passengers == 0) {
        flights.remove(key);
      }
    } finally {
      boarding.unlock();
    }
  }
}
