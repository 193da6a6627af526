package dev.paperboy.source;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder of real inputs, where there is one. */
public final class RealData {
  private RealData() {}

  /** Skips the test where the folder, or this part of it, is not there. */
  public static Path path(String first, String... more) {
    String folder = System.getProperty("paperboy.data", "");
    Assumptions.assumeFalse(folder.isEmpty(), "no folder of real inputs");
    Path path = Path.of(folder).resolve(Path.of(first, more));
    Assumptions.assumeTrue(Files.exists(path), "no " + first);
    return path;
  }
}
