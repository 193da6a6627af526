package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.CannedMessages;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.PaperView;
import dev.paperboy.console.HostileMessages;
import dev.paperboy.delivery.Delivery;
import dev.paperboy.slack.fake.FakeSlack;
import dev.paperboy.slack.fake.Human;
import dev.paperboy.slack.fake.PayloadRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever papers and people say, Slack takes it, and nobody is pinged. */
class SlackHostileTextTest {
  private static final int SEEDS = 16;

  /** What Slack gives a meaning to, and what its clients stumble over. */
  private static final List<String> OF_SLACK =
      List.of(
          "<!channel>",
          "<!here|all>",
          "<!everyone>",
          "<!subteam^S1|team>",
          "<@U1>",
          "<@W1|ann>",
          "<#C1|general>",
          "<!date^0^{date}|x>",
          "<https://evil.example|https://arxiv.org>",
          "<mailto:a@b.example>",
          "&lt;!channel&gt;",
          "&amp;lt;!here&amp;gt;",
          "&",
          "<",
          ">",
          "|",
          "@channel",
          "@here",
          "*",
          "_",
          "~",
          "```",
          ":smile:",
          ":+1::skin-tone-2:",
          "> quote",
          "\n> quote",
          "\u200e",
          "\u200f",
          "\u202b",
          "\u2067",
          "\u2069",
          "\udbff",
          "a\u0323\u0308\u0301",
          " ",
          "x".repeat(10_000),
          "title ".repeat(1_667),
          "\ud83d\ude00".repeat(2_000),
          "&<>".repeat(1_200));

  private static final Pattern PING = Pattern.compile("<[!@#]|<mailto:|<(?!https?://)");

  @TempDir Path home;

  @ParameterizedTest
  @EnumSource(Layout.class)
  void whateverIsSaidTheMessageIsOneThatSlackTakes(Layout layout) {
    SlackRenderer renderer = new SlackRenderer(line -> "kept");
    for (int seed = 0; seed < SEEDS; seed++) {
      HostileMessages hostile = new HostileMessages(seed, OF_SLACK);
      Message message = hostile.message();
      assertTaken("seed " + seed, renderer.render(message, layout, hostile.text()));
      assertTaken("seed " + seed, renderer.render(message, layout));
    }
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void aPaperIsCalledWhateverItMay(Layout layout) {
    SlackRenderer renderer = new SlackRenderer(line -> "kept");
    for (int seed = 0; seed < OF_SLACK.size(); seed++) {
      String text = new HostileMessages(seed, OF_SLACK).text();
      for (String each : List.of(text, OF_SLACK.get(seed))) {
        assertTaken(each, renderer.render(CannedMessages.digest(4, each), layout, each));
        assertTaken(each, renderer.render(CannedMessages.full(each), layout));
        assertTaken(each, renderer.render(CannedMessages.words(each), layout));
      }
    }
  }

  @Test
  void inEveryPlaceWhereSomethingIsShownItIsTaken() {
    CannedDesk desk = new CannedDesk();
    SlackFixture.KeptInstallations installations = new SlackFixture.KeptInstallations();
    try (FakeSlack slack = FakeSlack.start()) {
      var unused = slack.workspace("T1");
      Human ada = slack.human("T1", "U1");
      try (SlackApp app = SlackFixture.inSocketMode(slack, home, desk, installations)) {
        for (int seed = 0; seed < 6; seed++) {
          HostileMessages hostile = new HostileMessages(seed, OF_SLACK);
          Message message = hostile.message();
          String channel = "C" + (seed + 1);
          slack.channel("T1", channel);
          desk.answers.put("today", message);
          desk.answers.put("today limit:3", message);
          desk.answers.put("search it", message);
          desk.answers.put("status", message);
          desk.answers.put("show 2608.00001", papers(message));
          desk.answers.put("subscriptions", rows(hostile));
          show(slack, app, ada, channel, message);
          assertThat(slack.problems()).as("seed %s", seed).isEmpty();
        }
        assertThat(slack.calls()).noneMatch(call -> call.outcome().startsWith("invalid"));
        slack.messages("T1").stream()
            .filter(posted -> !posted.author().equals("U1"))
            .forEach(posted -> assertNoPing(posted.channel(), posted.body()));
      }
    }
  }

  private static void show(
      FakeSlack slack, SlackApp app, Human ada, String channel, Message message) {
    int calls = slack.calls().size();
    ada.command(channel, "today");
    String ts = ada.mention(channel, "status", null);
    ada.open("home");
    ada.shortcut(SlackCommands.SEARCH);
    JsonNode dialog = ada.modal(SlackViews.SEARCH);
    assertThat(ada.submit(dialog, Map.of("query", "it"))).isEmpty();
    String link = ada.link(channel, "https://arxiv.org/abs/2608.00001", false);
    var sent = Deliveries.send(app.courier(), Address.channel("slack", "T1", channel), message);
    assertThat(sent).isInstanceOf(Delivery.Delivered.class);
    var unused = slack.message("T1", channel, posted -> "U1".equals(posted.onlyFor()));
    var unusedToo = slack.message("T1", channel, posted -> ts.equals(posted.thread()));
    if (!((Content.Papers) papers(message).content()).papers().isEmpty()) {
      var unfurl = slack.unfurls(link);
      assertNoPing("unfurl", unfurl);
    }
    for (String method : List.of("views.publish", "views.update")) {
      slack.await(
          method,
          () ->
              slack.calls().stream()
                  .skip(calls)
                  .filter(call -> call.method().equals(method))
                  .findFirst());
    }
    slack.home("T1", "U1").ifPresent(view -> assertNoPing("home", view));
  }

  private static Message papers(Message message) {
    List<PaperView> papers = new ArrayList<>();
    for (Block block : message.blocks()) {
      if (block instanceof Block.PaperCard card) {
        papers.add(card.paper());
      }
    }
    return new Message(
        message.status(),
        message.blocks(),
        new Content.Papers(papers, papers.size(), null, null, List.of()));
  }

  private static Message rows(HostileMessages hostile) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("number", 1);
    for (String field : List.of("query", "reading", "zone", "next", "nextLocal", "last")) {
      row.put(field, hostile.text());
    }
    row.put("state", "active");
    return CannedDesk.words("rows", Map.of("subscriptions", List.of(row)));
  }

  private static void assertTaken(String what, SlackPayload payload) {
    ObjectNode body = SlackJson.object().put("text", payload.text());
    body.set("blocks", payload.blocks());
    assertThat(PayloadRules.message(body)).as(what).isEmpty();
    assertNoPing(what, body);
  }

  /** Neither in the words beside the blocks nor in what is read as markup. */
  private static void assertNoPing(String what, JsonNode node) {
    boolean plain = node.path("type").asText().equals("plain_text");
    node.properties()
        .forEach(field -> {
          if (field.getKey().equals("text") && field.getValue().isTextual() && !plain) {
            assertThat(field.getValue().asText()).as(what).doesNotContainPattern(PING);
          }
        });
    node.forEach(child -> assertNoPing(what, child));
  }
}
