package dev.paperboy.chat;

import dev.paperboy.paper.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a message says as data, for programs. */
public sealed interface Content {
  /**
   * An answer about papers.
   *
   * @param papers all that were asked for, not only those that people are shown
   * @param total how many there are in all
   * @param asOf how old the data is; null where nothing is known
   */
  record Papers(
      List<PaperView> papers,
      long total,
      @Nullable Instant asOf,
      @Nullable Origin source,
      List<String> notes)
      implements Content {
    public Papers {
      papers = List.copyOf(papers);
      notes = List.copyOf(notes);
    }
  }

  /**
   * An answer in words, with fields of its own (strings, numbers, booleans, lists and maps of
   * these).
   */
  record Words(String text, Map<String, Object> fields) implements Content {}

  /**
   * Something is wrong.
   *
   * @param code a stable word: unknown-word, bad-query, bad-option, future-date, not-found, source,
   *     store, file, failure
   * @param column 1-based in code points of the line; null where none can be named
   * @param near the nearest valid form of the line
   */
  record Problem(String code, String message, @Nullable Integer column, @Nullable String near)
      implements Content {}
}
