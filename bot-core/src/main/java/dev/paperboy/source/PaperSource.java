package dev.paperboy.source;

import dev.paperboy.paper.Origin;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.when.Period;
import java.util.Optional;

/**
 * An upstream of papers. Every call may block for the time that {@link Patience} allows and throws
 * {@link SourceFailure} where the source gives no answer and no earlier answer is at hand.
 */
public interface PaperSource {
  Origin origin();

  /** The list of a UTC date, ISO week or month; empty where none was published. */
  Listing papersOn(Period period, Patience patience);

  /** One paper; empty where the source does not hold it. */
  Optional<Sighting> paper(PaperId id, Patience patience);

  /** The source's own search over all its papers. */
  Listing search(String words, int limit, Patience patience);
}
