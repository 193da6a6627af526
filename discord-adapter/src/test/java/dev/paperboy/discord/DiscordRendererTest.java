package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Block;
import dev.paperboy.chat.CannedMessages;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiscordRendererTest {
  private static final String MARK = "0123456789abcdefABCD-_";

  private final DiscordRenderer renderer = new DiscordRenderer(line -> "kept");

  @ParameterizedTest
  @EnumSource(Layout.class)
  void aDigestLooksAsItDid(Layout layout) throws IOException {
    DiscordPayload payload = renderer.digest(CannedMessages.digest(3), layout, MARK);
    String shown = DiscordJson.parse(payload.create().toData().toString()).toPrettyString() + "\n";
    Path golden =
        Path.of("src/test/resources/dev/paperboy/discord")
            .resolve("digest-" + layout.name().toLowerCase(Locale.ROOT) + ".json");
    if ("write".equals(System.getProperty("paperboy.golden"))) {
      Files.writeString(golden, shown, StandardCharsets.UTF_8);
    }
    assertThat(shown).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
  }

  @Test
  void tenOrdinaryPapersAreTenCardsWithTheirPictures() {
    DiscordPayload payload = renderer.render(CannedMessages.digest(10), Layout.CARDS);
    assertThat(payload.embeds()).hasSize(10).allMatch(embed -> embed.getThumbnail() != null);
    assertThat(json(payload)).contains("show 2608.00010");
  }

  @Test
  void momentsAreShownInTheReadersOwnZone() {
    Message message =
        message(
            new Block.FinePrint(
                List.of(
                    new Span.Plain("Hugging Face, "),
                    new Span.Moment("12 min old", Instant.ofEpochSecond(1_000), true),
                    new Span.Plain(" · next: "),
                    new Span.Moment("tomorrow", Instant.ofEpochSecond(2_000), false))));
    assertThat(renderer.render(message, Layout.CARDS).content())
        .isEqualTo("-# Hugging Face, <t:1000:R> · next: <t:2000:f>");
    assertThat(renderer.render(message, Layout.PLAIN).content()).contains("12 min old");
  }

  @Test
  void plainSaysEverythingInWordsAndDrawsNoPreviews() {
    DiscordPayload payload = renderer.render(CannedMessages.digest(3), Layout.PLAIN);
    assertThat(payload.embeds()).isEmpty();
    assertThat(payload.content())
        .contains("72 upvotes, 1 comment, 4 stars", "By Q. Ding, X. Wang")
        .contains("https://huggingface.co/papers/2608.00001")
        .doesNotContain("▲", "★");
    assertThat(DiscordJson.parse(json(payload)).path("flags").asInt()).isEqualTo(4);
  }

  @Test
  void buttonsNameAPaperByItsIdSinceOthersHaveOtherLists() {
    Message digest = CannedMessages.digest(3);
    String json = json(renderer.render(digest, Layout.CARDS));
    assertThat(json).doesNotContain("#1").contains("show 2608.00001");
  }

  @Test
  void aLineTooLongForAButtonIsKept() {
    String json = json(renderer.render(CannedMessages.words("x".repeat(200)), Layout.CARDS));
    assertThat(json).contains(":kept\"");
  }

  @Test
  void theFirstButtonBearsTheMark() {
    String json = json(renderer.digest(CannedMessages.digest(1), Layout.COMPACT, MARK));
    assertThat(json).containsOnlyOnce(MARK);
    assertThat(DiscordButtons.bears("m1~" + MARK + ":-", MARK)).isTrue();
    assertThat(DiscordButtons.Pressed.of("s1~" + MARK + ":show 1").orElseThrow().value())
        .isEqualTo("show 1");
  }

  @Test
  void aLongExportIsAttachedWhole() {
    String export = "@article{a,\n  title = {T}\n}\n".repeat(500);
    DiscordPayload payload = renderer.render(message(new Block.Preformatted(export)), Layout.CARDS);
    assertThat(payload.files()).hasSize(1);
    assertThat(payload.files().getFirst().text()).isEqualTo(export.strip());
  }

  @Test
  void anEditTakesThePlaceOfAllAndMentionsNobody() {
    var edit =
        DiscordJson.parse(
            renderer
                .render(message(Block.Text.of("@everyone")), Layout.CARDS)
                .edit()
                .toData()
                .toString());
    assertThat(edit.path("allowed_mentions").path("parse").isArray()).isTrue();
    assertThat(edit.path("allowed_mentions").path("parse")).isEmpty();
    assertThat(edit.path("embeds").isArray()).isTrue();
    assertThat(edit.path("components").isArray()).isTrue();
  }

  @Test
  void aMessageWithNothingInItSaysSo() {
    assertThat(renderer.render(message(), Layout.CARDS).content()).isEqualTo("Nothing to show.");
  }

  @Test
  void whatIsLeftOutIsSaidToBe() {
    DiscordPayload payload = renderer.render(CannedMessages.digest(100), Layout.CARDS);
    assertThat(payload.content()).contains("longer than Discord allows");
  }

  private static String json(DiscordPayload payload) {
    return payload.create().toData().toString();
  }

  private static Message message(Block... blocks) {
    return new Message(Message.Status.ANSWERED, List.of(blocks), new Content.Words("", Map.of()));
  }
}
