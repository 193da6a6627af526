package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Action;
import dev.paperboy.discord.DiscordButtons.Kind;
import dev.paperboy.discord.DiscordButtons.Pressed;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.SelectOption;
import org.junit.jupiter.api.Test;

class DiscordButtonsTest {
  private final DiscordButtons buttons = new DiscordButtons(line -> "kept " + line.length());

  @Test
  void aButtonCarriesItsLine() {
    String id = id(buttons.say(new Action("More", "search page:2 a: b")));
    assertThat(Pressed.of(id)).contains(new Pressed(Kind.SAY, "search page:2 a: b"));
  }

  @Test
  void theSameLineTwiceHasTwoIds() {
    Action action = new Action("More", "today");
    assertThat(buttons.say(action).getCustomId()).isNotEqualTo(buttons.say(action).getCustomId());
  }

  @Test
  void aLineThatIsTooLongIsKeptElsewhere() {
    String id = id(buttons.share("x".repeat(98)));
    assertThat(Pressed.of(id)).contains(new Pressed(Kind.SHARE, "kept 98"));
  }

  @Test
  void aMenuHoldsTheFirstTwentyFiveLinesThatDiffer() {
    List<Action> actions =
        IntStream.range(0, 60)
            .mapToObj(n -> new Action("😀".repeat(60), "show #" + n / 2))
            .toList();
    List<SelectOption> options = buttons.menu("Details", actions).getOptions();
    assertThat(options).hasSize(25);
    assertThat(options).extracting(SelectOption::getValue).doesNotHaveDuplicates();
    assertThat(options.get(0).getLabel()).hasSizeLessThanOrEqualTo(100).endsWith("😀…");
  }

  @Test
  void whatSomebodyElseMadeIsNoButtonOfOurs() {
    assertThat(Pressed.of("custom")).isEmpty();
    assertThat(Pressed.of("z1:today")).isEmpty();
  }

  private static String id(Button button) {
    return Objects.requireNonNull(button.getCustomId());
  }
}
