package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.Secret;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.CannedMessages;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.delivery.Delivery;
import dev.paperboy.delivery.DeliveryKey;
import dev.paperboy.delivery.Permit;
import dev.paperboy.delivery.Reconciliation;
import dev.paperboy.discord.DiscordAccess.Missing;
import dev.paperboy.discord.DiscordAccess.Need;
import dev.paperboy.discord.fake.Channel;
import dev.paperboy.discord.fake.FakeDiscord;
import dev.paperboy.discord.fake.Fault;
import dev.paperboy.discord.fake.Guild;
import dev.paperboy.discord.fake.Human;
import dev.paperboy.discord.fake.Rights;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscordCourierTest {
  private static final DeliveryKey KEY = new DeliveryKey("d-1", 1, null);
  private static final Message DIGEST = CannedMessages.digest(3);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-08-12T09:00:00Z"));
  private final InstantSource clock = now::get;
  private final AtomicReference<List<Missing>> missing = new AtomicReference<>(List.of());
  private FakeDiscord discord;
  private Guild guild;
  private Channel channel;
  private DiscordCourier courier;

  @BeforeEach
  void open() {
    discord = FakeDiscord.start(clock, 0);
    guild = discord.guild("Lab");
    channel = guild.channel("papers");
    courier = courier();
  }

  @AfterEach
  void close() {
    assertThat(discord.problems()).isEmpty();
    discord.close();
  }

  /** A process of its own: it remembers nothing. */
  private DiscordCourier courier() {
    return courier(discord.apiUrl());
  }

  private DiscordCourier courier(URI api) {
    return new DiscordCourier(
        new DiscordWeb(api, new Secret(discord.token()), Duration.ofSeconds(5)),
        new DiscordRenderer(line -> "help"),
        to -> missing.get(),
        clock);
  }

  private Address to(Channel place) {
    return Address.channel("discord", guild.id(), place.id());
  }

  private Delivery deliver(Address to) {
    return courier.deliver(to, DIGEST, KEY, Permit.ALWAYS);
  }

  private Reconciliation reconcile(Address to, Instant sentAt) {
    return courier.reconcile(to, DIGEST, KEY, sentAt, Permit.ALWAYS);
  }

  private void later(Duration by) {
    now.updateAndGet(moment -> moment.plus(by));
  }

  @Test
  void aDigestBearsItsNonceAndMentionsNobody() {
    assertThat(deliver(to(channel)))
        .isEqualTo(
            new Delivery.Delivered(channel.id() + "/" + discord.messages(channel).getFirst().id()));
    JsonNode body = discord.calls("POST", "/channels/\\d+/messages").getFirst().body();
    assertThat(body.path("nonce").asText()).isEqualTo(KEY.nonce()).hasSizeLessThanOrEqualTo(25);
    assertThat(body.path("enforce_nonce").asBoolean()).isTrue();
    assertThat(body.path("allowed_mentions").path("parse").isArray()).isTrue();
    assertThat(body.path("allowed_mentions").path("parse")).isEmpty();
    assertThat(body.path("embeds")).hasSize(3);
  }

  @Test
  void aMessageWithoutLeaveIsNotSent() {
    assertThat(courier.deliver(to(channel), DIGEST, KEY, () -> false))
        .isEqualTo(new Delivery.Withheld());
    assertThat(discord.messages(channel)).isEmpty();
  }

  @Test
  void aThreadIsWrittenToAndOpenedAgainWhereItWasArchived() {
    Channel thread = guild.thread(channel, "weekly");
    guild.archive(thread, false);
    Address to = Address.thread("discord", guild.id(), channel.id(), thread.id());
    assertThat(deliver(to)).isInstanceOf(Delivery.Delivered.class);
    assertThat(discord.messages(thread)).hasSize(1);
  }

  @Test
  void aForumGetsAPostAndLaterPartsFollowInIt() {
    Channel forum = guild.forum("reading");
    Delivery.Delivered first = (Delivery.Delivered) deliver(to(forum));
    Channel post = discord.threads(forum).getFirst();
    assertThat(post.name()).isEqualTo("Trending papers · Wed 12 Aug 2026");
    Delivery second =
        courier.deliver(
            to(forum), DIGEST, new DeliveryKey("d-2", 2, first.receipt()), Permit.ALWAYS);
    assertThat(second).isInstanceOf(Delivery.Delivered.class);
    assertThat(discord.messages(post)).hasSize(2);
    assertThat(discord.threads(forum)).hasSize(1);
  }

  @Test
  void aConversationIsOpenedOnce() {
    Human anna = discord.human("anna", guild);
    Address to = Address.direct("discord", "", anna.id());
    assertThat(deliver(to)).isInstanceOf(Delivery.Delivered.class);
    later(Duration.ofMinutes(10));
    Delivery next = courier.deliver(to, DIGEST, new DeliveryKey("d-2", 1, null), Permit.ALWAYS);
    assertThat(next).isInstanceOf(Delivery.Delivered.class);
    assertThat(discord.calls("POST", "/users/@me/channels")).hasSize(1);
    assertThat(discord.messages(anna.directMessages())).hasSize(2);
  }

  @Test
  void conversationsAreOpenedOneASecond() {
    Address anna = Address.direct("discord", "", discord.human("anna", guild).id());
    Address ben = Address.direct("discord", "", discord.human("ben", guild).id());
    assertThat(deliver(anna)).isInstanceOf(Delivery.Delivered.class);
    Delivery.TryLater wait = (Delivery.TryLater) deliver(ben);
    assertThat(wait.limited()).isTrue();
    assertThat(wait.after()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    later(wait.after());
    assertThat(deliver(ben)).isInstanceOf(Delivery.Delivered.class);
  }

  @ParameterizedTest
  @CsvSource({
    "403, 50007, Unreachable, direct messages are closed",
    "403, 50278, Unreachable, share no server",
    "403, 50001, Unreachable, View Channel",
    "403, 50013, Unreachable, Send Messages",
    "404, 10003, Unreachable, the channel is gone",
    "404, 10004, Unreachable, invite it again",
    "400, 50083, Unreachable, archived",
    "403, 99999, Unreachable, 99999",
    "404, 0, Unreachable, 404",
    "400, 50035, Refused, 50035",
    "400, 200000, Refused, 200000",
    "403, 40003, TryLater, 40003",
    "400, 20016, TryLater, 20016",
    "429, 20028, TryLater, rate limited",
    "401, 0, TryLater, DISCORD_TOKEN",
    "404, 10008, Delivered, /0",
    "502, 0, Uncertain, 502",
    "500, 0, Uncertain, 500"
  })
  void eachErrorHasItsMeaning(int status, int code, String meaning, String words) {
    discord.next(Fault.error(Fault.POSTS, status, code), Fault.error(Fault.POSTS, status, code));
    Delivery delivery = deliver(to(channel));
    assertThat(delivery.getClass().getSimpleName()).isEqualTo(meaning);
    assertThat(delivery.toString()).contains(words);
    assertThat(discord.messages(channel)).isEmpty();
  }

  @Test
  void closedDirectMessagesAreNotTriedAgain() {
    Human anna = discord.human("anna", guild);
    anna.takesDirectMessages(false);
    assertThat(deliver(Address.direct("discord", "", anna.id())))
        .isInstanceOf(Delivery.Unreachable.class);
    assertThat(courier.reachable(Address.direct("discord", "", anna.id()))).isFalse();
    assertThat(discord.calls("POST", "/channels/\\d+/messages")).hasSize(1);
  }

  @Test
  void openingTooFastLetsAllOpeningsRest() {
    discord.next(Fault.error(Fault.OPENS, 403, 40003));
    Address anna = Address.direct("discord", "", discord.human("anna", guild).id());
    Address ben = Address.direct("discord", "", discord.human("ben", guild).id());
    assertThat(((Delivery.TryLater) deliver(anna)).after()).isEqualTo(Duration.ofMinutes(1));
    assertThat(((Delivery.TryLater) deliver(ben)).after()).isEqualTo(Duration.ofMinutes(1));
    assertThat(deliver(to(channel))).isInstanceOf(Delivery.Delivered.class);
  }

  @Test
  void aPermissionThatIsKnownToBeMissingIsNamed() {
    guild.deny(channel, Rights.SEND_MESSAGES);
    missing.set(List.of(new Missing(Need.SEND, "Paperboy lacks “Send Messages” in #papers.")));
    assertThat(((Delivery.Unreachable) deliver(to(channel))).why())
        .isEqualTo("discord: Paperboy lacks “Send Messages” in #papers. (50013)");
  }

  @Test
  void whereEmbedsAreNotAllowedTheDigestGoesInWords() {
    guild.deny(channel, Rights.EMBED_LINKS);
    missing.set(List.of(new Missing(Need.EMBED, "Paperboy lacks “Embed Links” in #papers.")));
    assertThat(deliver(to(channel))).isInstanceOf(Delivery.Delivered.class);
    assertThat(discord.messages(channel).getFirst().content()).contains("72 upvotes");
  }

  @Test
  void whatDiscordRefusesGoesAsWordsAlone() {
    discord.next(Fault.error(Fault.POSTS, 400, 50035));
    assertThat(deliver(to(channel))).isInstanceOf(Delivery.Delivered.class);
    JsonNode body = discord.messages(channel).getFirst().body();
    assertThat(body.path("embeds")).isEmpty();
    assertThat(body.path("components")).isEmpty();
  }

  @Test
  void aRateLimitSaysHowLongAndForWhat() {
    discord.next(Fault.limited(Fault.POSTS, Duration.ofSeconds(7)));
    assertThat(deliver(to(channel)))
        .isEqualTo(
            new Delivery.TryLater(
                Duration.ofSeconds(7),
                "discord: rate limited for 7000 ms",
                to(channel).key(),
                true));
    discord.next(Fault.limitedEverywhere(Fault.POSTS, Duration.ofSeconds(2)));
    assertThat(((Delivery.TryLater) deliver(to(channel))).gate()).isEqualTo("discord");
  }

  @Test
  void aLostAnswerIsNotAskedForTwiceUnseen() {
    discord.next(Fault.acceptedThenCut(Fault.POSTS));
    assertThat(deliver(to(channel))).isInstanceOf(Delivery.Uncertain.class);
    assertThat(discord.calls("POST", "/channels/\\d+/messages")).hasSize(1);
  }

  @Test
  void aRefusedConnectionDidNothing() {
    FakeDiscord gone = FakeDiscord.start();
    URI address = gone.apiUrl();
    gone.close();
    assertThat(courier(address).deliver(to(channel), DIGEST, KEY, Permit.ALWAYS))
        .isInstanceOfSatisfying(
            Delivery.TryLater.class, later -> assertThat(later.limited()).isFalse());
  }

  @Test
  void aFreshOpenSendIsSentAgainUnderItsNonce() {
    Instant sent = now.get();
    discord.next(Fault.acceptedThenCut(Fault.POSTS));
    Delivery unused = deliver(to(channel));
    courier = courier();
    later(Duration.ofSeconds(60));
    assertThat(reconcile(to(channel), sent)).isInstanceOf(Reconciliation.Found.class);
    assertThat(discord.messages(channel)).hasSize(1);
  }

  @Test
  void anOldOpenSendIsLookedUpAndNeverSentAgain() {
    Instant sent = now.get();
    discord.next(Fault.acceptedThenCut(Fault.POSTS));
    Delivery unused = deliver(to(channel));
    String id = discord.messages(channel).getFirst().id();
    courier = courier();
    later(Duration.ofMinutes(20));
    assertThat(reconcile(to(channel), sent))
        .isEqualTo(new Reconciliation.Found(channel.id() + "/" + id));
    assertThat(discord.calls("POST", "/channels/\\d+/messages")).hasSize(1);
  }

  @Test
  void anOldSendThatNeverArrivedIsAbsent() {
    Instant sent = now.get();
    discord.next(Fault.cut(Fault.POSTS));
    assertThat(deliver(to(channel))).isInstanceOf(Delivery.Uncertain.class);
    later(Duration.ofMinutes(20));
    assertThat(reconcile(to(channel), sent)).isEqualTo(new Reconciliation.Absent());
  }

  @Test
  void aMessageWithoutButtonsIsFoundByItsWords() {
    Message words =
        new Message(
            Message.Status.ANSWERED,
            List.of(Block.Text.of("Nothing new.")),
            new Content.Words("", Map.of()));
    Instant sent = now.get();
    Delivery unused = courier.deliver(to(channel), words, KEY, Permit.ALWAYS);
    later(Duration.ofMinutes(20));
    assertThat(courier.reconcile(to(channel), words, KEY, sent, Permit.ALWAYS))
        .isInstanceOf(Reconciliation.Found.class);
  }

  @Test
  void aPostInAForumIsLookedUpFromTheStart() {
    Channel forum = guild.forum("reading");
    Instant sent = now.get();
    discord.next(
        Fault.acceptedThenCut(
            asked -> asked.method().equals("POST") && asked.path().endsWith("/threads")));
    assertThat(deliver(to(forum))).isInstanceOf(Delivery.Uncertain.class);
    courier = courier();
    later(Duration.ofSeconds(5));
    Channel post = discord.threads(forum).getFirst();
    assertThat(reconcile(to(forum), sent))
        .isEqualTo(new Reconciliation.Found(post.id() + "/" + post.id()));
    guild.archive(post, false);
    assertThat(reconcile(to(forum), sent)).isInstanceOf(Reconciliation.Found.class);
    assertThat(discord.threads(forum)).hasSize(1);
  }

  @Test
  void whatMayBeAForumIsNotSentToAgain() {
    Channel forum = guild.forum("reading");
    Instant sent = now.get();
    Delivery unused = deliver(to(forum));
    courier = courier();
    discord.next(Fault.badGateway(asked -> asked.method().equals("GET")));
    assertThat(reconcile(to(forum), sent)).isInstanceOf(Reconciliation.LookLater.class);
    assertThat(reconcile(to(forum), sent)).isInstanceOf(Reconciliation.Found.class);
    assertThat(discord.threads(forum)).hasSize(1);
  }

  @Test
  void whatMayNotBeReadIsNotTakenForAbsent() {
    guild.deny(channel, Rights.READ_HISTORY);
    missing.set(
        List.of(new Missing(Need.HISTORY, "Paperboy lacks “Read Message History” in #papers.")));
    Instant sent = now.get();
    later(Duration.ofMinutes(20));
    assertThat(reconcile(to(channel), sent))
        .isEqualTo(
            new Reconciliation.CannotLook(
                "Paperboy lacks “Read Message History” in #papers.", false));
  }

  @Test
  void aChannelIsReachableWhileNothingIsInTheWay() {
    assertThat(courier.reachable(to(channel))).isTrue();
    missing.set(List.of(new Missing(Need.SEND, "Paperboy lacks “Send Messages” in #papers.")));
    assertThat(courier.reachable(to(channel))).isFalse();
    assertThat(courier.obstacles(to(channel)))
        .containsExactly("Paperboy lacks “Send Messages” in #papers.");
    missing.set(List.of());
    guild.delete(channel);
    assertThat(courier.obstacles(to(channel))).singleElement().asString().contains("is gone");
  }
}
