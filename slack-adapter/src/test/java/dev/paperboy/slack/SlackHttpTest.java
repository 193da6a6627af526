package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.Environment;
import dev.paperboy.FrontDesk;
import dev.paperboy.Secret;
import dev.paperboy.access.Installation;
import dev.paperboy.access.Installations;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.CannedMessages;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.PaperView;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackHttpTest {
  private static final Instant NOW = Instant.parse("2026-08-12T09:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final SlackSignature SIGNATURE = new SlackSignature(new Secret("shh"), CLOCK);

  @TempDir Path home;
  private final CannedDesk desk = new CannedDesk();
  private final RecordingInstallations installations = new RecordingInstallations();
  private final HttpClient client = HttpClient.newHttpClient();
  private RecordingWebApi slack;
  private SlackApp app;

  @BeforeEach
  void start() throws IOException {
    slack = new RecordingWebApi();
    app = start(desk);
  }

  @AfterEach
  void stop() {
    app.close();
    slack.close();
  }

  private SlackApp start(FrontDesk behind) {
    Map<String, String> environment =
        Map.of(
            "SLACK_BOT_TOKEN", "xoxb-1",
            "SLACK_SIGNING_SECRET", "shh",
            "SLACK_PORT", "0",
            "SLACK_API_URL", slack.api().toString());
    SlackSettings settings = SlackSettings.read(Environment.of(environment, home, home));
    return SlackApp.start(settings, behind, installations, CLOCK);
  }

  @Test
  void aCommandIsAcknowledgedAtOnceAndAnsweredAtItsAddress() throws Exception {
    HttpResponse<String> acknowledged = send(command("today &amp; tomorrow", "t-1"));
    assertThat(acknowledged.statusCode()).isEqualTo(200);
    assertThat(acknowledged.body()).isEmpty();
    RecordingWebApi.Call reply = slack.await("respond");
    assertThat(reply.text("response_type")).isEqualTo("ephemeral");
    assertThat(reply.text("text")).isEqualTo("You said today &amp; tomorrow");
    Caller caller = desk.said.take().caller();
    assertThat(caller.here()).isEqualTo(Address.channel("slack", "T1", "C1"));
    assertThat(caller.zone()).hasToString("Europe/Berlin");
    assertThat(caller.manages()).isEqualTo(Caller.Manages.PLACE);
  }

  @Test
  void whatIsDeliveredTwiceIsDoneOnce() throws Exception {
    send(command("today", "t-1"));
    send(command("today", "t-1"));
    send(command("trending", "t-2"));
    RecordingWebApi.Call first = slack.await("respond");
    RecordingWebApi.Call second = slack.await("respond");
    assertThat(List.of(first.text("text"), second.text("text")))
        .containsExactlyInAnyOrder("You said today", "You said trending");
    assertThat(slack.soFar().stream().filter(call -> call.method().equals("respond"))).isEmpty();
  }

  @Test
  void aSpentAddressFallsBackToAMessageForThePersonAlone() throws Exception {
    slack.then("respond", 404, "used_url", Map.of());
    send(command("today", "t-1"));
    RecordingWebApi.Call fallback = slack.await("chat.postEphemeral");
    assertThat(fallback.text("channel")).isEqualTo("C1");
    assertThat(fallback.text("user")).isEqualTo("U1");
  }

  @Test
  void whatIsNotSignedIsNotRead() throws Exception {
    byte[] body = "payload=%7Bbroken".getBytes(StandardCharsets.UTF_8);
    assertThat(post(body, stamp(NOW), "v0=00").statusCode()).isEqualTo(401);
    assertThat(post(body, stamp(NOW), null).statusCode()).isEqualTo(401);
    for (Instant wrong : List.of(NOW.minusSeconds(301), NOW.plusSeconds(301))) {
      assertThat(post(body, stamp(wrong), SIGNATURE.of(stamp(wrong), body)).statusCode())
          .isEqualTo(401);
    }
    byte[] huge = new byte[SlackHttp.MOST_BYTES + 1];
    assertThat(post(huge, stamp(NOW), SIGNATURE.of(stamp(NOW), huge)).statusCode()).isEqualTo(413);
  }

  @Test
  void whatIsSignedAndBrokenIsRefusedPolitely() throws Exception {
    for (String body : List.of("payload=%7Bbroken", "[1]", "", "%%%=%%%", "\u0000")) {
      assertThat(send(body).statusCode()).as(body).isEqualTo(400);
    }
    for (String body :
        List.of("{}", "{\"type\":\"event_callback\"}", "{\"type\":7}", "ssl_check=1")) {
      assertThat(send(body).statusCode()).as(body).isEqualTo(200);
    }
  }

  @Test
  void theAddressIsProvedByItsChallenge() throws Exception {
    HttpResponse<String> answer =
        send("{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1aBm2rZgRNFdxV2595E9CY\"}");
    assertThat(SlackJson.text(SlackJson.parse(answer.body()), "challenge"))
        .isEqualTo("3eZbrw1aBm2rZgRNFdxV2595E9CY");
  }

  @Test
  void aMentionWithOtherCharactersIsAnsweredInItsThread() throws Exception {
    send(
        """
        {"type":"event_callback","team_id":"T1","event_id":"Ev1",
        "authorizations":[{"user_id":"UBOT"}],"event":{"type":"app_mention","user":"U1",
        "text":"<@UBOT> search größe 模型","channel":"C1","ts":"1.5"}}\
        """);
    RecordingWebApi.Call reply = slack.await("chat.postMessage");
    assertThat(reply.text("text")).isEqualTo("You said search größe 模型");
    assertThat(reply.text("thread_ts")).isEqualTo("1.5");
    assertThat(desk.said.take().caller().here()).isEqualTo(Address.channel("slack", "T1", "C1"));
  }

  @Test
  void inDirectMessagesNoPrefixIsNeededAndTheFirstIsWelcomed() throws Exception {
    send(direct("Ev1", "hello"));
    assertThat(slack.await("chat.postMessage").text("text")).contains("this is Paperboy");
    assertThat(slack.await("chat.postMessage").text("text")).isEqualTo("You said hello");
    send(direct("Ev2", "today"));
    assertThat(slack.await("chat.postMessage").text("text")).isEqualTo("You said today");
  }

  @Test
  void aSubscriptionIsMadeInADialogWithErrorsAtTheField() throws Exception {
    send(command("subscribe", "t-1"));
    JsonNode view = slack.await("views.open").json("view");
    assertThat(SlackJson.text(view, "callback_id")).isEqualTo("subscription");
    desk.wrong.add("upvote:");
    JsonNode errors = SlackJson.parse(send(submission(view, "upvote:3", "t-2")).body());
    assertThat(SlackJson.text(errors, "response_action")).isEqualTo("errors");
    assertThat(SlackJson.text(errors, "errors.query")).contains("upvote: is no field");
    JsonNode taken = SlackJson.parse(send(submission(view, "agents", "t-3")).body());
    assertThat(SlackJson.text(taken, "response_action")).isEqualTo("update");
    assertThat(slack.await("views.update").text("view"))
        .contains("subscribe agents weekdays 09:00 Europe/Berlin max:5 quiet:say layout:cards");
  }

  @Test
  void theHomeTabShowsWhatIsSubscribedAndPausesInPlace() throws Exception {
    Map<String, Object> row =
        Map.of(
            "number",
            3,
            "query",
            "agents",
            "reading",
            "about agents",
            "cadence",
            "WEEKDAYS",
            "time",
            "09:00",
            "zone",
            "Europe/Berlin",
            "max",
            5,
            "state",
            "ACTIVE");
    desk.answers.put(
        "subscriptions", CannedDesk.words("One.", Map.of("subscriptions", List.of(row))));
    send(
        """
        {"type":"event_callback","team_id":"T1","event_id":"Ev1","event":
        {"type":"app_home_opened","user":"U1","channel":"D1","tab":"home"}}\
        """);
    RecordingWebApi.Call shown = slack.await("views.publish");
    assertThat(shown.text("user_id")).isEqualTo("U1");
    assertThat(shown.text("view"))
        .contains("about agents", "\"pause 3\"", "\"edit 3\"", "homesearch");
    send(
        form(
            """
            {"type":"block_actions","trigger_id":"t-9","team":{"id":"T1"},"user":{"id":"U1"},
            "container":{"type":"view","view_id":"V1"},"view":{"id":"V1","type":"home"},
            "actions":[{"type":"button","action_id":"change:1","value":"pause 3"}]}\
            """));
    assertThat(slack.await("views.publish").text("view")).contains("You said pause 3");
  }

  @Test
  void aButtonSaysItsLineAndAStaleOneIsExplained() throws Exception {
    send(pressed("say:1", "show 2608.10915", "t-1"));
    assertThat(slack.await("respond").text("text")).isEqualTo("You said show 2608.10915");
    send(pressed("say:1", "gone:1", "t-2"));
    assertThat(slack.await("respond").text("text")).contains("older message");
    send(pressed("x", "1", "t-3"));
    assertThat(slack.await("respond").text("text")).contains("older message");
  }

  @Test
  void aLinkIsShownEvenWhileItIsBeingWritten() throws Exception {
    desk.answers.put("show 2608.00001", asPapers());
    send(
        """
        {"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"link_shared",
        "channel":"COMPOSER","user":"U1","message_ts":"Uxxx","source":"composer","unfurl_id":"C1.2",
        "links":[{"url":"https://arxiv.org/abs/2608.00001?a=1&b=2","domain":"arxiv.org"}]}}\
        """);
    RecordingWebApi.Call unfurl = slack.await("chat.unfurl");
    assertThat(unfurl.text("unfurl_id")).isEqualTo("C1.2");
    assertThat(unfurl.text("source")).isEqualTo("composer");
    assertThat(unfurl.arguments().has("ts")).isFalse();
    assertThat(unfurl.json("unfurls").fieldNames().next())
        .isEqualTo("https://arxiv.org/abs/2608.00001?a=1&b=2");
  }

  @Test
  void anInvitationBringsAccessBackAndARemovalIsKept() throws Exception {
    send(
        """
        {"type":"event_callback","team_id":"T1","event_id":"Ev1","authorizations":
        [{"user_id":"UBOT"}],"event":{"type":"member_joined_channel","user":"UBOT","channel":"C7"}}\
        """);
    send(
        """
        {"type":"event_callback","team_id":"T1","event_id":"Ev2","event":{"type":"app_uninstalled"}}\
        """);
    assertThat(installations.removed.poll()).isEqualTo("T1");
    assertThat(desk.back).containsExactly(Address.channel("slack", "T1", "C7"));
  }

  private static Message asPapers() {
    Message digest = CannedMessages.digest(1);
    PaperView view =
        digest.blocks().stream()
            .filter(Block.PaperCard.class::isInstance)
            .map(block -> ((Block.PaperCard) block).paper())
            .findFirst()
            .orElseThrow();
    return new Message(
        Message.Status.ANSWERED,
        digest.blocks(),
        new Content.Papers(List.of(view), 1, null, null, List.of()));
  }

  private String command(String text, String trigger) {
    return "command=%2Fpapers&team_id=T1&channel_id=C1&user_id=U1&text="
        + encoded(text)
        + "&trigger_id="
        + trigger
        + "&response_url="
        + encoded(slack.responseUrl());
  }

  private static String direct(String event, String text) {
    return """
    {"type":"event_callback","team_id":"T1","event_id":"%s","authorizations":[{"user_id":"UBOT"}],
    "event":{"type":"message","channel_type":"im","channel":"D1","user":"U1","text":"%s","ts":"1.1"}}\
    """
        .formatted(event, text);
  }

  private String pressed(String id, String value, String trigger) {
    return form(
        """
        {"type":"block_actions","trigger_id":"%s","team":{"id":"T1"},"user":{"id":"U1"},
        "channel":{"id":"C1"},"container":{"type":"message","is_ephemeral":true,"channel_id":"C1"},
        "response_url":"%s","actions":[{"type":"button","action_id":"%s","value":"%s"}]}\
        """
            .formatted(trigger, slack.responseUrl(), id, value));
  }

  private static String submission(JsonNode view, String query, String trigger) {
    return form(
        """
        {"type":"view_submission","trigger_id":"%s","team":{"id":"T1"},"user":{"id":"U1"},
        "view":{"id":"V1","callback_id":"subscription","private_metadata":%s,"state":{"values":{
        "query":{"query":{"value":"%s"}},
        "cadence":{"cadence":{"selected_option":{"value":"weekdays"}}},
        "time":{"time":{"selected_time":"09:00"}},
        "zone":{"zone":{"selected_option":{"value":"Europe/Berlin"}}},
        "max":{"max":{"selected_option":{"value":"5"}}},
        "quiet":{"quiet":{"selected_option":{"value":"say"}}},
        "layout":{"layout":{"selected_option":{"value":"cards"}}}}}}}\
        """
            .formatted(trigger, SlackJson.write(view.get("private_metadata")), query));
  }

  private static String form(String payload) {
    return "payload=" + encoded(payload);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(String body) throws IOException, InterruptedException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return post(bytes, stamp(NOW), SIGNATURE.of(stamp(NOW), bytes));
  }

  private HttpResponse<String> post(byte[] body, String timestamp, @Nullable String signature)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + SlackHttp.EVENTS))
            .header("X-Slack-Request-Timestamp", timestamp)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (signature != null) {
      request.header("X-Slack-Signature", signature);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String stamp(Instant at) {
    return Long.toString(at.getEpochSecond());
  }

  private static final class RecordingInstallations implements Installations {
    private final LinkedBlockingQueue<String> spaces = new LinkedBlockingQueue<>();
    private final Removed removed = () -> spaces.poll(10, TimeUnit.SECONDS);

    @FunctionalInterface
    private interface Removed {
      @Nullable String poll() throws InterruptedException;
    }

    @Override
    public void keep(Installation installation) {}

    @Override
    public Optional<Installation> find(String platform, String space) {
      return Optional.empty();
    }

    @Override
    public List<Installation> on(String platform) {
      return new ArrayList<>();
    }

    @Override
    public int remove(String platform, String space, String why, Instant now) {
      spaces.add(space);
      return 0;
    }

    @Override
    public List<Address> suspended(String platform, String space) {
      return List.of();
    }
  }
}
