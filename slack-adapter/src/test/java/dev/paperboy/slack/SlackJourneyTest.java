package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.chat.Address;
import dev.paperboy.slack.WholePaperboy.Mode;
import dev.paperboy.slack.fake.FakeSlack;
import dev.paperboy.slack.fake.Human;
import dev.paperboy.slack.fake.Posted;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way of a workspace, from letting Paperboy in to sending it away. */
class SlackJourneyTest {
  private static final String NINE_IN_BERLIN = "T07:00:01Z";

  @TempDir Path home;

  @ParameterizedTest
  @EnumSource(Mode.class)
  void fromTheInstallationToItsEnd(Mode mode) {
    try (WholePaperboy whole = new WholePaperboy(mode, home, "2026-08-12T05:00:00Z")) {
      whole.list("2026-08-11", "2608.00003 30 Agents in 4D scenes");
      whole.list(
          "2026-08-12",
          "2608.00001 72 Agents that remember größe 模型",
          "2608.00002 9 Vidéo: video that moves");
      whole.serve();
      List<Visit> visits =
          mode == Mode.OAUTH
              ? List.of(new Visit(whole, "T1", "agents"), new Visit(whole, "T2", "video"))
              : List.of(new Visit(whole, "T1", "agents"));
      for (Visit visit : visits) {
        if (mode == Mode.OAUTH) {
          visit.isLetIn();
        }
        visit.asks();
        visit.subscribes();
      }
      whole.clock.jump("2026-08-12" + NINE_IN_BERLIN);
      for (Visit visit : visits) {
        visit.isServed(visit.query.equals("agents") ? "größe 模型" : "Vidéo");
        visit.pauses();
      }
      whole.list("2026-08-13", "2608.00004 5 More agents", "2608.00005 6 More video");
      whole.clock.jump("2026-08-13" + NINE_IN_BERLIN);
      for (Visit visit : visits) {
        visit.onlyTheChannelIsServed("More " + visit.query);
      }
      visits.getFirst().sendsItAway();
      whole.list("2026-08-14", "2608.00006 7 Yet more agents", "2608.00007 8 Yet more video");
      whole.clock.jump("2026-08-14" + NINE_IN_BERLIN);
      whole.sendDue();
      visits.getFirst().isLeftAlone();
      for (Visit visit : visits.subList(1, visits.size())) {
        visit.onlyTheChannelIsServed("Yet more " + visit.query);
      }
      if (mode == Mode.OAUTH) {
        visits.getFirst().isLetInAgain();
      }
      whole.assertNoSecretIsLogged();
    }
  }

  /** One workspace, with one person in one channel. */
  private static final class Visit {
    private static final String CHANNEL = "C1";

    private final WholePaperboy whole;
    private final FakeSlack slack;
    private final String team;
    private final String query;
    private final Human ada;
    private String thread = "";
    private int callsWhenAway;

    Visit(WholePaperboy whole, String team, String query) {
      this.whole = whole;
      this.slack = whole.slack;
      this.team = team;
      this.query = query;
      var unused = slack.workspace(team);
      slack.channel(team, CHANNEL);
      ada = slack.human(team, "U1");
    }

    void isLetIn() {
      whole.install(ada);
      assertThat(whole.paperboy.installations().find("slack", team)).isPresent();
      Posted welcome = slack.message(team, "U1", posted -> has(posted, "Three things to try"));
      ada.press(welcome, "Help");
      var unused = slack.message(team, "U1", posted -> has(posted, "subscriptions"));
    }

    void asks() {
      ada.command(CHANNEL, "today " + query);
      Posted list = slack.message(team, CHANNEL, posted -> "U1".equals(posted.onlyFor()));
      assertThat(list.text()).containsIgnoringCase(query);
      ada.press(list, "More");
      var unused = slack.message(team, CHANNEL, posted -> has(posted, "Abstract: We think about"));
      ada.press(list, "Share");
      var unusedToo = slack.message(team, CHANNEL, posted -> has(posted, "Shared by <@U1>"));
    }

