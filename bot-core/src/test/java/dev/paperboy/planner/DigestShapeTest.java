package dev.paperboy.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Message;
import dev.paperboy.delivery.RecordingCourier.Sent;
import dev.paperboy.digest.Composition;
import dev.paperboy.digest.DigestEditor.BackTest;
import dev.paperboy.digest.Order;
import dev.paperboy.query.Query;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscription.Quiet;
import dev.paperboy.when.Cadence;
import dev.paperboy.when.Occasion;
import dev.paperboy.when.Schedule;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a digest looks like, and what is told of it before it is sent. */
class DigestShapeTest {
  private static final Schedule DAILY =
      new Schedule(Cadence.DAILY, null, LocalTime.of(9, 0), ZoneId.of("Europe/Berlin"));
  private static final Address TEAM = Address.channel("chat", "w1", "team");
  private static final Address ADA = Address.direct("chat", "w1", "ada");

  @TempDir Path home;

  @Test
  void moreThanTenPapersComeInPartsNumberedThrough() {
    try (DigestRoom room = new DigestRoom(home, "2026-08-10T00:10:00Z")) {
      room.source.list("2026-08-10", rows(0, 25));
      Subscription unused = room.subscribe(TEAM, "", DAILY, 20, Quiet.SAY);
      room.passTo("2026-08-10T10:00:00Z");
      List<Sent> parts = room.courier.sent();
      assertThat(parts).hasSize(2);
      assertThat(parts).allMatch(part -> DigestRoom.papers(part).size() == 10);
      assertThat(DigestRoom.words(parts.get(0))).contains("#1[", "#10[").doesNotContain("more]");
      assertThat(DigestRoom.words(parts.get(1)))
          .contains("#11[", "#20[", "[+5 more]", "[Send me this by DM]", "Next: Tue 11 Aug 2026");
      assertThat(parts)
          .extracting(Sent::message)
          .extracting(Message::layout)
          .containsOnly(Layout.CARDS);
    }
  }

  @Test
  void aPreviewIsWhatComesAndChangesNothing() {
    try (DigestRoom room = new DigestRoom(home, "2026-08-10T06:30:00Z")) {
      room.source.list("2026-08-10", rows(0, 8));
      room.turn();
      Subscription ada = room.subscribe(ADA, "", DAILY, 5, Quiet.SAY);
      Occasion next = ada.schedule().after(room.clock.instant()).occasion();
      for (int times = 0; times < 2; times++) {
        assertThat(room.editor.compose(ada, next, Order.USUAL))
            .isInstanceOfSatisfying(
                Composition.Ready.class, ready -> assertThat(ready.parts()).hasSize(1));
      }
      assertThat(room.store.ledger().of(ada.id(), next.text())).isEmpty();
      room.passTo("2026-08-10T08:00:00Z");
      assertThat(room.shown(ADA)).hasSize(5);
      assertThat(room.editor.overflow(ada.id(), next.text())).hasSize(3);
    }
  }

  @Test
  void theBackTestTellsWhatASubscriptionWouldHaveSent() {
    try (DigestRoom room = new DigestRoom(home, "2026-08-10T00:10:00Z")) {
      Subscription ada = room.subscribe(ADA, "", DAILY, 3, Quiet.SILENT);
      int listed = 0;
      for (int day = 10; day <= 14; day++) {
        room.source.list("2026-08-" + day, rows(listed, day == 12 ? 5 : 2));
        listed += day == 12 ? 5 : 2;
        room.passTo("2026-08-" + day + "T20:00:00Z");
      }
      room.passTo("2026-08-16T20:00:00Z");
      BackTest told = room.editor.backTest(Query.EVERYTHING, ada.schedule(), ada.cap());
      assertThat(told.papers()).isEqualTo(room.shown(ADA).size());
      assertThat(told.digests()).isEqualTo(room.courier.sent().size());
      assertThat(told.matching()).isEqualTo(listed);
    }
  }

  private static String[] rows(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj("2608.%05d 7"::formatted)
        .toArray(String[]::new);
  }
}
