package dev.paperboy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Caller.Manages;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.command.Limits;
import dev.paperboy.delivery.Courier;
import dev.paperboy.delivery.Delivery;
import dev.paperboy.delivery.DeliveryKey;
import dev.paperboy.delivery.Permit;
import dev.paperboy.delivery.Reconciliation;
import dev.paperboy.edition.SettableClock;
import dev.paperboy.paper.PaperId;
import dev.paperboy.progress.Progress;
import dev.paperboy.source.FakeHuggingFace;
import dev.paperboy.store.Store;
import dev.paperboy.subscription.Subscriptions.Change;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person and a channel with their digests, from subscribing to being forgotten. */
class SubscriberTest {
  private static final URI NOBODY = URI.create("http://127.0.0.1:9");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Caller ADA =
      new Caller("post", "ada", BERLIN, Address.direct("post", "s", "ada"), Manages.NOTHING);
  private static final Caller BOB =
      new Caller("post", "bob", BERLIN, Address.channel("post", "s", "c1"), Manages.NOTHING);
  private static final Caller CHIEF =
      new Caller("post", "eve", BERLIN, Address.channel("post", "s", "c1"), Manages.PLACE);

  @TempDir Path home;
  private final SettableClock clock = new SettableClock("2026-08-12T05:00:00Z");
  private final FakeHuggingFace source = new FakeHuggingFace();
  private final RecordingCourier courier = new RecordingCourier();
  private Paperboy paperboy;

  @BeforeEach
  void open() {
    source.list("2026-08-11", list("2608.00003 30 Agents in 4D scenes"));
    source.list(
        "2026-08-12", list("2608.00001 72 Agents that remember", "2608.00002 9 Video models"));
    paperboy =
        Paperboy.open(
            new Settings(
                home,
                Optional.empty(),
                source.base(),
                NOBODY,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Limits.USUAL,
                List.of()),
            clock,
            Progress.SILENT,
            false);
  }

  @AfterEach
  void close() {
    paperboy.close();
    source.close();
  }

  @Test
  void aPersonSubscribesIsServedPausesCatchesUpSharesAndIsForgotten() {
    answer("today", ADA);
    Message made = answer("subscribe agents daily 09:00", ADA);
    assertThat(made.status()).isEqualTo(Status.ANSWERED);
    assertThat(text(made))
        .contains("agents", "Wed 12 Aug 2026, 09:00", "daily 09:00 Europe/Berlin");

    paperboy.deliverDue(List.of(courier));
    assertThat(courier.papers).isEmpty();
    clock.set("2026-08-12T07:01:00Z");
    paperboy.deliverDue(List.of(courier));
    paperboy.deliverDue(List.of(courier));
    assertThat(courier.to).containsExactly("post:s:@ada");
    assertThat(courier.papers)
        .containsExactlyInAnyOrder(new PaperId("2608.00001"), new PaperId("2608.00003"));
    assertThat(text(answer("why 2608.00001", ADA))).contains("Number 1 on 2026-08-12: shown");
    assertThat(text(answer("why 2608.00002", ADA))).contains("does not match");

    assertThat(text(answer("pause 1", ADA))).contains("Paused: number 1");
    source.list("2026-08-13", list("2608.00004 12 Agents and tools"));
    clock.set("2026-08-13T08:00:00Z");
    paperboy.deliverDue(List.of(courier));
    assertThat(courier.to).hasSize(1);
    assertThat(text(answer("resume 1", ADA))).contains("Fri 14 Aug 2026, 09:00");
    answer("today", ADA);
    answer("catchup", ADA);
    paperboy.deliverDue(List.of(courier));
    assertThat(courier.papers)
        .containsOnlyOnce(new PaperId("2608.00004"), new PaperId("2608.00001"));

    String code = String.valueOf(fields(answer("share 1", ADA)).get("code"));
    assertThat(text(answer("subscribe " + code, BOB))).contains("daily 09:00 Europe/Berlin");
    assertThat(text(answer("privacy forget", ADA))).contains("1 subscription");
    assertThat(text(answer("subscriptions", ADA))).contains("None yet");
    assertThat(text(answer("subscriptions", BOB))).contains("agents");
  }

