package dev.paperboy.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Address;
import dev.paperboy.delivery.RecordingCourier.Sent;
import dev.paperboy.paper.Sighting;
import dev.paperboy.source.RealData;
import dev.paperboy.source.huggingface.HuggingFaceBodies;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscription.Quiet;
import dev.paperboy.when.Cadence;
import dev.paperboy.when.Schedule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weeks of editions in fast time: who is shown what, and when. */
class RuleReplayTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Schedule DAILY =
      new Schedule(Cadence.DAILY, null, LocalTime.of(9, 0), BERLIN);
  private static final Schedule WEEKDAYS =
      new Schedule(Cadence.WEEKDAYS, null, LocalTime.of(8, 30), ZoneId.of("America/New_York"));
  private static final Schedule HOURLY =
      new Schedule(Cadence.HOURLY, null, LocalTime.of(0, 0), ZoneId.of("Asia/Kolkata"));
  private static final Address ADA = Address.direct("chat", "w1", "ada");
  private static final Address TEAM = Address.channel("chat", "w1", "team");
  private static final Address LAB = Address.thread("chat", "w1", "lab", "17");

  @TempDir Path home;

  @Test
  void whatWasLateOnMondayComesOnTuesday() {
    try (DigestRoom room = new DigestRoom(home, "2026-08-10T00:10:00Z")) {
      room.source.list("2026-08-10", "2608.00001 5", "2608.00002 4");
      Subscription unused = room.subscribe(ADA, "", DAILY, 5, Quiet.SAY);
      room.passTo("2026-08-10T10:00:00Z");
      assertThat(room.shown(ADA)).containsExactly("2608.00001", "2608.00002");

      room.source.list("2026-08-10", "2608.00001 9", "2608.00002 4", "2608.00003 90");
      room.source.list("2026-08-11", "2608.00004 8");
      room.passTo("2026-08-11T10:00:00Z");
      assertThat(room.courier.sent()).hasSize(2);
      assertThat(DigestRoom.papers(room.courier.sent().get(1)))
          .containsExactlyInAnyOrder("2608.00003", "2608.00004");
    }
  }

  @Test
  void saysWhyAQuietDayIsQuietOrStaysSilent() {
    try (DigestRoom room = new DigestRoom(home, "2026-08-14T00:10:00Z")) {
      room.source.list("2026-08-14", "2608.00001 5");
      Subscription said = room.subscribe(ADA, "", DAILY, 5, Quiet.SAY);
      Subscription silent = room.subscribe(TEAM, "", DAILY, 5, Quiet.SILENT);
      Subscription none = room.subscribe(LAB, "submarines", DAILY, 5, Quiet.SAY);
      room.passTo("2026-08-15T10:00:00Z");

      List<Sent> toAda = to(room, ADA);
      assertThat(toAda).hasSize(2);
      assertThat(DigestRoom.words(toAda.get(1))).contains("No list is published at weekends");
      assertThat(to(room, TEAM)).hasSize(1);
      assertThat(room.store.outbox().history(silent.id(), 1).getFirst().why())
          .contains("No list is published at weekends");
      assertThat(DigestRoom.words(to(room, LAB).getFirst()))
          .contains("1 paper, none matches")
          .contains("Next: Sat 15 Aug 2026, 09:00 Europe/Berlin");
      assertThat(said.number()).isNotEqualTo(none.number());
    }
  }

  @Test
  void anOutageIsWaitedForAWhileAndThenSaid() {
    try (DigestRoom room = new DigestRoom(home, "2026-08-11T00:10:00Z")) {
      room.source.list("2026-08-11", "2608.00001 5");
      Subscription unused = room.subscribe(ADA, "", DAILY, 5, Quiet.SAY);
      room.passTo("2026-08-11T10:00:00Z");
      room.source.failWith("huggingface: 503 after 3 tries");
      room.passTo("2026-08-12T08:45:00Z");
      assertThat(room.courier.sent()).hasSize(1);

      room.passTo("2026-08-12T09:30:00Z");
      assertThat(room.courier.sent()).hasSize(2);
      assertThat(DigestRoom.words(room.courier.sent().get(1)))
          .contains("The source has not answered since")
          .contains("503 after 3 tries");

      room.source.fail(null);
      room.source.list("2026-08-12", "2608.00007 70");
      room.passTo("2026-08-13T07:15:00Z");
      assertThat(DigestRoom.papers(room.courier.sent().get(2))).containsExactly("2608.00007");
    }
  }

  @Test
  void afterADowntimeThereIsOneDigestWithWhatIsBest() {
    try (DigestRoom room = new DigestRoom(home, "2026-08-10T00:10:00Z")) {
      room.source.list("2026-08-10", "2608.00001 5");
      Subscription ada = room.subscribe(ADA, "", DAILY, 3, Quiet.SAY);
      room.passTo("2026-08-10T10:00:00Z");
      for (int day = 11; day <= 14; day++) {
        room.source.list("2026-08-" + day, "2608.000" + day + " " + day);
      }
      room.clock.set("2026-08-14T10:00:00Z");
      room.turn();

      assertThat(room.courier.sent()).hasSize(2);
      assertThat(DigestRoom.papers(room.courier.sent().get(1)))
          .hasSize(3)
          .doesNotContain("2608.00001");
      assertThat(DigestRoom.words(room.courier.sent().get(1))).contains("[+1 more]");
      assertThat(room.store.outbox().history(ada.id(), 10)).hasSize(5);
    }
  }

  @Test
  void noPlaceSeesAPaperTwiceThroughWeekendsOutagesAndCrowds() {
    try (DigestRoom room = new DigestRoom(home, "2026-08-09T00:10:00Z")) {
      subscribeMany(room);
      int number = 0;
      for (int day = 10; day <= 21; day++) {
        if (day != 15 && day != 16) {
          List<String> rows = new ArrayList<>();
          for (int i = 0; i < 12; i++) {
            rows.add("2608.%05d %d".formatted(number++, (i * 37 + day) % 90));
          }
          room.source.list("2026-08-" + day, rows.subList(0, 7).toArray(String[]::new));
          room.passTo("2026-08-" + day + "T09:00:00Z");
          room.source.list("2026-08-" + day, rows.toArray(String[]::new));
        }
        if (day == 12) {
          room.source.failWith("huggingface: no answer");
        }
        if (day == 13) {
          room.source.fail(null);
        }
        room.passTo("2026-08-" + day + "T23:45:00Z");
      }
      assertOnceEach(room, 20);
    }
  }

  @Test
  void theRecordedWeekShowsNoPaperTwiceToAnybody() throws IOException {
    try (DigestRoom room = new DigestRoom(home, "2026-08-09T00:10:00Z")) {
      Map<String, List<Sighting>> days = recorded(room);
      subscribeMany(room);
      for (Map.Entry<String, List<Sighting>> day : days.entrySet()) {
        List<Sighting> rows = day.getValue();
        room.source.list(day.getKey(), rows.subList(0, rows.size() * 2 / 3));
        room.passTo(day.getKey() + "T09:00:00Z");
        room.source.list(day.getKey(), rows);
        if (day.getKey().equals("2026-08-12")) {
          room.source.failWith("huggingface: no answer");
        }
        room.passTo(day.getKey() + "T20:00:00Z");
        room.source.fail(null);
        room.passTo(day.getKey() + "T23:45:00Z");
      }
      room.passTo("2026-08-17T12:00:00Z");
      assertOnceEach(room, 20);
      Sighting lateOnMonday = Objects.requireNonNull(days.get("2026-08-10")).getLast();
      List<Sent> hourly = to(room, LAB);
      assertThat(hourly.stream().flatMap(sent -> DigestRoom.papers(sent).stream()))
          .contains(lateOnMonday.paper().id().value());
    }
  }

  private static Map<String, List<Sighting>> recorded(DigestRoom room) throws IOException {
    HuggingFaceBodies format = new HuggingFaceBodies(room.clock);
    Map<String, List<Sighting>> days = new TreeMap<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(RealData.path("huggingface", "daily"), "2026-08-1[0-4].json")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        List<Sighting> rows = new ArrayList<>();
        try (InputStream content = Files.newInputStream(file)) {
          format.read(content, name, rows::add);
        }
        days.put(name.substring(0, 10), rows);
      }
    }
    assertThat(days).hasSize(5);
    return days;
  }

  private static void subscribeMany(DigestRoom room) {
    for (Subscription each :
        List.of(
            room.subscribe(ADA, "", DAILY, 5, Quiet.SAY),
            room.subscribe(ADA, "thing, agents", WEEKDAYS, 20, Quiet.SILENT),
            room.subscribe(TEAM, "", WEEKDAYS, 12, Quiet.SAY),
            room.subscribe(LAB, "", HOURLY, 20, Quiet.SILENT))) {
      assertThat(each.nextAt()).isNotNull();
    }
  }

  private static void assertOnceEach(DigestRoom room, int atLeast) {
    for (Address place : List.of(ADA, TEAM, LAB)) {
      assertThat(room.shown(place))
          .as(place.key())
          .hasSizeGreaterThan(atLeast)
          .doesNotHaveDuplicates();
    }
    assertThat(room.store.outbox().troubled("chat", 10)).isEmpty();
  }

  private static List<Sent> to(DigestRoom room, Address place) {
    return room.courier.sent().stream().filter(sent -> sent.to().equals(place)).toList();
  }

  @Test
  void codeReleasedAndAFarClimbBringAPaperBackMarked() {
    try (DigestRoom room = new DigestRoom(home, "2026-08-10T00:10:00Z")) {
      room.source.list("2026-08-10", "2608.00001 5", "2608.00002 20");
      Subscription unused = room.subscribe(ADA, "", DAILY, 5, Quiet.SILENT);
      room.passTo("2026-08-10T10:00:00Z");
      room.source.list("2026-08-10", "2608.00001 54", "2608.00002 99");
      room.passTo("2026-08-11T10:00:00Z");
      assertThat(room.courier.sent()).hasSize(1);

      room.source.list("2026-08-10", "2608.00001 55", "2608.00002 100");
      room.passTo("2026-08-12T10:00:00Z");
      assertThat(room.courier.sent()).hasSize(2);
      assertThat(DigestRoom.words(room.courier.sent().get(1)))
          .contains("back again, 5 → 55")
          .contains("back again, 20 → 100");
    }
  }
}
