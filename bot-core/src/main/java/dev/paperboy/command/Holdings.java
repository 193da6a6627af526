package dev.paperboy.command;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.progress.Progress;
import dev.paperboy.search.Meaning;
import dev.paperboy.search.PaperIndex;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What can be searched and shown: the catalog with its index, or, while the catalog is empty and
 * where it is allowed, the bundled sample.
 */
final class Holdings {
  private final Catalog catalog;
  private final PaperIndex index;
  private final Progress progress;
  private final @Nullable Supplier<Sample> bundled;
  private @Nullable Sample sample;
  private volatile boolean filled;

  /**
   * @param bundled null where the sample must never be seen
   */
  Holdings(
      Catalog catalog, PaperIndex index, Progress progress, @Nullable Supplier<Sample> bundled) {
    this.catalog = catalog;
    this.index = index;
    this.progress = progress;
    this.bundled = bundled;
  }

  Catalog catalog() {
    return catalog;
  }

  /** The sample, where nothing else is known and it may be shown. */
  Optional<Sample> sample() {
    if (bundled == null || !isEmpty()) {
      return Optional.empty();
    }
    synchronized (this) {
      if (sample == null) {
        sample = bundled.get();
      }
      return Optional.of(sample);
    }
  }

  boolean isEmpty() {
    if (!filled && catalog.count() > 0) {
      filled = true;
    }
    return !filled;
  }

  /** The index to ask, caught up with the catalog. */
  PaperIndex index() {
    Optional<Sample> stand = sample();
    if (stand.isPresent()) {
      return stand.get().index();
    }
    index.catchUp(progress);
    return index;
  }

  /** How far the catalog's papers are embedded. */
  Meaning.Standing meaning() {
    index.catchUp(progress);
    return index.meaning();
  }

  Optional<CatalogPaper> find(PaperId id) {
    return Optional.ofNullable(find(List.of(id)).get(id));
  }

  /** The known ones of these, in the order asked. */
  Map<PaperId, CatalogPaper> find(Collection<PaperId> ids) {
    Map<PaperId, CatalogPaper> known =
        sample()
            .map(stand -> {
              Map<PaperId, CatalogPaper> all = new LinkedHashMap<>();
              stand.papers().forEach(paper -> all.put(paper.id(), paper));
              return all;
            })
            .orElseGet(() -> new LinkedHashMap<>(catalog.find(ids)));
    Map<PaperId, CatalogPaper> ordered = new LinkedHashMap<>();
    for (PaperId id : ids) {
      CatalogPaper paper = known.get(id);
      if (Objects.nonNull(paper)) {
        ordered.put(id, paper);
      }
    }
    return ordered;
  }
}