  @Test
  void whatOnlyManagersMayDoIsRefusedToOthersAndChangesNothing() {
    refused("digest create agents", BOB, "manage");
    refused("digest create agents", ADA, "direct message");
    refused("digest doctor", BOB, "manage");
    answer("digest create agents weekdays 09:00", CHIEF);
    refused("digest delete 1", BOB, "manage");
    Caller elsewhere =
        new Caller("post", "zoe", BERLIN, Address.channel("post", "s", "c2"), Manages.PLACE);
    refused("digest pause 1", elsewhere, "another channel");
    assertThat(text(answer("digest list", CHIEF))).contains("agents", "next ");
  }

  @Test
  void whatIsRefusedIsNotedWithItsReasonAndChangesNothing() {
    answer("subscribe agents", ADA);
    answer("digest create video", CHIEF);
    String before = text(answer("subscriptions", ADA)) + text(answer("digest list", CHIEF));

    refused("subscribe agents 09:00 Europe/Belrin", ADA, "Europe/Belrin");
    refused("subscribe agents 25:00", ADA, "25:00");
    refused("edit 1 max:21", ADA, "max");
    refused("edit 7 max:3", ADA, "There is no subscription 7");
    refused("unsubscribe 1", BOB, "There is no subscription 1");
    refused("pause 1 until 2026-08-01", ADA, "a date to come");
    refused("digest pause 1", BOB, "manage");
    refused("import /etc/passwd", BOB, "terminal");

    assertThat(text(answer("subscriptions", ADA)) + text(answer("digest list", CHIEF)))
        .isEqualTo(before);
    assertThat(refusals(ADA))
        .containsExactly("subscribe", "subscribe", "edit", "number 7", "pause");
    assertThat(refusals(BOB)).containsExactly("number 1", "digest", "import");
  }

  /** What was refused to a person, in order. */
  private List<String> refusals(Caller caller) {
    try (Store store = Store.open(home)) {
      List<Change> refused =
          store.subscriptions().changesBy(caller.key(), 100).reversed().stream()
              .filter(change -> change.action().equals("refused"))
              .toList();
      assertThat(refused).allSatisfy(change -> assertThat(change.detail()).isNotBlank());
      return refused.stream().map(Change::subject).toList();
    }
  }

  @Test
  void catchingUpReachesBackToTheDateThatIsSaid() {
    for (int day = 1; day <= 12; day++) {
      String date = "2026-08-%02d".formatted(day);
      source.list(date, list("2607.%05d 5 Agents of that day".formatted(day)));
    }
    answer("today", ADA);
    answer("subscribe agents daily 09:00 max:20", ADA);

    answer("catchup", ADA);
    paperboy.deliverDue(List.of(courier));
    assertThat(courier.papers)
        .contains(new PaperId("2607.00006"))
        .doesNotContain(new PaperId("2607.00005"));
    courier.papers.clear();

    assertThat(text(answer("catchup 2026-08-03", ADA))).contains("back to Mon 3 Aug 2026");
    paperboy.deliverDue(List.of(courier));
    assertThat(courier.papers)
        .containsExactlyInAnyOrder(
            new PaperId("2607.00003"), new PaperId("2607.00004"), new PaperId("2607.00005"));
  }

  @Test
  void aDigestRunForADateTakesTheWeekToThatDate() {
    source.list("2026-08-01", list("2607.00001 5 Agents early"));
    answer("today 2026-08-01", CHIEF);
    answer("today", CHIEF);
    answer("digest create agents daily 09:00", CHIEF);

    assertThat(text(answer("digest run 1 2026-08-02", CHIEF))).contains("week to Sun 2 Aug 2026");
    paperboy.deliverDue(List.of(courier));
    assertThat(courier.papers).containsExactly(new PaperId("2607.00001"));
  }

  @Test
  void theDoctorSaysWhatStandsInACouriersWay() {
    answer("digest create agents", CHIEF);
    courier.obstacles.add("Posting here lacks a permission; grant it.");
    paperboy.serve(List.of(courier));
    assertThat(text(answer("digest doctor", CHIEF))).isEqualTo(courier.obstacles.getFirst());
    courier.obstacles.clear();
    assertThat(text(answer("digest doctor", CHIEF))).isEqualTo("Nothing is wrong.");
  }

