package dev.paperboy.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.edition.SettableClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEmbedderTest {
  private static final Instant NOON = Instant.parse("2026-08-12T12:00:00Z");

  @TempDir Path folder;

  @Test
  void whatMeansTheSameIsNearerThanWhatDoesNot() {
    try (Embedder embedder = minilm()) {
      float[] question = embedder.question("making pictures from a description").orElseThrow();
      float[] images =
          embedder
              .paper("Text-to-image diffusion", "We synthesise images from text.")
              .orElseThrow();
      float[] speech =
          embedder.paper("Speech recognition", "We transcribe spoken words.").orElseThrow();

      assertThat(cosine(question, question)).isBetween(.9999, 1.0001);
      assertThat(cosine(question, images)).isGreaterThan(cosine(question, speech) + .2);
    }
  }

  /** The tokenizer that comes with the model cuts at 128 pieces: half an abstract. */
  @Test
  void theTailOfALongTextCounts() {
    try (Embedder embedder = minilm()) {
      String head = "graphs ".repeat(180);
      float[] one = embedder.paper("", head + "are learned from speech ".repeat(15)).orElseThrow();
      float[] other = embedder.paper("", head + "help to fold proteins ".repeat(15)).orElseThrow();

      assertThat(cosine(one, other)).isLessThan(.99);
    }
  }

  @Test
  void theModelIsLetGoAfterTenIdleMinutesAndLoadedAgainWhenNeeded() {
    SettableClock clock = new SettableClock("2026-08-12T12:00:00Z");
    try (OnnxEmbedder embedder = new OnnxEmbedder(EmbeddingModel.MINILM, clock)) {
      assertThat(embedder.off()).isEmpty();
      assertThat(embedder.isLoaded()).isFalse();

      float[] before = embedder.question("owls").orElseThrow();
      clock.tick(OnnxEmbedder.IDLE.minusSeconds(1));
      assertThat(embedder.isLoaded()).isTrue();
      clock.tick(Duration.ofSeconds(1));
      assertThat(embedder.isLoaded()).isFalse();

      assertThat(embedder.question("hawks")).isPresent();
      assertThat(embedder.isLoaded()).isTrue();
      assertThat(embedder.question("owls").orElseThrow()).isEqualTo(before);
    }
  }

  @Test
  void aModelThatCannotBeReadIsOffAndSaysWhy() throws IOException {
    Path jar = folder.resolve("broken-model.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("model.onnx"));
      zip.write("no network".getBytes(StandardCharsets.UTF_8));
    }
    EmbeddingModel model = EmbeddingModel.of("broken-model.jar", folder);
    try (Embedder embedder = new OnnxEmbedder(model, InstantSource.fixed(NOON))) {
      assertThat(embedder.question("owls")).isEmpty();
      assertThat(embedder.off())
          .hasValueSatisfying(why -> assertThat(why).startsWith("broken-model cannot run here ("));
      assertThat(embedder.paper("owls", "")).isEmpty();
    }
  }

  @Test
  void afterClosingThereIsNoVectorAndNoFailure() {
    Embedder embedder = minilm();
    embedder.close();

    assertThat(embedder.question("owls")).isEmpty();
  }

  private static Embedder minilm() {
    return new OnnxEmbedder(
        EmbeddingModel.MINILM, InstantSource.fixed(NOON.plus(Duration.ofHours(1))));
  }

  private static double cosine(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
