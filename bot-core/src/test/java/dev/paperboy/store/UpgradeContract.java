package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.catalog.KeptList;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import dev.paperboy.when.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Opening a store that the first Paperboy made and used: form 1, with things kept in it. */
abstract class UpgradeContract {
  private static final Instant NOON = Instant.parse("2026-08-12T12:00:00Z");
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 8, 12);
  private static final PaperId OWL = new PaperId("2608.00001");
  private static final PaperId HAWK = new PaperId("math/0601001");

  /** The engine under test, on an empty database, the same one each time. */
  protected abstract Engine engine();

  protected abstract void drop();

  @BeforeEach
  void makeTheFirstForm() {
    try (Engine engine = engine()) {
      Jdbi jdbi = Jdbi.create(engine.dataSource());
      jdbi.useHandle(engine::prepare);
      Flyway ours = Schema.flyway(engine, engine.migrations());
      Flyway.configure().configuration(ours.getConfiguration()).target("1").load().migrate();
      jdbi.useTransaction(UpgradeContract::use);
    }
  }

  @AfterEach
  void removeIt() {
    drop();
  }

  private static void use(Handle handle) {
    handle.execute("update change_counter set last_change = 2 where id = 1");
    handle.execute(
        "insert into paper (id, title, abstract_text, authors, organization, topics, ai_summary,"
            + " published, code, project, thumbnail, withdrawn, listed, upvotes, comments, stars,"
            + " signal_at, origin, change_no) values (?, 'Owls — état 空間', 'They see.',"
            + " '[\"Ada Example\",\"Bo\"]', 'Institute', '[\"owls\",\"cs.CV\"]', null,"
            + " '2026-08-11', 'https://code.example/owl', null, null, false, '2026-08-12', 72, 1,"
            + " 140, ?, 'huggingface', 1)",
        OWL.value(),
        NOON.toEpochMilli());
    handle.execute(
        "insert into paper (id, title, abstract_text, authors, topics, withdrawn, upvotes,"
            + " comments, origin, change_no) values (?, 'Hawks', '', '[]', '[]', true, 0, 0,"
            + " 'arxiv', 2)",
        HAWK.value());
    for (int n = 0; n < 3; n++) {
      handle.execute(
          "insert into signal (paper_id, seen_at, upvotes, comments, stars) values (?, ?, ?, 1, ?)",
          OWL.value(),
          NOON.toEpochMilli() - (2 - n) * 1_000L,
          70 + n,
          140);
    }
    handle.execute(
        "insert into paper_list (period, kind, papers, size, fetched_at, origin) values"
            + " ('2026-08-12', 'day', '[\"2608.00001\",\"math/0601001\"]', 2, ?, 'huggingface')",
        NOON.toEpochMilli());
    handle.execute(
        "insert into saved_paper (person, paper_id, saved_at, turn) values"
            + " ('terminal:me', 'math/0601001', 5, 1), ('terminal:me', '2608.00001', 5, 2)");
    handle.execute(
        "insert into last_list (person, papers) values ('terminal:me', '[\"math/0601001\"]')");
  }

  private static void assertThatAllIsThere(Store store) {
    Signal latest = new Signal(72, 1, 140, NOON);
    Paper owl =
        new Paper(
            OWL,
            "Owls — état 空間",
            "They see.",
            List.of("Ada Example", "Bo"),
            "Institute",
            List.of("owls", "cs.CV"),
            null,
            LocalDate.of(2026, 8, 11),
            "https://code.example/owl",
            null,
            null,
            false);
    assertThat(store.catalog().find(OWL))
        .contains(new CatalogPaper(owl, WEDNESDAY, latest, Origin.HUGGINGFACE));
    CatalogPaper hawk = store.catalog().find(HAWK).orElseThrow();
    assertThat(hawk.paper().withdrawn()).isTrue();
    assertThat(hawk.signal()).isEqualTo(Signal.NONE);
    assertThat(store.catalog().signals(OWL))
        .extracting(Signal::upvotes)
        .containsExactly(70, 71, 72);
    assertThat(store.catalog().list(new Period.Day(WEDNESDAY)))
        .contains(
            new KeptList(new Period.Day(WEDNESDAY), List.of(OWL, HAWK), NOON, Origin.HUGGINGFACE));
    assertThat(store.catalog().changeNumber()).isEqualTo(2);
    assertThat(store.readers().saved("terminal:me")).containsExactly(OWL, HAWK);
    assertThat(store.readers().fromLastList("terminal:me", 1)).contains(HAWK);
  }

  @Test
  void findsAllThatWasKeptAndTakesWhatIsNew() {
    try (Store store = Store.open(engine(), SqlLogger.NOP_SQL_LOGGER)) {
      assertThatAllIsThere(store);
      assertThat(store.subscriptions().add(EagerSubscriber.draft(), 25, NOON)).isPresent();
      assertThat(store.tidy(NOON)).isZero();
    }
    try (Store store = Store.open(engine(), SqlLogger.NOP_SQL_LOGGER)) {
      assertThatAllIsThere(store);
      assertThat(store.subscriptions().ownedBy(EagerSubscriber.PERSON)).hasSize(1);
    }
  }

  @Test
  void severalThatMeetThereBringItUpOnce() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> opened = new ArrayList<>();
      for (int n = 0; n < 4; n++) {
        opened.add(
            threads.submit(() -> {
              try (Store store = Store.open(engine(), SqlLogger.NOP_SQL_LOGGER)) {
                assertThatAllIsThere(store);
                return true;
              }
            }));
      }
      for (Future<Boolean> each : opened) {
        assertThat(each.get()).isTrue();
      }
    }
    try (Engine engine = engine();
        Handle handle = Jdbi.create(engine.dataSource()).open()) {
      assertThat(handle.createQuery(Sql.MIGRATIONS).mapTo(String.class).list())
          .containsExactlyInAnyOrder("1", String.valueOf(Schema.VERSION));
    }
  }
}
