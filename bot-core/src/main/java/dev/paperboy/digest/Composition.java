package dev.paperboy.digest;

import dev.paperboy.chat.Message;
import java.time.Instant;
import java.util.List;

/** What became of composing a digest. */
public sealed interface Composition {
  /**
   * Something to send.
   *
   * @param parts one message each, in order; later ones follow the first in its thread
   * @param decisions of all parts, with the delivery left null
   * @param ledgerVersion of the destination when it was composed
   */
  record Ready(List<Message> parts, List<Decision> decisions, long ledgerVersion)
      implements Composition {
    public Ready {
      parts = List.copyOf(parts);
      decisions = List.copyOf(decisions);
    }
  }

  /**
   * A quiet day that stays silent.
   *
   * @param why in words, for the history
   */
  record Silent(String why, List<Decision> decisions) implements Composition {
    public Silent {
      decisions = List.copyOf(decisions);
    }
  }

  /** Not yet: asked again at that time, until it is too late for the occasion. */
  record Later(Instant at, String why) implements Composition {}
}
