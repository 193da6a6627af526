package dev.paperboy.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Signal;
import dev.paperboy.query.Query;
import dev.paperboy.query.QueryParser;
import dev.paperboy.query.QueryResult;
import dev.paperboy.source.PaperFiles;
import dev.paperboy.source.file.JsonLines;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long ranking takes beside a bare Lucene BM25 query over the same text, and how often a paper
 * is found first by words of its title and abstract. Prints a table.
 */
@Tag("long")
class RankingMeasure {
  private static final int QUESTIONS = 600;
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{4,}");
  private static final long SEED = 11;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final EnglishAnalyzer english = new EnglishAnalyzer();

  @Test
  void printsRankingBesideABareQueryAndFindsKnownPapers() throws IOException {
    List<CatalogPaper> papers = papers();
    List<CatalogPaper> asked = new ArrayList<>(papers);
    Collections.shuffle(asked, new Random(SEED));
    asked = asked.subList(0, QUESTIONS);
    Random random = new Random(SEED);
    List<String> questions = asked.stream().map(paper -> words(paper.paper(), random)).toList();
    try (PaperIndex index = PaperIndex.of(papers);
        Directory directory = new ByteBuffersDirectory()) {
      IndexSearcher bare = bare(directory, papers);
      double[] ours = new double[QUESTIONS];
      double[] theirs = new double[QUESTIONS];
      int first = 0;
      int ten = 0;
      int bareFirst = 0;
      for (int round = 0; round < 4; round++) {
        first = 0;
        ten = 0;
        bareFirst = 0;
        for (int i = 0; i < QUESTIONS; i++) {
          Query query = ((QueryResult.Parsed) QueryParser.parse(questions.get(i))).query();
          long began = threads.getCurrentThreadCpuTime();
          List<Hit> hits = index.search(Asking.ranked(query, 10)).hits();
          ours[i] = (threads.getCurrentThreadCpuTime() - began) / 1e6;
          began = threads.getCurrentThreadCpuTime();
          int[] found = bare(bare, questions.get(i));
          theirs[i] = (threads.getCurrentThreadCpuTime() - began) / 1e6;
          CatalogPaper wanted = asked.get(i);
          first += !hits.isEmpty() && hits.get(0).id().equals(wanted.id()) ? 1 : 0;
          ten += hits.stream().anyMatch(hit -> hit.id().equals(wanted.id())) ? 1 : 0;
          bareFirst += found.length > 0 && papers.get(found[0]).id().equals(wanted.id()) ? 1 : 0;
        }
      }
      Arrays.sort(ours);
      Arrays.sort(theirs);
      double ratio = ours[QUESTIONS / 2] / theirs[QUESTIONS / 2];
      System.out.printf(
          Locale.ROOT,
          "| %,d papers, %d questions | median CPU ms | 99th percentile | found first | among ten"
              + " |%n|---|---|---|---|---|%n| bare BM25, one field | %.3f | %.3f | %.1f %% | |%n|"
              + " Paperboy's ranking, with the exact total | %.3f | %.3f | %.1f %% | %.1f %% |%n|"
              + " ratio of the medians | %.2f | | | |%n",
          papers.size(),
          QUESTIONS,
          theirs[QUESTIONS / 2],
          theirs[QUESTIONS * 99 / 100],
          100.0 * bareFirst / QUESTIONS,
          ours[QUESTIONS / 2],
          ours[QUESTIONS * 99 / 100],
          100.0 * first / QUESTIONS,
          100.0 * ten / QUESTIONS,
          ratio);
      assertThat(first).isGreaterThan(QUESTIONS * 85 / 100);
      assertThat(ratio).isLessThan(3.0);
    }
  }

  private static List<CatalogPaper> papers() throws IOException {
    String data = System.getProperty("paperboy.data", "");
    Path file = Path.of(data).resolve("huggingface/papers.jsonl.gz");
    Assumptions.assumeTrue(!data.isEmpty() && Files.exists(file));
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

  /** Three words of the title and three of the abstract. */
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

  private IndexSearcher bare(Directory directory, List<CatalogPaper> papers) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(english).setSimilarity(new BM25Similarity(1.2f, .75f));
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (CatalogPaper known : papers) {
        Paper paper = known.paper();
        Document document = new Document();
        document.add(
            new TextField(
                "text",
                paper.title()
                    + "\n"
                    + paper.abstractText()
                    + "\n"
                    + String.join("\n", paper.topics())
                    + "\n"
                    + String.join("\n", paper.authors()),
                Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setSimilarity(new BM25Similarity(1.2f, .75f));
    return searcher;
  }

  private int[] bare(IndexSearcher searcher, String words) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    try (TokenStream tokens = english.tokenStream("text", words)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        query.add(new TermQuery(new Term("text", term.toString())), Occur.SHOULD);
      }
      tokens.end();
    }
    return Arrays.stream(searcher.search(query.build(), 10).scoreDocs)
        .mapToInt(hit -> hit.doc)
        .toArray();
  }
}
