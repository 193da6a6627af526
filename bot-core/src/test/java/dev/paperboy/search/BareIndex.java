package dev.paperboy.search;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.paper.Paper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** What Paperboy is measured beside: the papers' text in one field, BM25, nothing else. */
final class BareIndex implements AutoCloseable {
  private final EnglishAnalyzer english = new EnglishAnalyzer();
  private final Directory directory = new ByteBuffersDirectory();
  private final List<CatalogPaper> papers;
  private final IndexSearcher searcher;

  BareIndex(List<CatalogPaper> papers) throws IOException {
    this.papers = papers;
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
    searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setSimilarity(new BM25Similarity(1.2f, .75f));
  }

  /** Ids, best first. */
  List<String> search(String words, int limit) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    try (TokenStream tokens = english.tokenStream("text", words)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        query.add(new TermQuery(new Term("text", term.toString())), Occur.SHOULD);
      }
      tokens.end();
    }
    List<String> found = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query.build(), limit).scoreDocs) {
      found.add(papers.get(hit.doc).id().value());
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    searcher.getIndexReader().close();
    directory.close();
    english.close();
  }
}
