package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.chat.CannedMessages;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SlackRendererTest {
  private static final String TITLE =
      "ComBodied Agents: a New Paradigm of Human-Centric Agentic AI";
  private static final List<String> HOSTILE =
      List.of(
          "<!channel> <!here> <@U1> <#C1|x> <https://evil.example|click> @channel @here",
          "`code` ```fence``` *bold* _it_ ~no~ > quote :smile: & &amp; &lt;",
          "\u202eright to left\u202c \u2066x\u2069 \u0000\u0007\u001b[31m",
          "lone \ud800 surrogate \udc00 and \ud83d\ude00 emoji",
          "x".repeat(10_000),
          "& < > \" \\ ".repeat(1_500),
          "\ud83d\ude00".repeat(6_000),
          "",
          " ",
          "*");

  private final SlackRenderer renderer = new SlackRenderer(line -> "kept");

  @ParameterizedTest
  @EnumSource(Layout.class)
  void aDigestLooksAsItDid(Layout layout) throws IOException {
    SlackPayload payload = renderer.render(CannedMessages.digest(3), layout, "today");
    String shown = payload.text() + "\n\n" + payload.blocks().toPrettyString() + "\n";
    String name = "digest-" + layout.name().toLowerCase(java.util.Locale.ROOT) + ".txt";
    Path golden = Path.of("src/test/resources/dev/paperboy/slack").resolve(name);
    if ("write".equals(System.getProperty("paperboy.golden"))) {
      Files.writeString(golden, shown, StandardCharsets.UTF_8);
    }
    assertThat(shown).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void whateverAPaperIsCalledTheLimitsHold(Layout layout) {
    for (String text : HOSTILE) {
      for (Message message :
          List.of(
              CannedMessages.digest(1, text),
              CannedMessages.digest(10, text),
              CannedMessages.digest(52, text),
              CannedMessages.full(text),
              CannedMessages.words(text))) {
        holds(renderer.render(message, layout, "today"));
      }
    }
  }

  @Test
  void tenOrdinaryPapersKeepTheirButtons() {
    SlackPayload payload = renderer.render(CannedMessages.digest(10), Layout.CARDS);
    assertThat(payload.blocksAsText()).contains("show 2608.00010", "similar 2608.00010");
  }

  @Test
  void theTextCarriesTheWholeMessageInWords() {
    String text = renderer.render(CannedMessages.digest(10), Layout.COMPACT).text();
    assertThat(text)
        .contains(
            "Trending papers", "1. " + TITLE, "10. " + TITLE, "72 upvotes, 1 comment, 4 stars")
        .contains("By Q. Ding, X. Wang", "next: Thu 09:00 Europe/Berlin")
        .doesNotContain("▲", "★");
  }

  @Test
  void aLineTooLongForAButtonIsKept() {
    SlackPayload payload = renderer.render(CannedMessages.words("x".repeat(2_000)), Layout.CARDS);
    assertThat(payload.blocksAsText()).contains("\"value\":\"kept\"");
  }

  private static void holds(SlackPayload payload) {
    String json = payload.blocksAsText();
    assertThat(json.length()).isLessThanOrEqualTo(13_200);
    assertThat(payload.blocks().size()).isBetween(1, 50);
    assertThat(payload.text()).isNotBlank().hasSizeLessThanOrEqualTo(40_000);
    assertThat(payload.text()).doesNotContain("<!", "<@", "<#");
    Set<String> ids = new HashSet<>();
    payload.blocks().forEach(block -> check(block, ids));
    assertThat(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(json);
  }

  private static void check(JsonNode node, Set<String> ids) {
    if (node.has("action_id")) {
      assertThat(ids.add(node.get("action_id").asText())).as("unique action_id").isTrue();
    }
    if (node.has("value")) {
      assertThat(node.get("value").asText()).hasSizeLessThanOrEqualTo(2_000);
    }
    String type = node.path("type").asText();
    String text = node.path("text").isTextual() ? node.path("text").asText() : "";
    switch (type) {
      case "plain_text", "mrkdwn" -> {
        assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(3_000);
        assertThat(text).doesNotContain("\u202e", "\u0000");
        if (type.equals("mrkdwn")) {
          assertThat(text).doesNotContain("<!", "<@", "<#").doesNotContainPattern("<(?!https?://)");
        }
      }
      case "header" ->
          assertThat(node.path("text").path("text").asText().length()).isBetween(1, 150);
      case "button" ->
          assertThat(node.path("text").path("text").asText().length()).isBetween(1, 75);
      case "actions" -> assertThat(node.path("elements").size()).isBetween(1, 25);
      case "image" -> assertThat(node.path("alt_text").asText().length()).isBetween(1, 2_000);
      default -> {}
    }
    node.forEach(child -> check(child, ids));
  }
}
