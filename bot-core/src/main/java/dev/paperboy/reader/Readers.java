package dev.paperboy.reader;

import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The store of what each person keeps. A person is named by {@code Caller.key()}. Throws {@code
 * StoreFailure}.
 */
public interface Readers {
  /** Returns false where the paper was saved before. */
  boolean save(String person, PaperId paper, Instant at);

  /** Latest saved first. */
  List<PaperId> saved(String person);

  /** Keeps the papers of the last list, in place of the one before. */
  void rememberList(String person, List<PaperId> papers);

  /** The paper at a 1-based rank of the last list. */
  Optional<PaperId> fromLastList(String person, int rank);
}
