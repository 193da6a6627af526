package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.Secret;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.CannedMessages;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Message;
import dev.paperboy.delivery.Delivery;
import dev.paperboy.delivery.DeliveryKey;
import dev.paperboy.delivery.Permit;
import dev.paperboy.discord.fake.FakeDiscord;
import dev.paperboy.discord.fake.Guild;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a paper is called, Discord takes the message and nobody is pinged. */
class DiscordHostileTextTest {
  private static final List<String> FIXED =
      List.of(
          "@everyone **x** [a](b) " + "y".repeat(300),
          "@here <@1> <@!1> <@&1> <#1> </cmd:1> <:a:1> <a:b:1> <t:1:R> <id:home>",
          "[click](https://evil.example) https://evil.example <https://evil.example>",
          "# big\n## less\n> quote\n>>> all\n- a\n1. b\n-# small ||spoiler|| ~~no~~ __u__ :smile:",
          "`code` ```fence``` \\ \\\\ *** ___ ``",
          "\u202eright to left\u202c \u2066x\u2069 \u0000\u0007\u001b[31m",
          "lone \ud800 surrogate \udc00 and \ud83d\ude00 emoji",
          "x".repeat(10_000),
          "* _ ~ ` | \\ [ ] < > ".repeat(600),
          "\ud83d\ude00".repeat(6_000),
          "e\u0301".repeat(5_000),
          "",
          " ",
          "*");

  private static final List<String> PIECES =
      List.of(
          "@everyone",
          "@here",
          "<@",
          "<@&",
          "<#",
          ">",
          "1",
          "[",
          "](",
          ")",
          "https://evil.example",
          "*",
          "**",
          "_",
          "~~",
          "||",
          "`",
          "```",
          "\\",
          "\n",
          " ",
          "#",
          "-",
          ":a:",
          "\u202e",
          "\u200b",
          "\ud83d\ude00",
          "\ud800",
          "\u0301",
          "word",
          "ש",
          "a".repeat(97));

  private static final Pattern PING =
      Pattern.compile("@(?:everyone|here)|<(?:@[!&]?|#)\\d+>", Pattern.CASE_INSENSITIVE);

  /** A link that is not to a paper's own page. */
  private static final Pattern FOREIGN_LINK =
      Pattern.compile("(?<!\\\\)\\]\\((?!<https://huggingface\\.co/papers/)");

  /** Where nothing is a link. */
  private static final Pattern CODE = Pattern.compile("```[^`]*```|(?<!\\\\)`[^`]*`");

  private static final List<Layout> LAYOUTS = List.of(Layout.values());

  private final DiscordRenderer renderer = new DiscordRenderer(line -> "kept");

  @ParameterizedTest
  @EnumSource(Layout.class)
  void textsThatWereMadeToHurtDoNot(Layout layout) {
    FIXED.forEach(text -> holds(text, layout));
  }

  @Test
  void noMixtureOfThemDoesEither() {
    Random random = new Random(20_260_812);
    for (int round = 0; round < 60; round++) {
      StringBuilder text = new StringBuilder();
      int pieces = random.nextInt(1 << random.nextInt(10));
      for (int i = 0; i < pieces; i++) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      holds(text.toString(), LAYOUTS.get(round % LAYOUTS.size()));
    }
  }

  /** And Discord's own rules, the official description among them where it is at hand. */
  @Test
  void discordTakesEachAsItIs() {
    try (FakeDiscord discord = FakeDiscord.start()) {
      Guild guild = discord.guild("Lab");
      DiscordCourier courier =
          new DiscordCourier(
              new DiscordWeb(discord.apiUrl(), new Secret(discord.token()), Duration.ofSeconds(30)),
              renderer,
              DiscordAccess.OPEN,
              InstantSource.system());
      int number = 0;
      for (String text : FIXED) {
        for (Layout layout : LAYOUTS) {
          List<Message> messages =
              layout == Layout.CARDS
                  ? messages(text)
                  : List.of(CannedMessages.digest(10, text), CannedMessages.words(text));
          for (Message message : messages) {
            // a channel for each: one alone takes only so many
            Address to =
                Address.channel(
                    DiscordCourier.PLATFORM, guild.id(), guild.channel("c" + number).id());
            Message asked =
                new Message(message.status(), message.blocks(), message.content(), layout);
            assertThat(
                    courier.deliver(
                        to, asked, new DeliveryKey("d" + number++, 1, null), Permit.ALWAYS))
                .isInstanceOf(Delivery.Delivered.class);
          }
        }
      }
      assertThat(discord.calls()).hasSize(number).allMatch(call -> call.status() == 200);
      assertThat(discord.problems()).isEmpty();
    }
  }

