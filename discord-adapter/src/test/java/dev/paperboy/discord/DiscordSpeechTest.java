package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Block;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscordSpeechTest {
  @Test
  void aLineIsSaidAsTheCommandThatItIsHere() {
    assertThat(DiscordSpeech.command("subscribe agents")).isEqualTo("/papers subscribe agents");
    assertThat(DiscordSpeech.command("digest list")).isEqualTo("/digest list");
    assertThat(DiscordSpeech.command("status")).isEqualTo("/papers status");
    assertThat(DiscordSpeech.command("max:5")).isEqualTo("max:5");
    assertThat(DiscordSpeech.command("searching for words")).isEqualTo("searching for words");
  }

  @Test
  void wordsInBackticksBecomeCode() {
    Message said =
        DiscordSpeech.spoken(
            words("For yourself there is `subscribe`; `max:` says how many.", Block.Text::of));
    assertThat(((Block.Text) said.blocks().get(0)).spans())
        .containsExactly(
            new Span.Plain("For yourself there is "),
            new Span.Code("/papers subscribe"),
            new Span.Plain("; "),
            new Span.Code("max:"),
            new Span.Plain(" says how many."));
  }

  @Test
  void theNearestValidLineIsAButton() {
    Message said =
        DiscordSpeech.spoken(
            new Message(
                Status.MISUNDERSTOOD,
                List.of(Block.Text.of("No such field.")),
                new Content.Problem("bad-query", "No such field.", 8, "search author:x")));
    assertThat(said.blocks())
        .last()
        .isInstanceOfSatisfying(
            Block.Actions.class,
            actions ->
                assertThat(actions.actions())
                    .extracting(action -> action.line())
                    .containsExactly("search author:x"));
  }

  private static Message words(String text, java.util.function.Function<String, Block> block) {
    return new Message(
        Status.ANSWERED, List.of(block.apply(text)), new Content.Words(text, Map.of()));
  }
}
