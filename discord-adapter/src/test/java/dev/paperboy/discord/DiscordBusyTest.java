package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.discord.fake.Channel;
import dev.paperboy.discord.fake.FakeDiscord;
import dev.paperboy.discord.fake.Guild;
import dev.paperboy.discord.fake.Human;
import dev.paperboy.discord.fake.Interaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Discord hears from us at once, whatever the source of papers does. */
class DiscordBusyTest {
  private static final int PEOPLE = 50;
  private static final Duration AT_ONCE = Duration.ofMillis(500);

  /** A machine that is busy with something else may need more than one. */
  private static final int ROUNDS = 6;

  @TempDir Path home;

  @Test
  void fiftyAtOnceAreAnsweredAndTheHeartGoesOnWhileTheSourceHangs() {
    try (FakeDiscord discord = FakeDiscord.start();
        DiscordHouse house = new DiscordHouse(discord, home)) {
      discord.beatEvery(Duration.ofSeconds(1));
      Guild lab = discord.guild("Lab");
      Channel papers = lab.channel("papers");
      house.source.always(house.source.slow());
      house.open();
      List<Human> people = new ArrayList<>();
      for (int i = 1; i <= PEOPLE; i++) {
        people.add(discord.human("Person " + i, lab));
      }
      List<Interaction> asked = new ArrayList<>();
      List<Duration> slowest = new ArrayList<>();
      do {
        List<Interaction> round =
            people.stream().map(person -> person.uses(papers, "papers today")).toList();
        slowest.add(Collections.max(round.stream().map(Interaction::firstAnswer).toList()));
        asked.addAll(round);
      } while (Collections.min(slowest).compareTo(AT_ONCE) > 0 && slowest.size() < ROUNDS);
      int beats = discord.beats();
      discord.awaits("three more heartbeats", () -> discord.beats() >= beats + 3);
      assertThat(people.get(0).types(papers, "papers settings", "zone", "berl", Map.of()))
          .as("what is typed is completed all the same")
          .hasSize(1);
      assertThat(discord.messages(papers)).as("answers while it hangs").isEmpty();
      assertThat(Collections.min(slowest))
          .as("the slowest first answer of each round: %s", slowest)
          .isLessThanOrEqualTo(AT_ONCE);
      assertThat(discord.lateBeats()).as("late heartbeats").isZero();

      house.source.close();
      asked.forEach(interaction -> assertThat(interaction.reply().everything()).isNotBlank());
      assertThat(discord.problems()).isEmpty();
    }
  }
}
