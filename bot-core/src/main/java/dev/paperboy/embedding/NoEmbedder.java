package dev.paperboy.embedding;

import java.util.Optional;

/** Makes no vectors. */
record NoEmbedder(String why) implements Embedder {
  @Override
  public String name() {
    return "none";
  }

  @Override
  public Optional<String> off() {
    return Optional.of(why);
  }

  @Override
  public Optional<float[]> question(String text) {
    return Optional.empty();
  }

  @Override
  public Optional<float[]> paper(String title, String text) {
    return Optional.empty();
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
