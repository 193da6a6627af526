package dev.paperboy.embedding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Knows a few things by several names, and everything else by its letters. */
public final class FakeEmbedder implements Embedder {
  private static final List<List<String>> THINGS =
      List.of(
          List.of("picture", "image", "photo", "video", "scene", "vision"),
          List.of("speech", "spoken", "voice", "transcribe"),
          List.of("law", "legal", "statute", "court"),
          List.of("memory", "remember", "forget"));
  private static final int LETTERS = 26;

  private int made;

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public Optional<String> off() {
    return Optional.empty();
  }

  @Override
  public Optional<float[]> question(String text) {
    return Optional.of(vector(text));
  }

  @Override
  public Optional<float[]> paper(String title, String text) {
    made++;
    return Optional.of(vector(title + " " + text));
  }

  /** How many papers were embedded. */
  public int made() {
    return made;
  }

  private static float[] vector(String text) {
    float[] vector = new float[THINGS.size() + LETTERS];
    for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
      for (int thing = 0; thing < THINGS.size(); thing++) {
        vector[thing] += THINGS.get(thing).stream().anyMatch(word::startsWith) ? 3 : 0;
      }
      if (!word.isEmpty()) {
        vector[THINGS.size() + word.charAt(0) - 'a'] += .1f;
      }
    }
    double square = 0;
    for (float value : vector) {
      square += value * value;
    }
    for (int i = 0; i < vector.length && square > 0; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
