package dev.paperboy.store;

/** Every statement that runs on each database alike. */
final class Sql {
  private static final String PAPER =
      """
      select id, title, abstract_text, authors, organization, topics, ai_summary, published, code,
        project, thumbnail, withdrawn, listed, upvotes, comments, stars, signal_at, origin, change_no
      from paper
      """;

  static final String MIGRATIONS =
      "select version from flyway_schema_history where version is not null";

  static final String NEXT_CHANGE =
      "update change_counter set last_change = last_change + 1 where id = 1 returning last_change";

  static final String LAST_CHANGE = "select last_change from change_counter where id = 1";

  static final String PAPER_BY_ID = PAPER + "where id = :id";

  static final String PAPERS_BY_ID = PAPER + "where id in (<ids>)";

  static final String PAPERS_LISTED_BETWEEN =
      PAPER + "where listed between :from and :to and not withdrawn order by listed, id";

  static final String PAPERS_CHANGED_AFTER =
      PAPER
          + """
          where (change_no, id) > (:change, :id) and change_no <= :upTo
          order by change_no, id limit :limit
          """;

  static final String COUNT_PAPERS = "select count(*) from paper";

  static final String PUT_PAPER =
      """
      insert into paper (id, title, abstract_text, authors, organization, topics, ai_summary,
        published, code, project, thumbnail, withdrawn, listed, upvotes, comments, stars, signal_at,
        origin, change_no)
      values (:id, :title, :abstractText, :authors, :organization, :topics, :aiSummary,
        :published, :code, :project, :thumbnail, :withdrawn, :listed, :upvotes, :comments, :stars,
        :signalAt, :origin, :change)
      on conflict (id) do update set title = excluded.title,
        abstract_text = excluded.abstract_text, authors = excluded.authors,
        organization = excluded.organization, topics = excluded.topics,
        ai_summary = excluded.ai_summary, published = excluded.published, code = excluded.code,
        project = excluded.project, thumbnail = excluded.thumbnail,
        withdrawn = excluded.withdrawn, listed = excluded.listed, upvotes = excluded.upvotes,
        comments = excluded.comments, stars = excluded.stars, signal_at = excluded.signal_at,
        origin = excluded.origin, change_no = excluded.change_no
      """;

  static final String MOVE_SIGNAL = "update paper set signal_at = :signalAt where id = :id";

  /** Keeps a signal unless the one before it in time says the same. */
  static final String APPEND_SIGNAL =
      """
      insert into signal (paper_id, seen_at, upvotes, comments, stars)
      select :id, :at, :upvotes, :comments, :stars
      where not exists (
        select 1 from (
          select upvotes, comments, stars from signal
          where paper_id = :id and seen_at <= :at order by seen_at desc limit 1) earlier
        where earlier.upvotes = :upvotes and earlier.comments = :comments
          and earlier.stars is not distinct from :stars)
      on conflict (paper_id, seen_at) do update set upvotes = excluded.upvotes,
        comments = excluded.comments, stars = excluded.stars
      """;

  static final String SIGNALS_OF_PAPER =
      """
      select paper_id, seen_at, upvotes, comments, stars from signal
      where paper_id = :id order by seen_at
      """;

  static final String SIGNALS_AT =
      """
      select s.paper_id, s.seen_at, s.upvotes, s.comments, s.stars from signal s
      where s.paper_id in (<ids>) and s.seen_at =
        (select max(o.seen_at) from signal o where o.paper_id = s.paper_id and o.seen_at <= :at)
      """;

  static final String SIGNALS_OF_LISTED_SINCE =
      """
      select s.paper_id, s.seen_at, s.upvotes, s.comments, s.stars
      from signal s join paper p on p.id = s.paper_id
      where p.listed >= :from order by s.paper_id, s.seen_at
      """;

  static final String PUT_LIST =
      """
      insert into paper_list (period, kind, papers, size, fetched_at, origin)
      values (:period, :kind, :papers, :size, :fetchedAt, :origin)
      on conflict (period) do update set kind = excluded.kind, papers = excluded.papers,
        size = excluded.size, fetched_at = excluded.fetched_at, origin = excluded.origin
      """;

  static final String LIST =
      "select papers, fetched_at, origin from paper_list where period = :period";

  static final String NEWEST_LIST =
      "select max(period) from paper_list where kind = 'day' and size > 0";

  static final String LISTS_BETWEEN =
      """
      select period from paper_list
      where kind = 'day' and period between :from and :to order by period
      """;

  static final String SAVE_PAPER =
      """
      insert into saved_paper (person, paper_id, saved_at, turn)
      select :person, :id, :at, coalesce(max(turn), 0) + 1 from saved_paper where person = :person
      on conflict (person, paper_id) do nothing
      """;

  static final String SAVED_PAPERS =
      """
      select paper_id from saved_paper
      where person = :person order by saved_at desc, turn desc, paper_id
      """;

  static final String PUT_LAST_LIST =
      """
      insert into last_list (person, papers) values (:person, :papers)
      on conflict (person) do update set papers = excluded.papers
      """;

  static final String LAST_LIST = "select papers from last_list where person = :person";

  private Sql() {}
}
