package dev.paperboy.embedding;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A model and how it wants its texts.
 *
 * @param name without its limit of pieces
 * @param jar where its two files are; empty for the one that is built in
 * @param meansOver whether a text's vector is the mean over its pieces, or the first piece's
 * @param questionPrefix what a question begins with
 * @param paperPrefix what a paper begins with
 */
public record EmbeddingModel(
    String name, Optional<Path> jar, boolean meansOver, String questionPrefix, String paperPrefix) {

  /** The one that is built in: all-MiniLM-L6-v2 in eight-bit numbers. */
  public static final EmbeddingModel MINILM =
      new EmbeddingModel("minilm", Optional.empty(), true, "", "");

  /** As many word pieces of a text are read. */
  static final int LIMIT = 256;

  private static final String BUILT_IN = "/all-minilm-l6-v2-q";

  /**
   * The model of a setting: {@code minilm}, or a jar that holds one {@code .onnx} file and its
   * {@code tokenizer.json}. What the model's family wants (bge, e5, else MiniLM) is told by the
   * jar's name.
   *
   * @param folder where a path that is not absolute begins
   * @throws IllegalArgumentException where the setting is neither, with a sentence that says so
   */
  public static EmbeddingModel of(String setting, Path folder) {
    if (setting.equals(MINILM.name())) {
      return MINILM;
    }
    Path jar = folder.resolve(setting);
    if (!setting.endsWith(".jar") || !Files.isReadable(jar)) {
      throw new IllegalArgumentException(
          "is neither minilm nor the path of a jar that holds a model: " + setting);
    }
    String file = String.valueOf(jar.getFileName());
    String name = file.substring(0, file.length() - ".jar".length());
    String family = name.toLowerCase(Locale.ROOT);
    if (family.contains("bge-")) {
      return new EmbeddingModel(
          name,
          Optional.of(jar),
          false,
          "Represent this sentence for searching relevant passages: ",
          "");
    }
    return family.contains("e5-")
        ? new EmbeddingModel(name, Optional.of(jar), true, "query: ", "passage: ")
        : new EmbeddingModel(name, Optional.of(jar), true, "", "");
  }

  /** The network. */
  byte[] network() throws IOException {
    return read(".onnx");
  }

  WordPieces pieces() throws IOException {
    return new WordPieces(new ByteArrayInputStream(read("tokenizer.json")));
  }

  private byte[] read(String ending) throws IOException {
    if (jar.isEmpty()) {
      String resource = BUILT_IN + (ending.equals(".onnx") ? ending : "-" + ending);
      try (InputStream in = EmbeddingModel.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IOException("the model is not on the class path");
        }
        return in.readAllBytes();
      }
    }
    try (ZipFile zip = new ZipFile(jar.get().toFile())) {
      ZipEntry entry =
          zip.stream()
              .filter(file -> file.getName().endsWith(ending))
              .findFirst()
              .orElseThrow(() -> new IOException(jar.get() + " holds no file " + ending));
      try (InputStream in = zip.getInputStream(entry)) {
        return in.readAllBytes();
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
