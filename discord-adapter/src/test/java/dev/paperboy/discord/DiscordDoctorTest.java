package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Address;
import dev.paperboy.delivery.Courier;
import dev.paperboy.discord.fake.Channel;
import dev.paperboy.discord.fake.FakeDiscord;
import dev.paperboy.discord.fake.Guild;
import dev.paperboy.discord.fake.Human;
import dev.paperboy.discord.fake.Rights;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each missing permission is named with its fix, to whoever asks and to whom it stops a digest. */
class DiscordDoctorTest {
  private static final int MOST_LOOKS = 2_000;

  @TempDir Path home;

  private FakeDiscord discord;
  private DiscordHouse house;
  private Guild guild;
  private Channel channel;
  private Human anna;
  private Courier courier;

  @BeforeEach
  void open() {
    discord = FakeDiscord.start();
    guild = discord.guild("Lab");
    channel = guild.channel("papers");
    anna = discord.human("Anna").manages(guild);
    house = new DiscordHouse(discord, home).open().serve();
    discord.connected(1);
    courier = house.app().couriers().getFirst();
  }

  @AfterEach
  void close() {
    house.close();
    assertThat(discord.problems()).isEmpty();
    discord.close();
  }

  private Address to(Channel place) {
    return Address.channel(DiscordCourier.PLATFORM, guild.id(), place.id());
  }

  private void comesTo(Address place, String... obstacles) throws InterruptedException {
    comesTo(place, List.of(obstacles)::equals);
    assertThat(courier.reachable(place)).isEqualTo(obstacles.length == 0);
  }

  /** What changes in a server is heard a moment later. */
  private void comesTo(Address place, Predicate<List<String>> wanted) throws InterruptedException {
    List<String> obstacles = courier.obstacles(place);
    for (int looks = 0; !wanted.test(obstacles); looks++) {
      assertThat(looks).as("%s", obstacles).isLessThan(MOST_LOOKS);
      boolean unused = new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
      obstacles = courier.obstacles(place);
    }
  }

  private static String lacks(String permission) {
    return "Paperboy lacks “%s” in #papers; allow it under Edit Channel → Permissions → Paperboy."
        .formatted(permission);
  }

  @Test
  void nothingIsMissingWhereThePermissionsOfTheInvitationStand() throws InterruptedException {
    comesTo(to(channel));
    comesTo(to(guild.forum("reading")));
  }

  @Test
  void eachMissingPermissionIsNamedAsDiscordNamesIt() throws InterruptedException {
    guild.deny(channel, Rights.SEND_MESSAGES);
    comesTo(to(channel), lacks("Send Messages"));
    guild.deny(channel, Rights.EMBED_LINKS | Rights.READ_HISTORY);
    comesTo(to(channel), lacks("Embed Links"), lacks("Read Message History"));
    guild.allow(channel);
    comesTo(to(channel));
  }

  @Test
  void aThreadHasThePermissionsOfItsChannel() throws InterruptedException {
    Channel thread = guild.thread(channel, "weekly");
    Address to = Address.thread(DiscordCourier.PLATFORM, guild.id(), channel.id(), thread.id());
    comesTo(to);
    guild.deny(channel, Rights.SEND_IN_THREADS);
    comesTo(to, lacks("Send Messages in Threads"));
  }

  @Test
  void aServerThatPaperboyLeftIsNamed() throws InterruptedException {
    guild.removeBot();
    comesTo(
        to(channel),
        obstacles ->
            obstacles.contains("Paperboy is not in the server; invite it again with its link."));
  }

  @Test
  void theDoctorOfAChannelSaysIt() throws InterruptedException {
    guild.deny(channel, Rights.EMBED_LINKS);
    comesTo(to(channel), lacks("Embed Links"));
    assertThat(anna.uses(channel, "digest doctor").reply().everything()).contains("Embed Links");
  }

  @Test
  void whomItStopsIsToldOnceAndTheDigestIsSuspended() throws InterruptedException {
    house.clock.set("2026-08-12T06:00:00Z");
    var unused =
        anna.uses(
                channel,
                "digest create",
                Map.of("filter", "agents", "often", "daily", "zone", "Europe/Berlin"))
            .reply();
    guild.deny(channel, Rights.SEND_MESSAGES);
    comesTo(to(channel), lacks("Send Messages"));
    house.clock.set("2026-08-13T07:00:01Z");
    house.sendDue();
    assertThat(
            discord
                .message(anna.directMessages(), posted -> posted.content().contains("suspended"))
                .everything())
        .contains("Paperboy lacks “Send Messages” in #papers");
    house.clock.set("2026-08-14T07:00:01Z");
    house.sendDue();
    assertThat(discord.messages(channel)).allMatch(posted -> posted.onlyFor() != null);
    assertThat(discord.messages(anna.directMessages()))
        .filteredOn(posted -> posted.content().contains("suspended"))
        .hasSize(1);
  }
}
