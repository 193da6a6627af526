package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.paper.PaperId;
import dev.paperboy.people.People;
import dev.paperboy.people.People.Removed;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscription.Quiet;
import dev.paperboy.subscription.Subscriptions.Change;
import dev.paperboy.subscription.Subscriptions.Draft;
import dev.paperboy.when.Cadence;
import dev.paperboy.when.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tidying and forgetting do to the rows of deliveries and of the ledger. */
abstract class KeptRowsContract {
  private static final Instant NOW = Instant.parse("2026-08-12T12:00:00Z");
  private static final String ADA = "chat:w1:ada";
  private static final Address DIRECT = Address.direct("chat", "w1", "ada");
  private static final Address CHANNEL = Address.channel("chat", "w1", "c1");

  private Engine engine;
  private Handle rows;

  protected abstract FreshStore fresh();

  @BeforeEach
  void openRows() {
    engine = fresh().engine();
    rows = Jdbi.create(engine.dataSource()).open();
  }

  @AfterEach
  void closeRows() {
    rows.close();
    engine.close();
  }

  private Subscription add(String scope, Address to, String owner) {
    Schedule daily = new Schedule(Cadence.DAILY, null, LocalTime.of(9, 0), ZoneOffset.UTC);
    Draft draft = new Draft(scope, to, owner, "agents", daily, 5, Layout.CARDS, Quiet.SAY);
    return fresh().store().subscriptions().add(draft, 25, NOW).orElseThrow();
  }

  private Subscription addPersonal() {
    return add(Subscription.personal(ADA), DIRECT, ADA);
  }

  private void content(String hash) {
    rows.execute("insert into content (hash, body) values (?, '{}')", hash);
  }

  private void delivery(
      String id, Subscription of, String occasion, String state, String hash, Instant at) {
    rows.execute(
        "insert into delivery (id, subscription_id, occasion, part, platform, space, destination,"
            + " state, content_hash, due_at, not_before, sent_at, created_at)"
            + " values (?, ?, ?, 1, 'chat', 'w1', ?, ?, ?, ?, ?, ?, ?)",
        id,
        of.id(),
        occasion,
        of.to().key(),
        state,
        hash,
        ms(at),
        ms(at),
        ms(at),
        ms(at));
    rows.execute(
        "insert into delivery_attempt (delivery_id, number, at, outcome) values (?, 1, ?, 'SENT')",
        id,
        ms(at));
  }

  private void decision(Subscription of, String paper, String verdict, Instant at) {
    rows.execute(
        "insert into ledger (destination, paper_id, subscription_id, occasion, turn, verdict,"
            + " reason, upvotes, comments, had_code, decided_at, counts)"
            + " values (?, ?, ?, '2026-08-12', 1, ?, 'new', 5, 0, false, ?, true)",
        of.to().key(),
        paper,
        of.id(),
        verdict,
        ms(at));
  }

  private static long ms(Instant at) {
    return at.toEpochMilli();
  }

  private List<String> all(String sql) {
    return rows.createQuery(sql).mapTo(String.class).list();
  }

  @Test
  void attemptsAndBodiesOfWhatIsOverGoAfterThirtyDaysAndTheHistoryStays() {
    Subscription mine = addPersonal();
    content("done");
    content("open");
    content("nobody's");
    delivery("d1", mine, "2026-08-12", "SENT", "done", NOW);
    delivery("d2", mine, "2026-08-13", "HELD", "open", NOW);

    assertThat(fresh().store().tidy(NOW.plus(Duration.ofDays(2)))).isEqualTo(1);
    assertThat(all("select hash from content order by hash")).containsExactly("done", "open");
    assertThat(all("select delivery_id from delivery_attempt")).hasSize(2);

    fresh().store().tidy(NOW.plus(Duration.ofDays(30)).plusMillis(1));
    assertThat(all("select hash from content")).containsExactly("open");
    assertThat(all("select delivery_id from delivery_attempt")).isEmpty();
    assertThat(all("select id from delivery order by id")).containsExactly("d1", "d2");
  }

