package dev.paperboy.command;

import dev.paperboy.paper.PaperId;
import dev.paperboy.reader.Readers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What #3 means to each person. Kept at once in memory, and in the store at most once a second and
 * at the end, so that thousands of piped lines do not wait for thousands of commits.
 */
final class LastLists implements AutoCloseable {
  private static final Duration WRITTEN_EVERY = Duration.ofSeconds(1);
  private static final int MOST = 1_000;

  private final Readers readers;
  private final InstantSource clock;
  private final Map<String, List<PaperId>> unwritten = new LinkedHashMap<>();
  private Instant written = Instant.MIN;

  LastLists(Readers readers, InstantSource clock) {
    this.readers = readers;
    this.clock = clock;
  }

  /** Remembers one page of a longer list: its first paper has the given rank. */
  void remember(String person, int first, List<PaperId> page) {
    if (first == 1) {
      remember(person, page);
      return;
    }
    List<PaperId> papers = new ArrayList<>();
    for (int rank = 1; rank < first && rank <= MOST; rank++) {
      paper(person, rank).ifPresent(papers::add);
    }
    if (papers.size() == Math.min(first - 1, MOST)) {
      papers.addAll(page);
      remember(person, papers);
    } else {
      remember(person, page);
    }
  }

  synchronized void remember(String person, List<PaperId> papers) {
    unwritten.put(person, papers.size() > MOST ? papers.subList(0, MOST) : papers);
    Instant now = clock.instant();
    if (!written.plus(WRITTEN_EVERY).isAfter(now)) {
      written = now;
      write();
    }
  }

  synchronized Optional<PaperId> paper(String person, int rank) {
    List<PaperId> latest = unwritten.get(person);
    if (latest != null) {
      return rank <= latest.size() ? Optional.of(latest.get(rank - 1)) : Optional.empty();
    }
    return readers.fromLastList(person, rank);
  }

  @Override
  public synchronized void close() {
    write();
  }

  private void write() {
    unwritten.forEach(readers::rememberList);
    unwritten.clear();
  }
}
