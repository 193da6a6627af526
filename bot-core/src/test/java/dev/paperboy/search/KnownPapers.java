package dev.paperboy.search;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Signal;
import dev.paperboy.source.PaperFiles;
import dev.paperboy.source.RealData;
import dev.paperboy.source.file.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All real papers, and questions after one of them: words of its title and its abstract. */
final class KnownPapers {
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{4,}");

  private KnownPapers() {}

  /** A paper and what somebody might remember of it. */
  record Remembered(CatalogPaper paper, String words) {}

  static List<CatalogPaper> all() throws IOException {
    Path file = RealData.path("huggingface", "papers.jsonl.gz");
    Map<String, CatalogPaper> papers = new LinkedHashMap<>();
    InstantSource now = InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z"));
    new PaperFiles(List.of(new JsonLines(now)))
        .read(
            file,
            seen ->
                papers.put(
                    seen.paper().id().value(),
                    new CatalogPaper(seen.paper(), seen.listed(), Signal.NONE, Origin.IMPORT)),
            read -> {});
    return List.copyOf(papers.values());
  }

  /** Of so many random papers three words of the title and three of the abstract. */
  static List<Remembered> remembered(List<CatalogPaper> papers, int number, long seed) {
    List<CatalogPaper> asked = new ArrayList<>(papers);
    Collections.shuffle(asked, new Random(seed));
    Random random = new Random(seed);
    return asked.subList(0, number).stream()
        .map(paper -> new Remembered(paper, words(paper.paper(), random)))
        .toList();
  }

  private static String words(Paper paper, Random random) {
    List<String> words = new ArrayList<>();
    for (String text : List.of(paper.title(), paper.abstractText())) {
      List<String> all = new ArrayList<>();
      Matcher matcher = WORD.matcher(text);
      while (matcher.find()) {
        all.add(matcher.group());
      }
      Collections.shuffle(all, random);
      words.addAll(all.subList(0, Math.min(3, all.size())));
    }
    return String.join(" ", words);
  }
}
