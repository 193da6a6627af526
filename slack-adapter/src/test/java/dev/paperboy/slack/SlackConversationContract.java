package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.CannedMessages;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.PaperView;
import dev.paperboy.delivery.Delivery;
import dev.paperboy.delivery.DeliveryKey;
import dev.paperboy.delivery.Permit;
import dev.paperboy.delivery.Reconciliation;
import dev.paperboy.slack.fake.FakeSlack;
import dev.paperboy.slack.fake.Fault;
import dev.paperboy.slack.fake.Human;
import dev.paperboy.slack.fake.Posted;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do in Slack and what they see, the same in each mode. */
abstract class SlackConversationContract {
  @TempDir Path home;
  final CannedDesk desk = new CannedDesk();
  final SlackFixture.KeptInstallations installations = new SlackFixture.KeptInstallations();
  FakeSlack slack;
  Human ann;
  SlackApp app;

  abstract SlackApp start(FakeSlack slack);

  @BeforeEach
  void open() {
    slack = FakeSlack.start();
    var unused = slack.workspace("T1");
    slack.channel("T1", "C1");
    ann = slack.human("T1", "U1");
    app = start(slack);
  }

  /** Every test is one of the payloads too. */
  @AfterEach
  void close() {
    app.close();
    slack.close();
    assertThat(slack.problems()).isEmpty();
  }

  @Test
  void aCommandIsAcknowledgedAndAnsweredForItsWriterAlone() {
    ann.command("C1", "search agents & <tools>");
    Posted answer = slack.message("T1", "C1", said("You said search"));
    assertThat(answer.onlyFor()).isEqualTo("U1");
    assertThat(answer.text()).contains("agents &amp; &lt;tools&gt;");
  }

  @Test
  void aCommandOfAnotherAppIsAcknowledgedToo() {
    ann.slash("/other", "C1", "today");
  }

  @Test
  void aListIsPagedByItsButtons() {
    desk.answers.put("today", CannedMessages.digest(5));
    ann.command("C1", "today");
    Posted list = slack.message("T1", "C1", said("ComBodied"));
    ann.press(list, "+12 more");
    assertThat(slack.message("T1", "C1", said("You said today limit:20 agents, 4d")).onlyFor())
        .isEqualTo("U1");
  }

  @Test
  void aSpentResponseAddressFallsBackToAMessageForOne() {
    desk.answers.put("today", CannedMessages.digest(2));
    ann.command("C1", "today");
    Posted list = slack.message("T1", "C1", said("ComBodied"));
    ann.command("C1", "help");
    var help = slack.message("T1", "C1", said("You said help"));
    slack.useUpResponseAddresses();
    ann.press(list, "Why these?");
    assertThat(help.onlyFor()).isEqualTo("U1");
    assertThat(slack.message("T1", "C1", said("You said why")).onlyFor()).isEqualTo("U1");
  }

  @Test
  void aMentionIsAnsweredInAThreadForAll() {
    String question = ann.mention("C1", "today", null);
    Posted answer = slack.message("T1", "C1", said("You said today"));
    assertThat(answer.thread()).isEqualTo(question);
    assertThat(answer.onlyFor()).isNull();
  }

  @Test
  void theFirstDirectMessageIsWelcomedAndLinesNeedNoPrefix() {
    ann.directMessage("today");
    assertThat(slack.message("T1", "U1", said("Three things to try")).onlyFor()).isNull();
    var unused = slack.message("T1", "U1", said("You said today"));
    ann.directMessage("help");
    var help = slack.message("T1", "U1", said("You said help"));
    assertThat(slack.messages("T1", "U1")).filteredOn(said("Three things to try")).hasSize(1);
    assertThat(help.channel()).startsWith("D");
  }

  @Test
  void anEventThatComesTwiceHasOneEffect() {
    ann.directMessageTwice("today");
    var first = slack.message("T1", "U1", said("You said today"));
    ann.directMessage("help");
    var later = slack.message("T1", "U1", said("You said help"));
    assertThat(first.ts()).isLessThan(later.ts());
    assertThat(slack.messages("T1", "U1")).filteredOn(said("You said today")).hasSize(1);
  }

  @Test
  void aDialogSubscribesAndShowsErrorsAtTheirFields() {
    desk.wrong.add("autor:x");
    ann.command("C1", "subscribe");
    JsonNode dialog = ann.modal("subscription");
    assertThat(ann.submit(dialog, Map.of("query", "autor:x"))).containsOnlyKeys("query");
    assertThat(ann.submit(dialog, Map.of("query", "agents", "time", "08:30"))).isEmpty();
    slack.await(
        "the line of the dialog",
        () -> desk.said.stream().filter(s -> s.line().startsWith("subscribe agents")).findFirst());
    assertThat(desk.said).anyMatch(s -> s.line().contains("08:30"));
  }

