package dev.paperboy.digest;

import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The store of every decision about (destination, paper). Decisions are written by {@code Outbox}
 * together with the message they belong to. Throws {@code StoreFailure}.
 */
public interface Ledger {
  /**
   * How often the destination's ledger was written. A digest composed at one version is frozen only
   * while the version still holds, so that two at once cannot show the same paper.
   */
  long version(String destination);

  /** When a digest for a destination was last composed, by any of its subscriptions. */
  Optional<Instant> lastComposed(String destination);

  /** The latest counting showing of each of these papers at a destination, where there is one. */
  Map<PaperId, Decision> shown(String destination, Collection<PaperId> papers);

  /** Those of these papers that any digest for a destination has weighed before. */
  Set<PaperId> considered(String destination, Collection<PaperId> papers);

  /** Every decision about one paper for a destination, latest first. */
  List<Decision> about(String destination, PaperId paper);

  /** The decisions of one digest, in its order. */
  List<Decision> of(String subscription, String occasion);
}
