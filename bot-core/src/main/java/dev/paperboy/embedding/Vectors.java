package dev.paperboy.embedding;

import dev.paperboy.paper.PaperId;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * The store of papers' vectors. Shared by several processes; each method sees what was committed
 * before it began. A store that cannot do its work throws an unchecked failure that says so.
 */
public interface Vectors {
  /**
   * One paper's vector.
   *
   * @param text stands for the text it was made of: a paper whose text has another is embedded anew
   */
  record Kept(PaperId paper, long text, Vector vector) {}

  /**
   * Tells each vector of a model that was kept after the given change number, in order. Returns the
   * number up to which it told; numbers are given in commit order.
   */
  long changedAfter(String model, long change, Consumer<Kept> each);

  /** Keeps vectors in one transaction, in place of earlier ones of the same papers and model. */
  void keep(String model, Collection<Kept> vectors);
}
