package dev.paperboy.console;

import java.nio.file.Files;
import java.nio.file.Path;

/** The program with a canned desk behind it, to be tried by hand in a real terminal. */
public final class CannedConsole {
  private CannedConsole() {}

  public static void main(String[] args) {
    Path home = Path.of(System.getProperty("java.io.tmpdir"), "canned-paperboy");
    Console.main(
        args,
        (progress, warnings) -> {
          try {
            return new CannedDesk(Files.createDirectories(home));
          } catch (java.io.IOException e) {
            throw new Desk.Closed("store", "No place for a data folder.", e);
          }
        });
  }
}
