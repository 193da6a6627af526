package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What runs every few seconds must not read the history of years. */
class SqliteIndexesTest {
  @RegisterExtension final FreshStore fresh = FreshStore.onSqlite();

  private String plan(String sql) {
    String bound = sql.replaceAll(":\\w+", "1").replaceAll("<platforms>", "'chat'");
    return fresh
        .store()
        .database()
        .read(handle ->
            handle
                .createQuery("explain query plan " + bound.replaceAll("<\\w+>", ""))
                .map((row, context) -> row.getString("detail"))
                .list()
                .toString());
  }

  @Test
  void claimsReadOnlyWhatIsOpen() {
    assertThat(plan(SqlOutbox.CLAIM)).contains("USING INDEX delivery_open");
  }

  @Test
  void sweepsReadOnlyWhatIsDue() {
    assertThat(plan(SqlAgenda.DUE)).contains("USING INDEX subscription_due");
    assertThat(plan(SqlAgenda.PAUSES_OVER)).contains("USING INDEX subscription_paused");
  }

  @Test
  void tidyingFindsBodiesInUseByTheirHash() {
    assertThat(plan(SqlTidy.CONTENTS)).contains("delivery_by_content");
  }
}