  private static List<Message> messages(String text) {
    return List.of(
        CannedMessages.digest(10, text),
        CannedMessages.digest(52, text),
        CannedMessages.full(text),
        CannedMessages.words(text));
  }

  private void holds(String text, Layout layout) {
    for (Message message : messages(text)) {
      DiscordPayload payload = renderer.render(message, layout, "search " + text);
      check(DiscordJson.parse(payload.create().toData().toString()), payload.files().size());
      check(DiscordJson.parse(payload.edit().toData().toString()), payload.files().size());
    }
  }

  private static void check(JsonNode body, int files) {
    assertThat(body.path("allowed_mentions").path("parse").isArray()).isTrue();
    assertThat(body.path("allowed_mentions").path("parse")).isEmpty();
    String content = body.path("content").asText();
    assertThat(content.length()).isLessThanOrEqualTo(2_000);
    assertThat(content.isBlank() && body.path("embeds").isEmpty() && files == 0).isFalse();
    harmless(content);
    assertThat(body.path("embeds").size()).isLessThanOrEqualTo(10);
    int all = 0;
    for (JsonNode embed : body.path("embeds")) {
      all += length(embed, "title", 256) + length(embed, "description", 4_096);
      all += length(embed.path("footer"), "text", 2_048);
      for (JsonNode field : embed.path("fields")) {
        all += length(field, "name", 256) + length(field, "value", 1_024);
        harmless(field.path("value").asText());
      }
      harmless(embed.path("title").asText());
      harmless(embed.path("description").asText());
    }
    assertThat(all).isLessThanOrEqualTo(6_000);
    assertThat(body.path("components").size()).isLessThanOrEqualTo(5);
    Set<String> ids = new HashSet<>();
    for (JsonNode row : body.path("components")) {
      assertThat(row.path("components").size()).isBetween(1, 5);
      row.path("components").forEach(component -> component(component, ids));
    }
    String json = DiscordJson.write(body);
    assertThat(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(json);
    assertThat(json).doesNotContain("\u202e", "\\u0000");
  }

  private static void component(JsonNode component, Set<String> ids) {
    if (component.has("url")) {
      assertThat(component.path("url").asText()).startsWith("http").hasSizeLessThanOrEqualTo(512);
    } else {
      String id = component.path("custom_id").asText();
      assertThat(id.length()).isBetween(1, 100);
      assertThat(ids.add(id)).as("each id once").isTrue();
    }
    if (component.path("type").asInt() == 2) {
      assertThat(component.path("label").asText().length()).isBetween(1, 80);
    }
    Set<String> values = new HashSet<>();
    assertThat(component.path("options").size()).isLessThanOrEqualTo(25);
    for (JsonNode option : component.path("options")) {
      assertThat(option.path("label").asText().strip().length()).isBetween(1, 100);
      assertThat(option.path("value").asText().length()).isBetween(1, 100);
      assertThat(values.add(option.path("value").asText())).isTrue();
    }
  }

  private static void harmless(String markdown) {
    assertThat(markdown).doesNotContainPattern(PING);
    // at most the two that the message itself holds
    String prose = CODE.matcher(markdown).replaceAll("");
    assertThat(FOREIGN_LINK.matcher(prose).results().count()).isLessThanOrEqualTo(2);
  }

  private static int length(JsonNode node, String name, int most) {
    String text = node.path(name).asText();
    assertThat(text.length()).as(name).isLessThanOrEqualTo(most);
    assertThat(node.has(name) && text.isBlank()).as(name).isFalse();
    return text.length();
  }
}