  @Test
  void whatWasShownIsKeptForGoodAndWhatWasHeldBackForNinetyDays() {
    Subscription mine = addPersonal();
    decision(mine, "owl", "SHOWN", NOW);
    decision(mine, "hawk", "HELD", NOW);
    decision(mine, "kite", "OVERFLOW", NOW);

    assertThat(fresh().store().tidy(NOW.plus(Duration.ofDays(90)))).isZero();
    assertThat(fresh().store().tidy(NOW.plus(Duration.ofDays(90)).plusMillis(1))).isEqualTo(2);

    fresh().store().tidy(NOW.plus(Duration.ofDays(2_000)));
    assertThat(all("select paper_id from ledger")).containsExactly("owl");
  }

  @Test
  void tellsAndForgetsAllThatIsKeptOfAPersonAndNothingOfOthers() {
    Subscription mine = addPersonal();
    Subscription channels = add(Subscription.shared("chat", "w1"), CHANNEL, ADA);
    Subscription bos =
        add(Subscription.personal("chat:w1:bo"), Address.direct("chat", "w1", "bo"), "chat:w1:bo");
    content("one");
    for (Subscription each : List.of(mine, channels, bos)) {
      delivery("d" + each.to().key(), each, "2026-08-12", "SENT", "one", NOW);
      decision(each, "owl", "SHOWN", NOW);
      rows.execute("insert into destination (destination, version) values (?, 1)", each.to().key());
    }
    fresh().store().readers().save(ADA, new PaperId("owl"), NOW);
    fresh().store().readers().save("chat:w1:bo", new PaperId("owl"), NOW);
    fresh().store().readers().rememberList(ADA, List.of(new PaperId("kite")));
    fresh().store().people().setLayout(ADA, Layout.PLAIN);
    fresh()
        .store()
        .subscriptions()
        .refused(new Change(NOW, "paperboy", "suspend", mine.id(), "Ada closed her messages"));

    People.Everything all = fresh().store().people().everything(ADA, DIRECT);
    assertThat(all.person().layout()).isEqualTo(Layout.PLAIN);
    assertThat(all.subscriptions()).containsExactlyInAnyOrder(mine, channels);
    assertThat(all.saved()).containsExactly(new PaperId("owl"));
    assertThat(all.lastList()).containsExactly(new PaperId("kite"));
    assertThat(all.told())
        .containsExactly(new People.Told(new PaperId("owl"), "2026-08-12", "SHOWN", "new", NOW));
    assertThat(all.sent()).containsExactly(new People.Sent("2026-08-12", 1, "SENT", NOW, NOW));
    assertThat(all.changes()).extracting(Change::action).containsOnly("subscribe").hasSize(2);

    Removed removed = fresh().store().people().forget(ADA, DIRECT, NOW);

    assertThat(removed).isEqualTo(new Removed(1, 1, 1, 1, true, true, 1, 2));
    assertThat(all("select owner from subscription order by owner"))
        .containsExactly("chat:w1:bo", People.FORGOTTEN);
    assertThat(all("select destination from ledger order by destination"))
        .containsExactly("chat:w1:@bo", "chat:w1:c1");
    assertThat(all("select destination from destination order by destination"))
        .containsExactly("chat:w1:@bo", "chat:w1:c1");
    assertThat(all("select destination from delivery order by destination"))
        .containsExactly("chat:w1:@bo", "chat:w1:c1");
    assertThat(all("select person from saved_paper")).containsExactly("chat:w1:bo");
    // Whole words, since a random identifier may hold "ada" among its hexadecimal digits.
    assertThat(everyText()).doesNotContainPattern("(?i)\\bada\\b");
    assertThat(fresh().store().people().forget(ADA, DIRECT, NOW))
        .isEqualTo(new Removed(0, 0, 0, 0, false, false, 0, 0));
  }

  /** Every text of every table but the history of migrations. */
  private String everyText() {
    StringBuilder text = new StringBuilder();
    for (String table : engine.tables(rows)) {
      if (!table.startsWith("flyway")) {
        rows.createQuery("select * from " + table)
            .mapToMap()
            .forEach(row -> row.values().forEach(value -> text.append(value).append('\n')));
      }
    }
    return text.toString();
  }
}
