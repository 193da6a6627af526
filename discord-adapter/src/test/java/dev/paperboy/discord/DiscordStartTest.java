package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.discord.fake.FakeDiscord;
import dev.paperboy.discord.fake.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the program begins and ends. */
class DiscordStartTest {
  @TempDir Path home;
  private FakeDiscord discord;
  private DiscordHouse house;

  @BeforeEach
  void open() {
    discord = FakeDiscord.start();
    house = new DiscordHouse(discord, home);
  }

  @AfterEach
  void close() {
    house.close();
    discord.close();
  }

  @Test
  void commandsAreRegisteredOnceAndARestartSendsNone() {
    house.open();
    assertThat(discord.commands()).hasSize(3);
    assertThat(registrations()).isEqualTo(1);
    house.stop();
    house.open();
    assertThat(registrations()).isEqualTo(1);
    assertThat(discord.intents()).containsOnly(1);
    assertThat(discord.problems()).isEmpty();
  }

  @Test
  void theGreetingHoldsTheWayInAndNoSecret() {
    house.open();
    assertThat(house.app().greeting())
        .contains("client_id=" + discord.appId(), "applications.commands", "permissions=")
        .doesNotContain(discord.token());
  }

  @Test
  void aWrongTokenIsOneClearLine() {
    assertThatThrownBy(() -> house.open("DISCORD_TOKEN", "not.the.token"))
        .isInstanceOf(DiscordApp.NotStarted.class)
        .hasMessageContaining("does not accept DISCORD_TOKEN")
        .hasMessageNotContaining("not.the.token");
  }

  @Test
  void intentsThatAreNotAllowedAreOneClearLine() {
    discord.refuseIntents();
    assertThatThrownBy(house::open)
        .isInstanceOf(DiscordApp.NotStarted.class)
        .hasMessageContaining("intents");
  }

  @Test
  void nobodyThereIsOneClearLine() {
    assertThatThrownBy(() -> house.open("DISCORD_API_URL", "http://127.0.0.1:9/api/v10/"))
        .isInstanceOf(DiscordApp.NotStarted.class)
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void commandsThatAreNotTakenAreOneClearLine() {
    discord.next(Fault.error(asked -> asked.method().equals("PUT"), 400, 50035));
    assertThatThrownBy(house::open)
        .isInstanceOf(DiscordApp.NotStarted.class)
        .hasMessageContaining("commands");
  }

  @Test
  void aTokenTakenBackEndsTheProgramWithTheReason() {
    house.open();
    discord.closeSockets(4004);
    assertThat(house.app().ended().join()).contains("does not accept DISCORD_TOKEN");
  }

  @Test
  void serversAreSpreadOverAsManyConnectionsAsDiscordAdvises() {
    discord.advise(2);
    house.open();
    discord.connected(2);
    assertThat(discord.problems()).isEmpty();
  }

  private int registrations() {
    return discord.calls("PUT", "/applications/\\d+/commands").size();
  }
}
