package dev.paperboy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The one table of all figures: each measure adds its lines to the file that {@code
 * -Dpaperboy.figures} names, and {@code .ci/measure} prints it at the end. Without it nothing is
 * written.
 */
public final class Figures {
  private Figures() {}

  /**
   * Adds a line.
   *
   * @param what is measured
   * @param ours Paperboy's figure
   * @param beside the baselines of the same run
   * @param wanted what is asked for; empty where nothing is
   */
  public static void add(String what, String ours, String beside, String wanted) {
    String file = System.getProperty("paperboy.figures", "");
    if (file.isEmpty()) {
      return;
    }
    try {
      Files.write(
          Path.of(file),
          List.of("| " + String.join(" | ", what, ours, beside, wanted) + " |"),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
