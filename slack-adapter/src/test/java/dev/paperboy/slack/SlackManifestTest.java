package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.CannedMessages;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.PaperView;
import dev.paperboy.delivery.Delivery;
import dev.paperboy.delivery.Reconciliation;
import dev.paperboy.slack.fake.FakeSlack;
import dev.paperboy.slack.fake.Human;
import dev.paperboy.slack.fake.OfficialSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifest asks for what the code uses, all of it and no more. */
class SlackManifestTest {
  private static final JsonNode MANIFEST = read();

  /** What Slack sends an event for only where this scope is held. */
  private static final Map<String, String> OF_EVENTS =
      Map.of(
          "app_mention", "app_mentions:read",
          "link_shared", "links:read",
          "message.im", "im:history",
          "member_joined_channel", "channels:read",
          "channel_unarchive", "channels:read");

  @TempDir Path home;

  @Test
  void itIsAsTheOfficialSchemaWantsIt() {
    assumeTrue(OfficialSchema.data().isPresent());
    Path schema =
        OfficialSchema.data()
            .orElseThrow()
            .resolve("manifest-schema/schemas/manifest.schema.2.0.0.json");
    assertThat(OfficialSchema.read(schema, "V7").validate(MANIFEST)).isEmpty();
  }

  @Test
  void itAsksForTheScopesThatTheDoctorKnows() {
    assertThat(texts("/oauth_config/scopes/bot"))
        .containsExactlyInAnyOrderElementsOf(SlackScopes.needed())
        .containsExactlyInAnyOrderElementsOf(FakeSlack.SCOPES);
  }

  @Test
  void everyCommandShortcutEventAndScopeIsUsedAndNoneIsMissing() {
    CannedDesk desk = new CannedDesk();
    desk.answers.put("show 2608.00001", paper());
    SlackFixture.KeptInstallations installations = new SlackFixture.KeptInstallations();
    try (FakeSlack slack = FakeSlack.start()) {
      var unused = slack.workspace("T1");
      slack.channel("T1", "C1");
      slack.channelWithoutBot("T1", "C2");
      slack.privateChannel("T1", "G1");
      Human ada = slack.human("T1", "U1");
      try (SlackApp app = SlackFixture.inSocketMode(slack, home, desk, installations)) {
        commands(slack, ada);
        shortcuts(slack, ada);
        deliveries(app.courier());
        Map<String, Runnable> events = events(slack, ada, desk, installations);
        assertThat(texts("/settings/event_subscriptions/bot_events"))
            .containsExactlyInAnyOrderElementsOf(events.keySet())
            .containsExactlyInAnyOrderElementsOf(SlackEvents.KNOWN);
        events.values().forEach(Runnable::run);
      }
      Set<String> used = new TreeSet<>(slack.scopesAsked("T1"));
      used.addAll(OF_EVENTS.values());
      used.add("commands");
      assertThat(used).containsExactlyInAnyOrderElementsOf(texts("/oauth_config/scopes/bot"));
      assertThat(slack.problems()).isEmpty();
    }
  }

  private static void commands(FakeSlack slack, Human ada) {
    List<String> commands = texts("/features/slash_commands", "command");
    assertThat(commands).containsExactly(SlackCommands.COMMAND);
    commands.forEach(command -> ada.slash(command, "C1", "today"));
    var unused = slack.message("T1", "C1", posted -> posted.text().contains("You said today"));
  }

  private static void shortcuts(FakeSlack slack, Human ada) {
    Map<String, String> shortcuts = new LinkedHashMap<>();
    for (JsonNode shortcut : MANIFEST.at("/features/shortcuts")) {
      shortcuts.put(shortcut.path("callback_id").asText(), shortcut.path("type").asText());
    }
    assertThat(shortcuts)
        .isEqualTo(Map.of(SlackCommands.SEARCH, "global", SlackCommands.SUMMARIZE, "message"));
    ada.shortcut(SlackCommands.SEARCH);
    var unused = ada.modal(SlackViews.SEARCH);
    ada.shortcut(SlackCommands.SUMMARIZE, "C1", "2608.10915");
    var unusedToo =
        slack.message("T1", "C1", posted -> posted.text().contains("summarize 2608.10915"));
  }

