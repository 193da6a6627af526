package dev.paperboy.embedding;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes vectors of texts. Safe for several threads, and never throws: what cannot be embedded is
 * empty, and {@link #off()} says why.
 */
public interface Embedder extends AutoCloseable {
  /**
   * What the vectors are made by, the limit of word pieces included. Vectors of different names
   * cannot be compared.
   */
  String name();

  /**
   * Why no vectors can be made, in plain English; empty while they can. The first time it tries the
   * native library, which takes some 50 ms.
   */
  Optional<String> off();

  /** The vector of a question, of length 1. The first one loads the model: about half a second. */
  Optional<float[]> question(String text);

  /**
   * Begins to make the vector of a question, on another thread where there is one; what is given
   * waits until it is made.
   */
  default Supplier<Optional<float[]>> begin(String text) {
    Optional<float[]> made = question(text);
    return () -> made;
  }

  /** The vector of a paper, of length 1. Takes 10 to 40 ms. */
  Optional<float[]> paper(String title, String text);

  @Override
  void close();

  /** One that makes none. */
  static Embedder none(String why) {
    return new NoEmbedder(why);
  }
}
