package dev.paperboy.store;

import static dev.paperboy.catalog.CannedSightings.full;
import static dev.paperboy.catalog.CannedSightings.seen;

import dev.paperboy.paper.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The main of a process that stays within its write until it is told to go on. */
final class PatientWriter {
  static final int PAPERS = 1_500;

  private PatientWriter() {}

  /** Argument: the home. */
  public static void main(String[] arguments) {
    BufferedReader told =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Store store = Store.open(Path.of(arguments[0]))) {
      System.out.println("opened");
      store
          .catalog()
          .write(writer -> {
            for (int n = 0; n < PAPERS; n++) {
              writer.paper(seen(full("patient-" + n)), Origin.IMPORT);
            }
            System.out.println("holding");
            try {
              return String.valueOf(told.readLine());
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      System.out.println("kept");
    }
  }
}
