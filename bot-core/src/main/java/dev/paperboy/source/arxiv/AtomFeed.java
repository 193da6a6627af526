package dev.paperboy.source.arxiv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a feed by namespace and local name alone: arXiv has changed prefixes, order and attributes
 * before. A document type, and with it every entity of its own, is an error.
 */
final class AtomFeed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String ARXIV = "http://arxiv.org/schemas/atom";
  private static final String OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/";

  /** The document is not such a feed. */
  static final class Malformed extends IOException {
    private static final long serialVersionUID = 1L;
    private final long line;

    Malformed(String expected, long line, Throwable cause) {
      super(expected, cause);
      this.line = line;
    }

    long line() {
      return line;
    }
  }

  /** Told each entry as it ends. */
  interface EachEntry<X extends Exception> {
    /**
     * @param line 1-based, where the entry begins
     */
    void entry(AtomEntry entry, long line) throws X;
  }

  /**
   * What the feed says of itself.
   *
   * @param total how many papers there are in all; 0 where it is not said
   * @param start how many of them come before the first entry
   */
  record Extent(long total, long start) {}

  private static final XMLInputFactory FACTORY = factory();

  private AtomFeed() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory;
  }

  static boolean looksLike(String head) {
    return head.stripLeading().startsWith("<") && head.contains(ATOM);
  }

  static <X extends Exception> Extent each(InputStream content, EachEntry<X> each)
      throws IOException, X {
    try {
      // Decoded here: the parser prints its complaints about bytes on standard error.
      XMLStreamReader reader =
          FACTORY.createXMLStreamReader(
              new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()));
      try {
        return new Reading(reader).feed(each);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      Throwable nested = e.getNestedException();
      if (nested instanceof IOException io && !(io instanceof CharacterCodingException)) {
        throw io;
      }
      long line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
      throw new Malformed(
          nested == null ? "expected well-formed XML" : "expected UTF-8 text", line, e);
    }
  }

  /** One pass over one document. */
  private static final class Reading {
    private final XMLStreamReader reader;
    private long total;
    private long start;

    Reading(XMLStreamReader reader) {
      this.reader = reader;
    }

    <X extends Exception> Extent feed(EachEntry<X> each) throws XMLStreamException, X {
      next();
      while (!reader.isStartElement()) {
        next();
      }
      if (!is(ATOM, "feed")) {
        throw new XMLStreamException("not a feed", reader.getLocation());
      }
      while (next() != XMLStreamConstants.END_ELEMENT) {
        if (!reader.isStartElement()) {
          continue;
        }
        if (is(ATOM, "entry")) {
          long line = reader.getLocation().getLineNumber();
          each.entry(entry(), line);
        } else if (is(OPENSEARCH, "totalResults")) {
          total = number(text());
        } else if (is(OPENSEARCH, "startIndex")) {
          start = number(text());
        } else {
          skip();
        }
      }
      while (reader.hasNext()) {
        next(); // what follows the feed must be well-formed too
      }
      return new Extent(total, start);
    }

    private AtomEntry entry() throws XMLStreamException {
      AtomEntry entry = new AtomEntry();
      while (next() != XMLStreamConstants.END_ELEMENT) {
        if (!reader.isStartElement()) {
          continue;
        }
        if (ARXIV.equals(reader.getNamespaceURI())) {
          switch (reader.getLocalName()) {
            case "comment" -> entry.comment = text();
            case "primary_category" -> entry.primaryCategory = term();
            default -> skip();
          }
        } else if (ATOM.equals(reader.getNamespaceURI())) {
          switch (reader.getLocalName()) {
            case "id" -> entry.id = text();
            case "title" -> entry.title = text();
            case "summary" -> entry.summary = text();
            case "published" -> entry.published = text();
            case "category" -> entry.categories.add(term());
            case "author" -> author(entry);
            default -> skip();
          }
        } else {
          skip();
        }
      }
      return entry;
    }

    private void author(AtomEntry entry) throws XMLStreamException {
      while (next() != XMLStreamConstants.END_ELEMENT) {
        if (!reader.isStartElement()) {
          continue;
        }
        if (is(ATOM, "name")) {
          entry.authors.add(text());
        } else {
          skip();
        }
      }
    }

    private String term() throws XMLStreamException {
      String term = reader.getAttributeValue(null, "term");
      skip();
      return term == null ? "" : term;
    }

    /** All text within the element, up to its end. */
    private String text() throws XMLStreamException {
      StringBuilder text = new StringBuilder();
      int depth = 1;
      while (depth > 0) {
        int event = next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        } else if (reader.hasText() && event != XMLStreamConstants.COMMENT) {
          text.append(reader.getText());
        }
      }
      return text.toString();
    }

    private void skip() throws XMLStreamException {
      text();
    }

    private int next() throws XMLStreamException {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new XMLStreamException("a document type is not allowed", reader.getLocation());
      }
      return event;
    }

    private boolean is(String namespace, String name) {
      return name.equals(reader.getLocalName()) && namespace.equals(reader.getNamespaceURI());
    }

    private static long number(String text) {
      try {
        return Long.parseLong(text.strip());
      } catch (NumberFormatException e) {
        return 0;
      }
    }
  }
}