  private static Map<String, Runnable> events(
      FakeSlack slack, Human ada, CannedDesk desk, SlackFixture.KeptInstallations installations) {
    Map<String, Runnable> events = new LinkedHashMap<>();
    events.put(
        "app_home_opened",
        () -> {
          ada.open("home");
          var unused = slack.call("views.publish", call -> call.outcome().equals("ok"));
        });
    events.put(
        "app_mention",
        () -> {
          String ts = ada.mention("C1", "status", null);
          var unused = slack.message("T1", "C1", posted -> ts.equals(posted.thread()));
        });
    events.put(
        "message.im",
        () -> {
          ada.directMessage("settings");
          var unused =
              slack.message("T1", "U1", posted -> posted.text().contains("You said settings"));
        });
    events.put(
        "link_shared",
        () -> {
          var unused = slack.unfurls(ada.link("C1", "https://arxiv.org/abs/2608.00001", false));
        });
    events.put(
        "member_joined_channel",
        () -> {
          slack.admin("T1").inviteBot("C2");
          isBack(slack, desk, "C2");
        });
    events.put(
        "channel_unarchive",
        () -> {
          slack.admin("T1").unarchive("C1");
          isBack(slack, desk, "C1");
        });
    events.put(
        "tokens_revoked",
        () -> {
          slack.admin("T1").revokeTokens();
          isRemoved(slack, installations, 1);
        });
    events.put(
        "app_uninstalled",
        () -> {
          slack.admin("T1").uninstall();
          isRemoved(slack, installations, 3); // its tokens are revoked with it
        });
    return events;
  }

  private static void isBack(FakeSlack slack, CannedDesk desk, String channel) {
    Address place = Address.channel("slack", "T1", channel);
    var unused = slack.await("access", () -> desk.back.stream().filter(place::equals).findFirst());
  }

  private static void isRemoved(
      FakeSlack slack, SlackFixture.KeptInstallations installations, int times) {
    var unused =
        slack.await(
            "the removal",
            () -> installations.removed.size() >= times ? Optional.of(true) : Optional.empty());
  }

  /** Sends, looks up and asks in each kind of place. */
  private static void deliveries(SlackCourier courier) {
    Message digest = CannedMessages.digest(2);
    for (Address to :
        List.of(
            Address.channel("slack", "T1", "C1"),
            Address.channel("slack", "T1", "C2"),
            Address.channel("slack", "T1", "G1"),
            Address.direct("slack", "T1", "U1"))) {
      assertThat(Deliveries.send(courier, to, digest)).isInstanceOf(Delivery.Delivered.class);
      Reconciliation found = Deliveries.look(courier, to, digest);
      if (!to.place().equals("C2")) {
        assertThat(found).isInstanceOf(Reconciliation.Found.class);
      }
      assertThat(courier.reachable(to)).isEqualTo(to.kind() != Address.Kind.DIRECT);
    }
  }

  private static Message paper() {
    Message full = CannedMessages.full("A title");
    PaperView view = ((Block.PaperCard) full.blocks().get(0)).paper();
    return new Message(
        full.status(), full.blocks(), new Content.Papers(List.of(view), 1, null, null, List.of()));
  }

  private static List<String> texts(String path) {
    List<String> texts = new ArrayList<>();
    MANIFEST.at(path).forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static List<String> texts(String path, String field) {
    List<String> texts = new ArrayList<>();
    MANIFEST.at(path).forEach(node -> texts.add(node.path(field).asText()));
    return texts;
  }

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(Path.of("manifest.yml").toFile());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
