package dev.paperboy.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.edition.SettableClock;
import dev.paperboy.store.ChildJvm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.zip.Deflater;
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

  /** On Alpine, or an Intel Mac: the library is there and cannot be loaded. */
  @Test
  void whereTheNativeLibraryCannotBeLoadedItIsOffAndSaysWhy() throws IOException {
    Path library = Files.writeString(folder.resolve("libonnxruntime.so"), "of another platform");
    try (ChildJvm child =
        ChildJvm.start(
            List.of("-Donnxruntime.native.onnxruntime.path=" + library), WithoutLibrary.class)) {
      assertThat(child.hears("no failure"::equals)).as(() -> child.heard().toString()).isTrue();
      assertThat(child.heard()).contains("question: none", "paper: none");
      assertThat(child.heard())
          .anySatisfy(line -> assertThat(line).startsWith("off: minilm cannot run here ("));
    }
  }

  /** It would end the process, without a word. */
  @Test
  void whereTheCommandLineIsTooLongForTheLibraryItIsOffAndSaysWhy() throws IOException {
    try (ChildJvm child = ChildJvm.start(WithoutLibrary.class, "owls ".repeat(1_000))) {
      assertThat(child.hears("no failure"::equals)).as(() -> child.heard().toString()).isTrue();
      assertThat(child.heard())
          .contains(
              "off: minilm cannot run here (the command line is too long for ONNX Runtime; give a"
                  + " long line on standard input)",
              "question: none");
    }
  }

  /** Asks for vectors in a process whose native library is broken. */
  static final class WithoutLibrary {
    private WithoutLibrary() {}

    public static void main(String[] arguments) {
      try (Embedder embedder = minilm()) {
        System.out.println("off: " + embedder.off().orElse("no"));
        System.out.println(
            "question: " + (embedder.question("owls").isPresent() ? "some" : "none"));
        System.out.println("paper: " + (embedder.paper("owls", "").isPresent() ? "some" : "none"));
        System.out.println("no failure");
      }
    }
  }

  /** As the documented way to another model, here with the network that is there. */
  @Test
  void anotherModelIsAJarByItsPathAndItsVectorsBearItsName() throws IOException {
    Path jar = folder.resolve("bge-of-ours.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      for (String ending : List.of(".onnx", "-tokenizer.json")) {
        zip.putNextEntry(new ZipEntry("bge-of-ours" + ending));
        try (InputStream in = getClass().getResourceAsStream("/all-minilm-l6-v2-q" + ending)) {
          Objects.requireNonNull(in).transferTo(zip);
        }
      }
    }
    EmbeddingModel model = EmbeddingModel.of("bge-of-ours.jar", folder);
    try (Embedder ours = new OnnxEmbedder(model, InstantSource.fixed(NOON));
        Embedder minilm = minilm()) {
      assertThat(ours.name()).isEqualTo("bge-of-ours/256").isNotEqualTo(minilm.name());
      float[] first = ours.paper("owls", "at night").orElseThrow();
      float[] mean = minilm.paper("owls", "at night").orElseThrow();
      assertThat(first).hasSameSizeAs(mean);
      assertThat(cosine(first, first)).isBetween(.9999, 1.0001);
      // bge takes the first piece's numbers, not the mean, and wants a question to say that it is
      assertThat(cosine(first, mean)).isLessThan(.99);
      assertThat(cosine(ours.question("owls").orElseThrow(), ours.paper("owls", "").orElseThrow()))
          .isLessThan(.99);
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
