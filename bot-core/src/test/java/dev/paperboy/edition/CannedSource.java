package dev.paperboy.edition;

import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.paper.Signal;
import dev.paperboy.source.Listing;
import dev.paperboy.source.PaperSource;
import dev.paperboy.source.Patience;
import dev.paperboy.source.SourceFailure;
import dev.paperboy.when.Period;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers what it was given, remembers what it was asked, and fails when told to. */
public final class CannedSource implements PaperSource {
  private final InstantSource clock;
  private final Map<String, List<Sighting>> lists = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private @Nullable SourceFailure failure;

  public CannedSource(InstantSource clock) {
    this.clock = clock;
  }

  /** Lists papers "id upvotes" on a period. */
  public void list(String period, String... papers) {
    List<Sighting> rows = new ArrayList<>();
    for (String row : papers) {
      String[] parts = row.split(" ", -1);
      rows.add(sighting(parts[0], Integer.parseInt(parts[1])));
    }
    lists.put(period, rows);
  }

  /** Lists these on a period, their signals as of each time they are asked for. */
  public void list(String period, List<Sighting> rows) {
    lists.put(period, List.copyOf(rows));
  }

  public void fail(@Nullable SourceFailure with) {
    failure = with;
  }

  public void failWith(String message) {
    failure = new SourceFailure(message, null, false, null);
  }

  public List<String> asked() {
    List<String> seen = List.copyOf(asked);
    asked.clear();
    return seen;
  }

  public Sighting sighting(String id, int upvotes) {
    return new Sighting(
        paper(id, "Paper " + id), List.of(new Signal(upvotes, 0, null, clock.instant())), null);
  }

  public static Paper paper(String id, String title) {
    return new Paper(
        new PaperId(id),
        title,
        "We propose a thing about " + id + ".",
        List.of("Ada Lovelace"),
        null,
        List.of(),
        null,
        LocalDate.of(2026, 8, 1),
        null,
        null,
        null,
        false);
  }

  @Override
  public Origin origin() {
    return Origin.HUGGINGFACE;
  }

  @Override
  public Listing papersOn(Period period, Patience patience) {
    asked.add(period.text());
    if (failure != null) {
      throw failure;
    }
    return new Listing(
        lists.getOrDefault(period.text(), List.of()).stream()
            .map(row ->
                new Sighting(
                    row.paper(),
                    row.signals().stream()
                        .map(s -> new Signal(s.upvotes(), 0, null, clock.instant()))
                        .toList(),
                    null))
            .toList(),
        0,
        clock.instant());
  }

  @Override
  public Optional<Sighting> paper(PaperId id, Patience patience) {
    if (failure != null) {
      throw failure;
    }
    return lists.values().stream()
        .flatMap(List::stream)
        .filter(row -> row.paper().id().equals(id))
        .findFirst();
  }

  @Override
  public Listing search(String words, int limit, Patience patience) {
    asked.add("search " + words);
    if (failure != null) {
      throw failure;
    }
    return new Listing(lists.getOrDefault("search", List.of()), 0, clock.instant());
  }
}
