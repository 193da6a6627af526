package dev.paperboy.search;

import java.util.List;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** The fields of the index. */
final class Fields {
  /** The paper's id, as it is. */
  static final String ID = "id";

  /** The paper's id in lower case, for filters. */
  static final String ID_TEXT = "id_text";

  /** Stems of the whole paper, the title's three times: what ranks, and what a word must meet. */
  static final String WORDS = "words";

  /** Neighbouring words of the whole paper, unstemmed: what ranks. */
  static final String PAIRS = "pairs";

  /** Stems of the title, and what else it answers to. */
  static final String TITLE = "title";

  /** What else a part of the paper answers to beside its words. */
  static final String ABSTRACT = "abstract";

  static final String TOPICS = "topics";

  /** Words of one part of the paper in their order, unstemmed. */
  static final String TITLE_EXACT = "title_exact";

  static final String ABSTRACT_EXACT = "abstract_exact";
  static final String TOPICS_EXACT = "topics_exact";
  static final String AUTHORS = "authors";
  static final String ORG = "org";

  /** Where a phrase or a prefix without a field is looked for. */
  static final List<String> EXACT = List.of(TITLE_EXACT, ABSTRACT_EXACT, TOPICS_EXACT, AUTHORS);

  /** The words of the whole title as one term. */
  static final String TITLE_KEY = "title_key";

  /** Each topic as one term, in lower case and without accents. */
  static final String TOPIC_KEY = "topic_key";

  /** Each author as one term: the folded name, {@link #SEPARATOR}, the name as written. */
  static final String AUTHOR_KEY = "author_key";

  /** Each short form that the paper defines and its long form, {@link #SEPARATOR} between. */
  static final String SHORT_FORMS = "short_forms";

  /** The same the other way round. */
  static final String LONG_FORMS = "long_forms";

  static final char SEPARATOR = '\u0001';

  static final String UPVOTES = "upvotes";
  static final String COMMENTS = "comments";
  static final String STARS = "stars";

  /** The date first listed, as an epoch day; absent where no list held the paper. */
  static final String LISTED = "listed";

  /** The date listed, else published, as an epoch day: only to sort by. */
  static final String DAY = "day";

  /** Stands for the text that a paper's vector is made of. */
  static final String TEXT = "text";

  static final String HAS = "has";

  /** Which terms occur, nothing more. */
  static final FieldType OCCURRENCE = type(IndexOptions.DOCS, true);

  /** Terms that count and whose number is weighed against the length of the text. */
  static final FieldType RANKED = type(IndexOptions.DOCS_AND_FREQS, false);

  /** Terms whose order counts. */
  static final FieldType IN_ORDER = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);

  private Fields() {}

  private static FieldType type(IndexOptions options, boolean omitNorms) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.setOmitNorms(omitNorms);
    type.freeze();
    return type;
  }
}
