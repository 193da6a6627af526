package dev.paperboy.summary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The papers of SciTLDR ("A" form): abstracts in sentences, with summaries that people wrote. */
final class SciTldr {
  record Entry(String title, List<String> sentences, List<String> references) {}

  private SciTldr() {}

  /** A part of the real inputs; whoever asks is skipped where there are none. */
  static List<Entry> part(String name) throws IOException {
    String data = System.getProperty("paperboy.data", "");
    Path file = Path.of(data).resolve("scitldr").resolve(name);
    Assumptions.assumeTrue(!data.isEmpty() && Files.isRegularFile(file));
    return read(file);
  }

  static List<Entry> read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Entry> entries = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode entry = json.readTree(line);
        entries.add(
            new Entry(
                entry.path("title").asText(),
                texts(entry.path("source")),
                texts(entry.path("target"))));
      }
    }
    return entries;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    for (JsonNode text : array) {
      if (!Words.of(text.asText()).isEmpty()) {
        texts.add(text.asText());
      }
    }
    return texts;
  }
}