    void subscribes() {
      ada.command(CHANNEL, "subscribe");
      JsonNode mine = ada.modal(SlackViews.SUBSCRIPTION);
      assertThat(ada.submit(mine, Map.of("query", "autor:x"))).containsOnlyKeys("query");
      assertThat(ada.submit(mine, Map.of("query", query, "cadence", "daily"))).isEmpty();
      shown("Subscribed: number 1");
      ada.command(CHANNEL, "digest create");
      JsonNode shared = ada.modal(SlackViews.SUBSCRIPTION);
      assertThat(ada.submit(shared, Map.of("query", query, "cadence", "daily"))).isEmpty();
      shown("Digest created: number 1");
      thread = ada.mention(CHANNEL, "status", null);
      var unused = slack.message(team, CHANNEL, posted -> isIn(thread, posted));
      ada.mention(CHANNEL, "digest create " + query + " daily 09:00", thread);
      var unusedToo =
          slack.message(
              team, CHANNEL, posted -> isIn(thread, posted) && has(posted, "created: number 2"));
    }

    private void shown(String words) {
      var unused =
          slack.call(
              "views.update",
              call -> call.team().equals(team) && call.argument("view").contains(words));
    }

    void isServed(String title) {
      theChannelIsServed(title);
      Posted mine = slack.message(team, "U1", posted -> isDigest(posted, title));
      assertThat(mine.text()).contains(title);
      String other = query.equals("agents") ? "Vidéo" : "Agents";
      for (String place : List.of("U1", CHANNEL)) {
        assertThat(digests(place)).as(place).hasSize(1);
        assertThat(digests(place).getFirst().everything()).doesNotContain(other);
      }
    }

    void pauses() {
      ada.open("home");
      JsonNode tab = home("Pause", "last: ");
      ada.press(tab, "Pause");
      JsonNode paused = home("Resume", "Paused: number 1");
      assertThat(paused.toString()).contains("paused");
    }

    private JsonNode home(String... parts) {
      return slack.await(
          "the Home tab with " + List.of(parts),
          () ->
              slack
                  .home(team, "U1")
                  .map(view -> (JsonNode) view)
                  .filter(view -> List.of(parts).stream().allMatch(view.toString()::contains)));
    }

    /** The channel itself, and the thread in it. */
    void theChannelIsServed(String title) {
      var unused =
          slack.message(
              team, CHANNEL, posted -> posted.thread() == null && isDigest(posted, title));
      var unusedToo =
          slack.message(team, CHANNEL, posted -> isIn(thread, posted) && isDigest(posted, title));
    }

    void onlyTheChannelIsServed(String title) {
      theChannelIsServed(title);
      assertThat(digests("U1")).hasSize(1);
    }

    void sendsItAway() {
      slack.admin(team).uninstall();
      Address channel = Address.channel("slack", team, CHANNEL);
      slack.await(
          "the end",
          () ->
              whole.paperboy.installations().suspended("slack", team).contains(channel)
                  ? Optional.of(true)
                  : Optional.empty());
      assertThat(whole.paperboy.installations().find("slack", team)).isEmpty();
      callsWhenAway = slack.calls("chat.postMessage").size();
    }

    void isLeftAlone() {
      assertThat(
              slack
                  .calls("chat.postMessage")
                  .subList(callsWhenAway, slack.calls("chat.postMessage").size()))
          .noneMatch(call -> call.team().equals(team) || call.team().isEmpty());
    }

    void isLetInAgain() {
      whole.install(ada);
      slack.await(
          "access",
          () ->
              whole.paperboy.installations().suspended("slack", team).isEmpty()
                  ? Optional.of(true)
                  : Optional.empty());
    }

    private List<Posted> digests(String place) {
      return slack.messages(team, place).stream()
          .filter(posted -> posted.body().has("metadata") && posted.thread() == null)
          .toList();
    }

    private static boolean isIn(String thread, Posted posted) {
      return thread.equals(posted.thread());
    }

    private static boolean isDigest(Posted posted, String title) {
      return posted.body().has("metadata") && has(posted, title);
    }

    private static boolean has(Posted posted, String... parts) {
      return List.of(parts).stream().allMatch(posted.everything()::contains);
    }
  }
}
