package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.Secret;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.CannedMessages;
import dev.paperboy.delivery.Delivery;
import dev.paperboy.delivery.DeliveryKey;
import dev.paperboy.delivery.Permit;
import dev.paperboy.delivery.Reconciliation;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackCourierTest {
  private static final Address CHANNEL = Address.channel("slack", "T1", "C1");
  private static final Address DIRECT = Address.direct("slack", "T1", "U1");
  private static final DeliveryKey KEY = new DeliveryKey("d-1", 1, null);
  private static final Instant SENT = Instant.parse("2026-08-12T09:00:00Z");

  private RecordingWebApi slack;
  private SlackCourier courier;

  @BeforeEach
  void open() throws IOException {
    slack = new RecordingWebApi();
    courier = courier(slack.api());
  }

  @AfterEach
  void close() {
    slack.close();
  }

  private static SlackCourier courier(URI api) {
    SlackWeb web = new SlackWeb(api, Duration.ofSeconds(2));
    SlackTokens tokens =
        space -> space.equals("T1") ? Optional.of(new Secret("xoxb-1")) : Optional.empty();
    return new SlackCourier(
        web,
        tokens,
        new SlackRenderer(line -> "help"),
        new SlackPace(Clock.systemUTC()),
        new SlackDoctor(web, tokens, SlackScopes.BY_OWNER),
        null);
  }

  @Test
  void aDigestCarriesItsDeliverysIdAndItsWords() throws InterruptedException {
    assertThat(deliver(CHANNEL, KEY)).isEqualTo(new Delivery.Delivered("C1/1700000000.000100"));
    RecordingWebApi.Call call = slack.await("chat.postMessage");
    assertThat(call.token()).isEqualTo("Bearer xoxb-1");
    assertThat(SlackJson.text(call.json("metadata"), "event_payload.delivery")).isEqualTo("d-1");
    assertThat(call.text("text")).contains("72 upvotes");
    assertThat(call.text("unfurl_links")).isEqualTo("false");
    assertThat(call.json("blocks").isArray()).isTrue();
  }

  @Test
  void whatHasNoLeaveAnyMoreIsNotTaken() throws InterruptedException {
    assertThat(courier.deliver(CHANNEL, CannedMessages.digest(1), KEY, () -> false))
        .isEqualTo(new Delivery.Withheld());
    assertThat(deliver(CHANNEL, new DeliveryKey("d-9", 1, null)))
        .isInstanceOf(Delivery.Delivered.class);
    RecordingWebApi.Call taken = slack.await("chat.postMessage");
    assertThat(SlackJson.text(taken.json("metadata"), "event_payload.delivery")).isEqualTo("d-9");
  }

  @Test
  void laterPartsFollowTheFirstInItsThread() throws InterruptedException {
    Delivery unused = deliver(DIRECT, new DeliveryKey("d-2", 2, "D1/1700000000.000001"));
    RecordingWebApi.Call call = slack.await("chat.postMessage");
    assertThat(call.text("channel")).isEqualTo("D1");
    assertThat(call.text("thread_ts")).isEqualTo("1700000000.000001");
  }

  @ParameterizedTest
  @CsvSource({
    "channel_not_found, Unreachable",
    "not_in_channel, Unreachable",
    "is_archived, Unreachable",
    "restricted_action_read_only_channel, Unreachable",
    "user_disabled, Unreachable",
    "messages_tab_disabled, Unreachable",
    "invalid_auth, Unreachable",
    "account_inactive, Unreachable",
    "token_revoked, Unreachable",
    "missing_scope, Unreachable",
    "service_unavailable, TryLater",
    "internal_error, Uncertain",
    "fatal_error, Uncertain",
    "something_new, Uncertain"
  })
  void eachErrorHasItsMeaning(String error, String meaning) {
    slack.then("chat.postMessage", "{\"ok\":false,\"error\":\"%s\"}".formatted(error));
    assertThat(deliver(CHANNEL, KEY).getClass().getSimpleName()).isEqualTo(meaning);
  }

  @Test
  void blocksThatSlackRefusesGoAsWordsAlone() throws InterruptedException {
    slack.then("chat.postMessage", "{\"ok\":false,\"error\":\"invalid_blocks\"}");
    assertThat(deliver(CHANNEL, KEY)).isInstanceOf(Delivery.Delivered.class);
    assertThat(slack.await("chat.postMessage").text("blocks")).isNotEmpty();
    assertThat(slack.await("chat.postMessage").text("blocks")).isEmpty();
  }

  @Test
  void aRateLimitSaysHowLongAndForWhat() {
    slack.then(
        "chat.postMessage",
        429,
        "{\"ok\":false,\"error\":\"ratelimited\"}",
        Map.of("Retry-After", "7"));
    assertThat(deliver(CHANNEL, KEY))
        .isEqualTo(
            new Delivery.TryLater(
                Duration.ofSeconds(7), "slack: rate limited for 7 s", "slack:T1", true));
  }

  @Test
  void anAnswerThatIsLostLeavesItOpenAndIsNotSentAgain() {
    slack.then("chat.postMessage", 0, "", Map.of());
    assertThat(deliver(CHANNEL, KEY)).isInstanceOf(Delivery.Uncertain.class);
    assertThat(slack.soFar()).hasSize(1);
  }

  @Test
  void aRefusedConnectionDidNothing() throws IOException {
    URI gone;
    try (RecordingWebApi other = new RecordingWebApi()) {
      gone = other.api();
    }
    assertThat(courier(gone).deliver(CHANNEL, CannedMessages.digest(1), KEY, Permit.ALWAYS))
        .isInstanceOf(Delivery.TryLater.class);
  }

  @Test
  void aWorkspaceWithoutATokenIsUnreachable() {
    assertThat(deliver(Address.channel("slack", "T2", "C1"), KEY))
        .isInstanceOf(Delivery.Unreachable.class);
  }

  @Test
  void anOpenSendIsFoundInTheHistoryByItsId() throws InterruptedException {
    slack.then(
        "conversations.history",
        """
        {"ok":true,"messages":[{"ts":"1.1"},{"ts":"1.2","metadata":{"event_type":"paper_digest",
        "event_payload":{"delivery":"d-1"}}}]}\
        """);
    assertThat(reconcile(CHANNEL)).isEqualTo(new Reconciliation.Found("C1/1.2"));
    RecordingWebApi.Call call = slack.await("conversations.history");
    assertThat(call.text("include_all_metadata")).isEqualTo("true");
    assertThat(call.text("oldest")).isEqualTo(SENT.getEpochSecond() - 60 + ".000000");
  }

  @Test
  void theHistoryIsReadPageByPage() {
    slack.then(
        "conversations.history",
        "{\"ok\":true,\"messages\":[],\"response_metadata\":{\"next_cursor\":\"c\"}}");
    slack.then("conversations.history", "{\"ok\":true,\"messages\":[]}");
    assertThat(reconcile(CHANNEL)).isEqualTo(new Reconciliation.Absent());
    assertThat(slack.soFar()).hasSize(2);
  }

  @Test
  void withoutTheScopeAChannelIsHeldAndADirectMessageSentAgain() {
    String missing = "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"channels:history\"}";
    slack.then("conversations.history", missing).then("conversations.history", missing);
    assertThat(reconcile(CHANNEL))
        .isInstanceOfSatisfying(
            Reconciliation.CannotLook.class,
            cannot -> {
              assertThat(cannot.resend()).isFalse();
              assertThat(cannot.why()).contains("channels:history");
            });
    assertThat(reconcile(DIRECT))
        .isInstanceOfSatisfying(
            Reconciliation.CannotLook.class, cannot -> assertThat(cannot.resend()).isTrue());
  }

  @Test
  void aChannelIsReachableAgainOnceItIsOpenAndDirectMessagesAreNeverProbed() {
    slack.then(
        "conversations.info",
        "{\"ok\":true,\"channel\":{\"is_archived\":true,\"is_member\":true}}");
    slack.then("conversations.info", "{\"ok\":true,\"channel\":{\"is_member\":true}}");
    assertThat(courier.reachable(CHANNEL)).isFalse();
    assertThat(courier.reachable(CHANNEL)).isTrue();
    assertThat(courier.reachable(DIRECT)).isFalse();
    assertThat(slack.soFar()).hasSize(2);
  }

  private Delivery deliver(Address to, DeliveryKey key) {
    return courier.deliver(to, CannedMessages.digest(1), key, Permit.ALWAYS);
  }

  private Reconciliation reconcile(Address to) {
    return courier.reconcile(to, CannedMessages.digest(1), KEY, SENT, Permit.ALWAYS);
  }
}
