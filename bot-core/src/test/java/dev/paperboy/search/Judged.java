package dev.paperboy.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import dev.paperboy.source.RealData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Papers, questions about them, and which papers answer each: CACM's with people's judgements, and
 * silver ones made of papers' own keywords. Papers hold title and abstract alone.
 */
record Judged(String name, List<CatalogPaper> papers, List<Question> questions) {
  /**
   * @param kind its set, where a collection has several
   */
  record Question(String kind, String text, Set<String> answers) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  /** So many of the first hits count. */
  static final int DEPTH = 10;

  private static final int SILVER = 4_500;
  private static final long SEED = 41;

  static Judged cacm() throws IOException {
    List<CatalogPaper> papers = new ArrayList<>();
    for (JsonNode line : lines(RealData.path("search", "cacm", "corpus.jsonl"))) {
      papers.add(
          paper(line.get("_id").asText(), line.get("title").asText(), line.get("text").asText()));
    }
    Map<String, Set<String>> answers = new HashMap<>();
    for (String line : Files.readAllLines(RealData.path("search", "cacm", "qrels.tsv"))) {
      String[] parts = line.split("\t", -1);
      answers.computeIfAbsent(parts[0], id -> new HashSet<>()).add(parts[1]);
    }
    List<Question> questions = new ArrayList<>();
    for (JsonNode line : lines(RealData.path("search", "cacm", "queries.jsonl"))) {
      Set<String> wanted = answers.get(line.get("_id").asText());
      if (wanted != null) {
        questions.add(new Question("CACM", words(line.get("text").asText()), wanted));
      }
    }
    return new Judged("cacm", papers, questions);
  }

  /**
   * Of 4,500 random papers: <em>topic</em>, a keyword of two words or more that 6 to 60 papers
   * bear; <em>kw3</em>, three keywords of one paper; <em>summary</em>, Hugging Face's summary of
   * one.
   */
  static Judged silver() throws IOException {
    List<JsonNode> all = lines(RealData.path("huggingface", "papers.jsonl.gz"));
    Random random = new Random(SEED);
    Collections.shuffle(all, random);
    List<CatalogPaper> papers = new ArrayList<>();
    Map<String, Set<String>> topics = new TreeMap<>();
    List<Question> keywords = new ArrayList<>();
    List<Question> summaries = new ArrayList<>();
    for (JsonNode line : all.subList(0, SILVER)) {
      String id = line.get("id").asText();
      papers.add(paper(id, line.get("title").asText(), line.path("abstract").asText()));
      List<String> own = new ArrayList<>();
      line.path("ai_keywords").forEach(word -> own.add(word.asText().strip()));
      own.stream()
          .map(word -> word.toLowerCase(Locale.ROOT))
          .filter(word -> word.contains(" "))
          .forEach(word -> topics.computeIfAbsent(word, k -> new HashSet<>()).add(id));
      if (own.size() >= 4) {
        Collections.shuffle(own, random);
        keywords.add(new Question("kw3", words(String.join(" ", own.subList(0, 3))), Set.of(id)));
      }
      String summary = line.path("ai_summary").asText();
      if (!summary.isBlank()) {
        summaries.add(new Question("summary", words(summary), Set.of(id)));
      }
    }
    List<Question> phrases = new ArrayList<>();
    topics.forEach((topic, papersOf) -> {
      if (papersOf.size() >= 6 && papersOf.size() <= 60) {
        phrases.add(new Question("topic", words(topic), papersOf));
      }
    });
    List<Question> questions = new ArrayList<>();
    questions.addAll(some(phrases, 200, random));
    questions.addAll(some(keywords, 400, random));
    questions.addAll(some(summaries, 400, random));
    return new Judged("silver", papers, questions);
  }

  /** Papers of the field told in our own words, with questions judged by hand. */
  static Judged known() throws IOException {
    List<CatalogPaper> papers = new ArrayList<>();
    for (String[] parts : parts("known-papers.txt")) {
      papers.add(paper(parts[0], parts[1], parts[2]));
    }
    List<Question> questions = new ArrayList<>();
    for (String[] parts : parts("known-questions.txt")) {
      questions.add(new Question("known", parts[0], Set.of(parts[1].split(" ", -1))));
    }
    return new Judged("known", papers, questions);
  }

  private static List<String[]> parts(String resource) throws IOException {
    try (InputStream in = Objects.requireNonNull(Judged.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" \\| ", -1))
          .toList();
    }
  }

  /** nDCG of the first ten, 0 to 1; an answer is as good as another. */
  static double gain(List<String> found, Set<String> answers) {
    double gain = 0;
    double ideal = 0;
    for (int i = 0; i < DEPTH; i++) {
      double worth = Math.log(2) / Math.log(i + 2);
      gain += i < found.size() && answers.contains(found.get(i)) ? worth : 0;
      ideal += i < answers.size() ? worth : 0;
    }
    return gain / ideal;
  }

  private static List<Question> some(List<Question> all, int number, Random random) {
    Collections.shuffle(all, random);
    return all.subList(0, Math.min(number, all.size()));
  }

  /** Free words: what would be an operator is none. */
  private static String words(String text) {
    return text.replaceAll("[\\s\"(),|:;*<>=\\[\\]\u201c\u201d]+", " ")
        .replaceAll("(^| )[-\u2013\u2014]+", " ")
        .replaceAll("\\b(AND|OR|NOT)\\b", " ")
        .strip();
  }

  private static CatalogPaper paper(String id, String title, String text) {
    return new CatalogPaper(
        new Paper(
            new PaperId(id),
            title,
            text,
            List.of(),
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            false),
        null,
        Signal.NONE,
        Origin.IMPORT);
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }
}
