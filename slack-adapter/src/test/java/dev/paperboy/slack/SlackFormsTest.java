package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.slack.WholePaperboy.Mode;
import dev.paperboy.slack.fake.Human;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dialogs and the Home tab offer is what Paperboy understands. */
class SlackFormsTest {
  private static final Caller ADA =
      new Caller(
          "slack",
          "U1",
          ZoneId.of("Europe/Berlin"),
          Address.direct("slack", "T1", "U1"),
          Caller.Manages.NOTHING);

  @TempDir Path home;
  private WholePaperboy whole;
  private Human ada;

  @BeforeEach
  void open() {
    whole = new WholePaperboy(Mode.SOCKET, home, "2026-08-12T05:00:00Z");
    whole.list("2026-08-12", "2608.00001 72 Agents that remember");
    whole.slack.channel("T1", "C1");
    ada = whole.slack.human("T1", "U1");
  }

  @AfterEach
  void close() {
    whole.close();
  }

  @Test
  void everyChoiceOfTheDialogIsUnderstood() {
    SlackWhere where = new SlackWhere("T1", "U1", "C1", null, false);
    JsonNode dialog =
        SlackViews.subscription(where, "subscribe", SlackForm.NEW.in("Europe/Berlin"));
    int choices = 0;
    for (JsonNode block : dialog.path("blocks")) {
      for (JsonNode option : block.path("element").path("options")) {
        Map<String, String> chosen = new TreeMap<>();
        chosen.put(block.path("block_id").asText(), option.path("value").asText());
        assertUnderstood(form(chosen));
        choices++;
      }
    }
    assertThat(choices).isGreaterThan(30);
  }

  @Test
  void everyZoneThatIsOfferedIsUnderstood() {
    TreeSet<String> offered = new TreeSet<>();
    for (String id : ZoneId.getAvailableZoneIds()) {
      SlackZones.suggestions(id)
          .path("options")
          .forEach(option -> offered.add(option.path("value").asText()));
    }
    assertThat(offered).contains("Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC");
    offered.forEach(zone -> assertUnderstood(form(Map.of(SlackForm.ZONE, zone))));
  }

  private void assertUnderstood(SlackForm form) {
    for (String words : List.of("subscribe", "edit 1", "digest create", "digest edit 1")) {
      String line = words + " " + form.tail();
      assertThat(whole.paperboy.problem(line)).as(line).isEmpty();
    }
  }

