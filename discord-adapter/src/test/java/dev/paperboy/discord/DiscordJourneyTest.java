package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.discord.fake.Channel;
import dev.paperboy.discord.fake.Choice;
import dev.paperboy.discord.fake.FakeDiscord;
import dev.paperboy.discord.fake.Guild;
import dev.paperboy.discord.fake.Human;
import dev.paperboy.discord.fake.Interaction;
import dev.paperboy.discord.fake.Posted;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole way from the first search to the history of a digest: in a server, where somebody
 * installed the app for themselves alone, and in direct messages.
 */
class DiscordJourneyTest {
  @TempDir Path home;

  @ParameterizedTest(name = "{0} shards")
  @ValueSource(ints = {1, 3})
  void fromTheFirstSearchToTheHistory(int shards) {
    try (FakeDiscord discord = FakeDiscord.start();
        DiscordHouse house = new DiscordHouse(discord, home)) {
      discord.advise(shards);
      Guild first = discord.guild("First");
      Guild second = discord.guild("Second");
      Guild third = discord.guild("Third");
      Guild foreign = discord.guildWithoutBot("Foreign");
      house.clock.run();
      house.open().serve();
      discord.connected(shards);
      assertThat(discord.commands()).hasSize(3);

      Human dan = discord.human("Dan", third);
      List<Visit> visits =
          List.of(
              new Visit(discord, discord.human("Ada").manages(second), second.channel("papers")),
              new Visit(discord, discord.human("Bob", foreign).installs(), foreign.channel("chat")),
              new Visit(discord, dan, dan.directMessages()));
      visits.forEach(Visit::searches);
      visits.forEach(Visit::subscribes);
      Visit ada = visits.get(0);
      ada.makesADigestOfTheChannel();

      house.lists("2026-08-13", "2608.00021 90 Agents of tomorrow", "2608.00022 80 Old maps");
      house.clock.set("2026-08-13T07:00:01Z");
      house.sendDue();
      visits.forEach(visit -> visit.isSentTo(visit.human.directMessages(), "Agents of tomorrow"));
      ada.isSentTo(ada.where, "Agents of tomorrow");
      assertThat(discord.messages(first.channel("unasked"))).isEmpty();

      restart(discord, house, shards);
      visits.forEach(Visit::pressesAButtonOfBefore);
      pausesWhileTheLineIsCut(discord, visits, shards);

      house.lists("2026-08-14", "2608.00031 95 Agents once more");
      house.clock.set("2026-08-14T07:00:01Z");
      house.sendDue();
      ada.isSentTo(ada.where, "Agents once more");
      visits.forEach(Visit::isLeftInPeace);
      ada.looksBack();
      assertThat(discord.requestsTooFast()).isZero();
      assertThat(discord.problems()).isEmpty();
    }
  }

  private static void restart(FakeDiscord discord, DiscordHouse house, int shards) {
    int registrations = discord.calls("PUT", ".*/commands").size();
    house.stop();
    discord.awaits("the lines to end", () -> discord.connections() == 0);
    house.open().serve();
    discord.connected(shards);
    assertThat(discord.calls("PUT", ".*/commands")).hasSize(registrations);
  }

  private static void pausesWhileTheLineIsCut(FakeDiscord discord, List<Visit> visits, int shards) {
    int begun = discord.identifies();
    discord.shutGateway(true);
    discord.closeSockets(4000);
    discord.awaits("the lines to be cut", () -> discord.connections() == 0);
    List<Interaction> pauses =
        visits.stream()
            .map(visit -> visit.human.uses(visit.where, "papers pause", Map.of("number", "1")))
            .toList();
    discord.shutGateway(false);
    for (Interaction pause : pauses) {
      assertThat(pause.reply().everything()).contains("aused");
    }
    discord.awaits("every session to go on", () -> discord.resumes() >= shards);
    assertThat(discord.identifies()).isEqualTo(begun);
  }

  /** One person, where they use the app. */
  private static final class Visit {
    private final FakeDiscord discord;
    private final Human human;
    private final Channel where;
    private Posted list;
    private int digests;

    Visit(FakeDiscord discord, Human human, Channel where) {
      this.discord = discord;
      this.human = human;
      this.where = where;
      this.list = searched();
    }

    private Posted searched() {
      Posted today = answer(human.uses(where, "papers today"));
      assertThat(today.everything()).contains("Agents that remember");
      return answer(human.uses(where, "papers search", Map.of("query", "agents", "limit", 2)));
    }

    void searches() {
      assertThat(list.everything()).contains("gents");
      assertThat(human.types(where, "papers show", "paper", "diffu", Map.of()))
          .extracting(Choice::name)
          .contains("Diffusion of video");
      Posted next = pressed(list);
      assertThat(next.id()).isEqualTo(list.id());
      String paper =
          next.ways().stream().filter(way -> way.matches("\\d+\\. .*")).findFirst().get();
      Posted shown = answer(human.chooses(next, paper));
      assertThat(shown.everything()).contains("Abstract");
      list = next;
    }

    private Posted pressed(Posted page) {
      String way =
          page.ways().stream()
              .filter(label -> label.matches("\\+.*more.*|Next.*"))
              .findFirst()
              .orElseThrow(() -> new AssertionError(page.ways().toString()));
      String before = page.everything();
      return human
          .presses(page, way)
          .reply(posted -> !isWelcome(posted) && !posted.everything().equals(before));
    }

    void subscribes() {
      Map<String, String> wish = Map.of("filter", "agents", "often", "daily", "time", "09:00");
      var dialog = human.uses(where, "papers subscribe", wish).dialog();
      Interaction sent =
          human.submits(dialog, Map.of("At what time, and in which time zone?", "09:00 Berlin"));
      assertThat(answer(sent).everything()).contains("number 1", "Europe/Berlin");
    }

    void makesADigestOfTheChannel() {
      Interaction made =
          human.uses(
              where,
              "digest create",
              Map.of("filter", "agents", "often", "daily", "zone", "Europe/Berlin"));
      assertThat(answer(made).everything()).contains("number 1");
    }

    void isSentTo(Channel place, String title) {
      Posted digest = discord.message(place, posted -> isDigest(posted, title));
      assertThat(digest.onlyFor()).isNull();
      assertThat(digest.everything()).doesNotContain("Old maps");
      digests = (int) digestsOf(human.directMessages());
    }

    private long digestsOf(Channel place) {
      return discord.messages(place).stream().filter(posted -> isDigest(posted, "")).count();
    }

    void pressesAButtonOfBefore() {
      Posted like = answer(human.presses(list, "Like it"));
      assertThat(like.id()).isNotEqualTo(list.id());
      assertThat(like.everything()).contains("gents");
    }

    void isLeftInPeace() {
      assertThat(digestsOf(human.directMessages())).isEqualTo(digests).isOne();
      Posted mine = answer(human.uses(where, "papers subscriptions"));
      assertThat(mine.everything()).contains("paused");
    }

    void looksBack() {
      Posted history = answer(human.uses(where, "digest history", Map.of("number", "1")));
      assertThat(history.everything()).contains("2026-08-13 sent, 5 papers", "2026-08-14");
    }

    /** A digest is posted, everything else is an answer to somebody. */
    private static boolean isDigest(Posted posted, String title) {
      return !posted.body().has("interaction_metadata")
          && !posted.body().path("embeds").isEmpty()
          && posted.everything().contains(title);
    }

    private static Posted answer(Interaction interaction) {
      return interaction.reply(posted -> !isWelcome(posted));
    }

    private static boolean isWelcome(Posted posted) {
      return posted.everything().contains("hree things to try");
    }
  }
}
