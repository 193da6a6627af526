package dev.paperboy.embedding;

import dev.paperboy.paper.PaperId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A store of one model's vectors in memory. */
public final class FakeVectors implements Vectors {
  private final Map<PaperId, Kept> vectors = new LinkedHashMap<>();
  private final Map<PaperId, Long> changes = new LinkedHashMap<>();
  private long last;

  @Override
  public long changedAfter(String model, long change, Consumer<Kept> each) {
    vectors.values().stream()
        .filter(kept -> changes.getOrDefault(kept.paper(), 0L) > change)
        .forEach(each);
    return last;
  }

  @Override
  public void keep(String model, Collection<Kept> kept) {
    last++;
    kept.forEach(vector -> {
      vectors.put(vector.paper(), vector);
      changes.put(vector.paper(), last);
    });
  }
}
