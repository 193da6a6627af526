package dev.paperboy.store;

/** The statements of the summaries that language models wrote. */
final class SqlSummaries {
  static final String FIND_SUMMARY =
      """
      select summary from model_summary
      where paper_id = :paper and model = :model and abstract_hash = :hash
      """;

  static final String KEEP_SUMMARY =
      """
      insert into model_summary (paper_id, model, abstract_hash, summary, made_at)
      values (:paper, :model, :hash, :summary, :at)
      on conflict (paper_id, model) do update set abstract_hash = excluded.abstract_hash,
        summary = excluded.summary, made_at = excluded.made_at
      """;

  private SqlSummaries() {}
}