  @Test
  void foreignNumbersAreRefused() {
    answer("subscribe agents", ADA);
    refused("unsubscribe 1", BOB, "There is no subscription 1");
    refused("edit 2 max:3", ADA, "there is 1");
    assertThat(text(answer("subscriptions", ADA))).contains("agents");
  }

  @Test
  void wordsOfTheTerminalReadNoFilesForAnybodyElse() {
    refused("import /etc/passwd", ADA, "terminal");
    refused("deliver", ADA, "terminal");
    refused("doctor", ADA, "terminal");
  }

  @Test
  void onlyWhoeverSitsAtTheMachineIsToldWhereItsFilesLie() {
    assertThat(text(answer("status", ADA))).contains("Paperboy").doesNotContain(home.toString());
    assertThat(text(answer("digest doctor", CHIEF))).doesNotContain(home.toString());
    assertThat(text(answer("status", new Caller("terminal", "me", BERLIN))))
        .contains(home.toString());
  }

  @Test
  void oneMoreSubscriptionThanOnePersonMayHaveIsRefused() {
    for (int i = 0; i < 25; i++) {
      clock.tick(java.time.Duration.ofMinutes(1));
      assertThat(answer("subscribe agents", ADA).status()).isEqualTo(Status.ANSWERED);
    }
    refused("subscribe agents", ADA, "25 subscriptions");
  }

  @Test
  void twentyCommandsAMinuteAreEnough() {
    for (int i = 0; i < 20; i++) {
      assertThat(answer("settings", ADA).status()).isEqualTo(Status.ANSWERED);
    }
    refused("settings", ADA, "one minute");
    assertThat(answer("settings", BOB).status()).isEqualTo(Status.ANSWERED);
    clock.tick(java.time.Duration.ofMinutes(1));
    assertThat(answer("settings", ADA).status()).isEqualTo(Status.ANSWERED);
  }

  private void refused(String line, Caller caller, String why) {
    Message message = answer(line, caller);
    assertThat(message.status()).as(line).isNotEqualTo(Status.ANSWERED);
    assertThat(text(message)).as(line).contains(why);
  }

  private Message answer(String line, Caller caller) {
    return paperboy.answer(line, caller);
  }

  private static String text(Message message) {
    return switch (message.content()) {
      case Content.Words words -> words.text();
      case Content.Problem problem -> problem.message();
      case Content.Papers papers -> String.valueOf(papers.notes());
    };
  }

  private static Map<String, Object> fields(Message message) {
    return ((Content.Words) message.content()).fields();
  }

  private static String list(String... rows) {
    StringBuilder body = new StringBuilder("[");
    for (String row : rows) {
      String[] parts = row.split(" ", 3);
      body.append(body.length() > 1 ? "," : "")
          .append(
              """
              {"paper":{"id":"%s","title":"%s","summary":"We think about %s.",
               "authors":[{"name":"Ada Lovelace","hidden":false}],
               "publishedAt":"2026-08-01T00:00:00.000Z","upvotes":%s},
               "publishedAt":"2026-08-01T00:00:00.000Z","title":"%s","numComments":1}
              """
                  .formatted(parts[0], parts[2], parts[2], parts[1], parts[2]));
    }
    return body.append("]").toString();
  }

  /** Takes everything, and remembers it. */
  private static final class RecordingCourier implements Courier {
    private final List<String> to = new CopyOnWriteArrayList<>();
    private final List<PaperId> papers = new CopyOnWriteArrayList<>();
    private final List<String> obstacles = new CopyOnWriteArrayList<>();

    @Override
    public String platform() {
      return "post";
    }

    @Override
    public Delivery deliver(Address address, Message message, DeliveryKey key, Permit permit) {
      to.add(address.key());
      if (message.content() instanceof Content.Papers some) {
        some.papers().forEach(paper -> papers.add(paper.known().id()));
      }
      return new Delivery.Delivered(key.id());
    }

    @Override
    public Reconciliation reconcile(
        Address address, Message message, DeliveryKey key, Instant sentAt, Permit permit) {
      return new Reconciliation.Absent();
    }

    @Override
    public boolean reachable(Address address) {
      return true;
    }

    @Override
    public List<String> obstacles(Address address) {
      return List.copyOf(obstacles);
    }
  }
}
