package dev.paperboy.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The program with a canned desk behind it, as a process of its own or by hand in a real terminal.
 * Its data folder is what {@code paperboy.home} says.
 */
public final class CannedConsole {
  private CannedConsole() {}

  public static void main(String[] args) {
    Console.main(
        args,
        (progress, warnings) -> {
          try {
            return new CannedDesk(
                Files.createDirectories(Path.of(System.getProperty("paperboy.home", "target"))));
          } catch (IOException e) {
            throw new Desk.Closed("store", "There is no place for a data folder.", e);
          }
        });
  }
}