  @Test
  void theHomeTabShowsDigestsAndPausesThemInPlace() {
    desk.answers.put(
        "subscriptions",
        CannedDesk.words(
            "1. agents",
            Map.of(
                "subscriptions",
                List.of(
                    Map.of(
                        "number",
                        1,
                        "query",
                        "agents",
                        "reading",
                        "about agents",
                        "state",
                        "ACTIVE",
                        "next",
                        "Thu 09:00",
                        "cadence",
                        "weekdays",
                        "time",
                        "09:00",
                        "zone",
                        "Europe/Berlin",
                        "max",
                        5)))));
    ann.open("home");
    JsonNode shown =
        slack.await("the Home tab", () -> slack.home("T1", "U1").map(h -> (JsonNode) h));
    ann.press(shown, "Pause");
    slack.await(
        "the pause", () -> desk.said.stream().filter(s -> s.line().equals("pause 1")).findFirst());
    ann.type(shown, "homesearch", "memory");
    slack.await(
        "the search",
        () -> desk.said.stream().filter(s -> s.line().equals("search memory")).findFirst());
  }

  @Test
  void bothShortcutsAreAnswered() {
    ann.shortcut("search_papers");
    assertThat(ann.submit(ann.modal("search"), Map.of("query", "memory"))).isEmpty();
    ann.shortcut("summarize_paper", "C1", "see <https://arxiv.org/abs/2608.10915>");
    slack.await(
        "the summary",
        () -> desk.said.stream().filter(s -> s.line().startsWith("summarize")).findFirst());
  }

  @Test
  void linksUnfoldInMessagesAndWhileTheyAreWritten() {
    String url = "https://arxiv.org/abs/2608.00001";
    Message full = CannedMessages.full("A title");
    PaperView paper = ((Block.PaperCard) full.blocks().get(0)).paper();
    Content content = new Content.Papers(List.of(paper), 1, null, null, List.of());
    desk.answers.put("show 2608.00001", new Message(full.status(), full.blocks(), content));
    assertThat(slack.unfurls(ann.link("C1", url, false)).has(url)).isTrue();
    assertThat(slack.unfurls(ann.link("C1", url, true)).has(url)).isTrue();
  }

  @Test
  void aDigestIsDeliveredToAChannelAndToAPerson() {
    var channel =
        app.courier().deliver(to("C1"), CannedMessages.digest(5), key("d-1"), Permit.ALWAYS);
    var person =
        app.courier()
            .deliver(
                Address.direct("slack", "T1", "U1"),
                CannedMessages.digest(5),
                key("d-2"),
                Permit.ALWAYS);
    assertThat(channel).isInstanceOf(Delivery.Delivered.class);
    assertThat(person).isInstanceOf(Delivery.Delivered.class);
    assertThat(slack.messages("T1", "U1")).hasSize(1);
    assertThat(slack.messages("T1", "C1").get(0).text()).contains("ComBodied", "72 upvotes");
  }

  @Test
  void aDigestWhoseAnswerWasLostIsFoundAndNotSentAgain() {
    slack.next(Fault.acceptedThenCut("chat.postMessage"));
    var sent = app.courier().deliver(to("C1"), CannedMessages.digest(2), key("d-3"), Permit.ALWAYS);
    assertThat(sent).isInstanceOf(Delivery.Uncertain.class);
    var found =
        app.courier()
            .reconcile(
                to("C1"),
                CannedMessages.digest(2),
                key("d-3"),
                Instant.ofEpochSecond(
                    Long.parseLong(slack.messages("T1", "C1").get(0).ts().split("\\.", -1)[0])),
                Permit.ALWAYS);
    assertThat(found).isInstanceOf(Reconciliation.Found.class);
    assertThat(slack.messages("T1", "C1")).hasSize(1);
  }

  @Test
  void aChannelThatOpensAgainIsToldToTheDesk() {
    slack.admin("T1").archive("C1");
    var refused =
        app.courier().deliver(to("C1"), CannedMessages.digest(1), key("d-4"), Permit.ALWAYS);
    assertThat(refused).isInstanceOf(Delivery.Unreachable.class);
    slack.admin("T1").unarchive("C1");
    slack.await("access being back", () -> desk.back.stream().filter(to("C1")::equals).findFirst());
  }

  @Test
  void anUninstallIsHeard() {
    slack.admin("T1").uninstall();
    slack.await("the removal", () -> installations.removed.stream().findFirst());
    assertThat(app.courier().deliver(to("C1"), CannedMessages.digest(1), key("d-5"), Permit.ALWAYS))
        .isInstanceOf(Delivery.Unreachable.class);
  }

  private static Address to(String channel) {
    return Address.channel("slack", "T1", channel);
  }

  private static DeliveryKey key(String id) {
    return new DeliveryKey(id, 1, null);
  }

  static Predicate<Posted> said(String part) {
    return posted -> posted.everything().contains(part);
  }
}
