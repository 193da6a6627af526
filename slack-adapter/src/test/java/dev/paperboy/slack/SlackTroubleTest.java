package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.FrontDesk;
import dev.paperboy.Secret;
import dev.paperboy.chat.Message;
import dev.paperboy.slack.SlackSettings.Managers;
import dev.paperboy.slack.fake.FakeSlack;
import dev.paperboy.slack.fake.Fault;
import dev.paperboy.slack.fake.Human;
import dev.paperboy.slack.fake.Posted;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see when something goes wrong on this side, and what others never see. */
class SlackTroubleTest {
  @TempDir Path home;
  private final FakeSlack slack = FakeSlack.start();
  private Human ann;

  @BeforeEach
  void open() {
    var unused = slack.workspace("T1");
    slack.channel("T1", "C1");
    ann = slack.human("T1", "U1");
  }

  @AfterEach
  void close() {
    slack.close();
    assertThat(slack.problems()).isEmpty();
  }

  @Test
  void aCommandInDirectMessagesIsForItsWriterAloneForTheyMayBeWithSomebodyElse() {
    try (SlackApp app = inHttpMode(new CannedDesk())) {
      ann.command("U1", "today");
      assertThat(slack.message("T1", "U1", said("You said today")).onlyFor()).isEqualTo("U1");
      assertThat(app.port()).isPositive();
    }
  }

  @Test
  void aDialogThatSlackDoesNotOpenSubscribesToNothing() {
    CannedDesk desk = new CannedDesk();
    try (SlackApp app = inHttpMode(desk)) {
      for (String line : new String[] {"subscribe", "digest create", "settings"}) {
        slack.next(Fault.error("views.open", "expired_trigger_id"));
        int before = seen("did not open the dialog");
        ann.command("C1", line);
        slack.await(
            "a word about " + line,
            () -> seen("did not open the dialog") > before ? Optional.of(true) : Optional.empty());
      }
      assertThat(desk.said)
          .extracting(CannedDesk.Said::line)
          .doesNotContain("subscribe", "digest create");
      assertThat(app.port()).isPositive();
    }
  }

  @Test
  void aFaultIsSaidToThePersonWithItsNumberInTheLog() {
    CannedDesk desk =
        new CannedDesk(message -> {
          throw new IllegalStateException("on purpose");
        });
    try (SlackApp app = inHttpMode(desk)) {
      ann.command("C1", "today");
      Posted answer = slack.message("T1", "C1", said("Something went wrong in Paperboy itself"));
      assertThat(answer.onlyFor()).isEqualTo("U1");
      assertThat(answer.text())
          .containsPattern("incident [0-9a-f]{6}\\.$")
          .doesNotContain("purpose");
      assertThat(app.port()).isPositive();
    }
  }

  @Test
  void whereThereIsNoRoomPeopleAreToldAndEventsAreLeftForSlackToSendAgain() {
    CountDownLatch room = new CountDownLatch(1);
    CannedDesk desk = new CannedDesk(message -> waited(room, message));
    try (SlackWork work = new SlackWork(1, 2)) {
      SlackInbound inbound = inbound(work, desk);
      assertThat(inbound.take(command("t1"))).isEmpty();
      assertThat(inbound.take(command("t2"))).isEmpty();
      assertThat(inbound.take(command("t3")).map(JsonNode::toString).orElse(""))
          .contains("ephemeral", "more to do than it can right now");
      assertThat(inbound.take(submission()).map(JsonNode::toString).orElse(""))
          .contains("\"response_action\":\"update\"", "more to do than it can right now");
      for (String type : new String[] {"event_callback", "block_actions", "shortcut"}) {
        ObjectNode payload =
            SlackJson.object().put("type", type).put("event_id", "e").put("trigger_id", "e");
        assertThatThrownBy(() -> inbound.take(payload))
            .isInstanceOf(RejectedExecutionException.class);
      }
      room.countDown();
    }
    assertThat(desk.said).hasSize(2);
  }

  private static Message waited(CountDownLatch room, Message message) {
    try {
      room.await();
      return message;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode command(String trigger) {
    return SlackJson.object()
        .put("command", "/papers")
        .put("text", "today")
        .put("team_id", "T1")
        .put("user_id", "U1")
        .put("channel_id", "C1")
        .put("trigger_id", trigger);
  }

  private static ObjectNode submission() {
    ObjectNode payload = SlackJson.object().put("type", "view_submission").put("trigger_id", "t9");
    ObjectNode view = SlackJson.object().put("id", "V1").put("callback_id", SlackViews.SEARCH);
    ObjectNode field = SlackJson.object();
    field.set(SlackForm.QUERY, SlackJson.object().put("value", "memory"));
    ObjectNode values = SlackJson.object();
    values.set(SlackForm.QUERY, field);
    view.set("state", SlackJson.object().set("values", values));
    payload.set("view", view);
    return payload;
  }

  private SlackInbound inbound(SlackWork work, FrontDesk desk) {
    InstantSource clock = InstantSource.system();
    SlackWeb web = new SlackWeb(slack.apiUrl(), Duration.ofSeconds(5));
    SlackTokens tokens = space -> Optional.of(new Secret(slack.workspace("T1").botToken()));
    SlackReplies replies = new SlackReplies(web, tokens, new SlackPace(clock));
    SlackConversation conversation =
        new SlackConversation(
            desk,
            new SlackPeople(web, tokens, Managers.MEMBERS, clock),
            new SlackRenderer(line -> "help"),
            replies);
    SlackDialogs dialogs = new SlackDialogs(conversation);
    SlackHome tab = new SlackHome(conversation);
    SlackCommands commands = new SlackCommands(conversation, dialogs);
    return new SlackInbound(
        "T1",
        work,
        desk,
        replies,
        commands,
        new SlackActions(conversation, commands, dialogs, tab),
        new SlackSubmissions(conversation, dialogs, tab),
        new SlackEvents(
            conversation,
            tab,
            new SlackUnfurls(conversation),
            new SlackWelcome(conversation),
            space -> {}));
  }

  private SlackApp inHttpMode(FrontDesk desk) {
    return SlackFixture.inHttpMode(slack, home, desk, new SlackFixture.KeptInstallations());
  }

  private int seen(String words) {
    return (int) slack.messages("T1", "C1").stream().filter(said(words)).count();
  }

  private static Predicate<Posted> said(String part) {
    return posted -> posted.everything().contains(part);
  }
}
