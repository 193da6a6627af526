package dev.paperboy.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** People paste titles and whole abstracts into a search. */
class QueryOfTitlesTest {
  @Test
  void titlesAndAbstractsOfPapersAreQueries() throws IOException {
    Path papers =
        Path.of(System.getProperty("paperboy.data", ""), "huggingface", "papers.jsonl.gz");
    assumeTrue(Files.isRegularFile(papers));
    ObjectMapper json = new ObjectMapper();
    int titles = 0;
    int problems = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(papers)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        var paper = json.readTree(line);
        String title = paper.path("title").asText();
        Queries.assertPromises(title);
        if (titles++ % 20 == 0) {
          Queries.assertPromises(paper.path("abstract").asText());
        }
        problems += QueryParser.parse(title) instanceof QueryResult.Problem ? 1 : 0;
      }
    }
    assertThat(problems).as("of %d titles", titles).isLessThan(titles / 500);
  }
}
