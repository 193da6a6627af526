package dev.paperboy.store;

/** What was decided about papers for a destination. */
final class SqlLedger {
  static final String VERSION = "select version from destination where destination = :destination";

  static final String SHOWN =
      """
      select * from ledger
      where destination = :destination and counts = true and paper_id in (<papers>)
      order by decided_at
      """;

  static final String CONSIDERED =
      """
      select distinct paper_id from ledger
      where destination = :destination and paper_id in (<papers>)
      """;

  static final String ABOUT =
      """
      select * from ledger where destination = :destination and paper_id = :paper
      order by decided_at desc, occasion desc, subscription_id
      """;

  static final String OF_DIGEST =
      """
      select * from ledger where subscription_id = :subscription and occasion = :occasion
      order by turn
      """;

  static final String LAST_COMPOSED =
      """
      select max(composed_at) from subscription where destination = :destination
      """;

  private SqlLedger() {}
}
