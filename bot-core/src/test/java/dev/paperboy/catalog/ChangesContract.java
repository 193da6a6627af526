package dev.paperboy.catalog;

import static dev.paperboy.catalog.CannedSightings.NOON;
import static dev.paperboy.catalog.CannedSightings.WEDNESDAY;
import static dev.paperboy.catalog.CannedSightings.bare;
import static dev.paperboy.catalog.CannedSightings.full;
import static dev.paperboy.catalog.CannedSightings.id;
import static dev.paperboy.catalog.CannedSightings.seen;
import static dev.paperboy.catalog.CannedSightings.signal;
import static dev.paperboy.catalog.CannedSightings.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.paper.Origin;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.paper.Signal;
import dev.paperboy.when.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every catalog promises of writes and change numbers. */
public abstract class ChangesContract extends CatalogSteps {
  private static final Instant ONE = NOON.plus(Duration.ofHours(1));

  @Test
  protected void tellsChangesInTheirOrder() {
    see(Origin.HUGGINGFACE, seen(bare("owl")), seen(bare("hawk")));
    long first = catalog().changeNumber();
    see(Origin.HUGGINGFACE, seen(bare("kite")));
    see(Origin.HUGGINGFACE, seen(withdrawn("owl")));

    assertThat(ids(changedAfter(0))).containsExactly("hawk", "kite", "owl");
    assertThat(ids(changedAfter(first))).containsExactly("kite", "owl");
    assertThat(changedAfter(first).get(1).paper().withdrawn()).isTrue();
  }

  @Test
  protected void tellsAPaperWhoseUpvotesChanged() {
    see(Origin.HUGGINGFACE, seen(bare("owl"), signal(5, NOON)), seen(bare("hawk")));
    long before = catalog().changeNumber();
    see(Origin.HUGGINGFACE, seen(bare("owl"), signal(6, ONE)), seen(bare("hawk")));

    assertThat(ids(changedAfter(before))).containsExactly("owl");
  }

  @Test
  protected void returnsTheChangeNumberUpToWhichItTold() {
    see(Origin.HUGGINGFACE, seen(bare("owl")));
    long told = catalog().changedAfter(0, paper -> {});
    assertThat(told).isEqualTo(catalog().changeNumber()).isPositive();

    assertThat(changedAfter(told)).isEmpty();
    assertThat(catalog().changedAfter(told, paper -> {})).isEqualTo(told);
  }

  @Test
  protected void whoIsToldMayReadAndWriteMeanwhile() {
    see(
        Origin.IMPORT,
        IntStream.range(0, 1_200).mapToObj(n -> seen(bare("owl-" + n))).toArray(Sighting[]::new));
    List<PaperId> told = new ArrayList<>();

    long upTo =
        catalog()
            .changedAfter(
                0,
                paper -> {
                  if (told.isEmpty()) {
                    see(Origin.IMPORT, seen(full("owl-999")), seen(bare("new")));
                  }
                  told.add(paper.id());
                  assertThat(catalog().find(paper.id())).isPresent();
                });

    List<CatalogPaper> later = changedAfter(upTo);
    assertThat(ids(later)).containsExactlyInAnyOrder("owl-999", "new");
    later.forEach(paper -> told.add(paper.id()));
    assertThat(told).hasSizeGreaterThanOrEqualTo(1_201);
    assertThat(Map.copyOf(countEach(told))).hasSize(1_201);
  }

  private static Map<PaperId, Integer> countEach(List<PaperId> ids) {
    Map<PaperId, Integer> counts = new HashMap<>();
    ids.forEach(id -> counts.merge(id, 1, Integer::sum));
    return counts;
  }

  @Test
  protected void aWriteThatThrowsKeepsNothing() {
    see(Origin.HUGGINGFACE, seen(bare("owl"), signal(5, NOON)));
    long before = catalog().changeNumber();
    IllegalStateException stopped = new IllegalStateException("stopped");

    assertThatThrownBy(() ->
            catalog()
                .write(writer -> {
                  for (int n = 0; n < 1_200; n++) {
                    writer.paper(seen(bare("hawk-" + n)), Origin.IMPORT);
                  }
                  writer.list(new Period.Day(WEDNESDAY), List.of(), NOON, Origin.IMPORT);
                  throw stopped;
                }))
        .isSameAs(stopped);

    assertThat(catalog().count()).isEqualTo(1);
    assertThat(catalog().list(new Period.Day(WEDNESDAY))).isEmpty();
    assertThat(catalog().changeNumber()).isEqualTo(before);
    assertThat(changedAfter(before)).isEmpty();
  }

  @Test
  protected void readsDuringAWriteSeeWhatWasCommittedBefore() {
    long seenWithin =
        catalog()
            .write(writer -> {
              for (int n = 0; n < 1_200; n++) {
                writer.paper(seen(bare("owl-" + n)), Origin.IMPORT);
              }
              return catalog().count() + catalog().changeNumber();
            });

    assertThat(seenWithin).isZero();
    assertThat(catalog().count()).isEqualTo(1_200);
  }

  @Test
  protected void whoFollowsTheChangesOfManyWritersMissesNone() throws Exception {
    int writers = 4;
    Map<PaperId, Signal> told = new HashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        String own = "owl-" + writer;
        running.add(
            threads.submit(() -> {
              for (int n = 1; n <= 15; n++) {
                Signal signal = signal(n, NOON.plusSeconds(n));
                see(Origin.IMPORT, seen(bare(own + "-" + n), signal), seen(bare(own), signal));
              }
            }));
      }
      long change = 0;
      while (!running.stream().allMatch(Future::isDone)) {
        long next = catalog().changedAfter(change, p -> told.put(p.id(), p.signal()));
        assertThat(next).isGreaterThanOrEqualTo(change);
        change = next;
      }
      for (Future<?> each : running) {
        each.get();
      }
      catalog().changedAfter(change, p -> told.put(p.id(), p.signal()));
    }

    assertThat(told).hasSize(writers * 16).hasSize((int) catalog().count());
    assertThat(catalog().find(told.keySet()))
        .allSatisfy((id, paper) -> assertThat(told.get(id)).isEqualTo(paper.signal()));
  }
}
