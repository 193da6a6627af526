package dev.paperboy.store;

/** The statements of papers' vectors; each runs on each database alike. */
final class SqlVectors {
  static final String NEXT_VECTOR_CHANGE =
      """
      insert into embedding_counter (id, last_change) values (1, 1)
      on conflict (id) do update set last_change = embedding_counter.last_change + 1
      returning last_change
      """;

  static final String LAST_VECTOR_CHANGE =
      "select coalesce(max(last_change), 0) from embedding_counter";

  static final String VECTORS_CHANGED_AFTER =
      """
      select paper_id, text_mark, scale, vector from embedding
      where model = :model and change_no > :change and change_no <= :upTo
      order by change_no, paper_id
      """;

  static final String PUT_VECTOR =
      """
      insert into embedding (paper_id, model, text_mark, scale, vector, change_no)
      values (:paper, :model, :text, :scale, :vector, :change)
      on conflict (paper_id, model) do update set text_mark = excluded.text_mark,
        scale = excluded.scale, vector = excluded.vector, change_no = excluded.change_no
      """;

  private SqlVectors() {}
}