  private static SlackForm form(Map<String, String> chosen) {
    return new SlackForm(
        "agents",
        chosen.getOrDefault(SlackForm.CADENCE, "daily"),
        chosen.getOrDefault(SlackForm.TIME, "08:30"),
        chosen.getOrDefault(SlackForm.ZONE, "Europe/Berlin"),
        chosen.getOrDefault(SlackForm.MAX, "3"),
        chosen.getOrDefault(SlackForm.QUIET, "silent"),
        chosen.getOrDefault(SlackForm.LAYOUT, "plain"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "agents",
        "agents, 4d -video",
        "\"state space\" (robots OR grasp*) upvotes:>=20",
        "what comes daily",
        "the zone is europe/berlin",
        "meet at 09:00",
        "sat",
        "max:7",
        "quiet"
      })
  void whatIsSavedUnchangedStaysAsItIs(String query) {
    subscribe(Map.of("query", query, "cadence", "weekly mon", "time", "18:45", "max", "7"));
    Map<String, Object> before = row();
    JsonNode dialog = editDialog();
    assertThat(ada.submit(dialog, Map.of())).isEmpty();
    shown("Changed: number 1");
    assertThat(row()).isEqualTo(before);
  }

  @Test
  void eachFieldOfTheEditDialogChangesWhatItIsCalled() {
    subscribe(Map.of("query", "agents"));
    Map<String, String> changes = new LinkedHashMap<>();
    changes.put("query", "video");
    changes.put("cadence", "weekly fri");
    changes.put("time", "17:15");
    changes.put("max", "12");
    changes.put("quiet", "silent");
    changes.put("layout", "compact");
    assertThat(ada.submit(editDialog(), changes)).isEmpty();
    shown("Changed: number 1");
    assertThat(row())
        .containsEntry("query", "video")
        .containsEntry("cadence", "weekly")
        .containsEntry("day", "fri")
        .containsEntry("time", "17:15")
        .containsEntry("zone", "Europe/Berlin")
        .containsEntry("max", 12)
        .containsEntry("quiet", "silent")
        .containsEntry("layout", "compact");
  }

  @Test
  void aFilterThatIsEmptiedIsGone() {
    subscribe(Map.of("query", "agents"));
    assertThat(ada.submit(editDialog(), Map.of("query", ""))).isEmpty();
    shown("Changed: number 1");
    assertThat(row()).containsEntry("query", "");
  }

  @Test
  void everyButtonOfTheHomeTabDoesWhatItSays() {
    subscribe(Map.of("query", "agents"));
    JsonNode tab = tab("Pause");
    assertThat(tab.toString()).contains("next Wed 12 Aug 2026, 09:00").doesNotContain("T07:00");
    ada.press(tab, "Preview");
    shown("Agents that remember");
    ada.press(tab, "Share code");
    shown("pb1:");
    ada.press(tab, "New digest");
    assertThat(ada.modal(SlackViews.SUBSCRIPTION).toString()).contains("New digest");
    ada.press(tab, "Pause");
    JsonNode paused = shownTab("Resume");
    assertThat(paused.toString()).contains("Paused: number 1");
    ada.press(paused, "Resume");
    var unused = shownTab("Resumed: number 1");
    later();
    ada.type(tab("Pause"), SlackHome.SEARCH, "memory");
    shown("Search papers");
    ada.press(tab("Pause"), "More");
    shown("*Abstract*");
    later();
    ada.press(tab("Pause"), "Delete");
    assertThat(shownTab("None yet").toString()).contains("Ended: number 1");
  }

  @Test
  void theHomeTabSaysWhyItCannotShowTheDigests() {
    subscribe(Map.of("query", "agents"));
    for (int i = 0; i < 20; i++) {
      var unused = whole.paperboy.answer("status", ADA);
    }
    ada.open("home");
    assertThat(shownTab("Search papers").toString())
        .contains("a lot of commands")
        .doesNotContain("None yet");
  }

  private void subscribe(Map<String, String> filled) {
    ada.command("C1", "subscribe");
    assertThat(ada.submit(ada.modal(SlackViews.SUBSCRIPTION), filled)).isEmpty();
    shown("Subscribed: number 1");
  }

  private JsonNode editDialog() {
    JsonNode tab = tab("Edit");
    ada.press(tab, "Edit");
    var unused =
        whole.slack.call("views.open", call -> call.argument("view").contains("Edit digest"));
    return ada.modal(SlackViews.SUBSCRIPTION);
  }

  /** Opens the tab, and waits for it. */
  private JsonNode tab(String part) {
    ada.open("home");
    return shownTab(part);
  }

  private JsonNode shownTab(String part) {
    return whole.slack.await(
        "the Home tab with " + part,
        () ->
            whole
                .slack
                .home("T1", "U1")
                .map(view -> (JsonNode) view)
                .filter(view -> view.toString().contains(part)));
  }

  private void shown(String words) {
    var unused = whole.slack.call("views.update", call -> call.argument("view").contains(words));
  }

  /** People do not press so many buttons in one minute. */
  private void later() {
    whole.clock.skip(Duration.ofMinutes(2));
  }

  private Map<String, Object> row() {
    later();
    Message message = whole.paperboy.answer("subscriptions", ADA);
    Map<String, Object> row = new TreeMap<>();
    SlackViews.rows(((Content.Words) message.content()).fields())
        .getFirst()
        .forEach((name, value) -> row.put(String.valueOf(name), value));
    return row;
  }
}
