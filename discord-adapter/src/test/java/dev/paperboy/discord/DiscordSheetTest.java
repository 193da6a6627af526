package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.chat.CommandWord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import org.junit.jupiter.api.Test;

class DiscordSheetTest {
  private static final int MOST_CHARACTERS = 8_000;

  @Test
  void everyWordOfTheGrammarThatIsForEveryoneIsASubcommand() {
    List<String> words =
        Arrays.stream(CommandWord.values())
            .filter(word -> word.where() == CommandWord.Where.EVERYWHERE)
            .map(CommandWord::word)
            .filter(word -> !word.equals("digest"))
            .toList();
    assertThat(((SlashCommandData) command("papers")).getSubcommands())
        .extracting(SubcommandData::getName)
        .containsExactlyElementsOf(words);
  }

  @Test
  void theWordsOfAChannelAreThoseThatTheGrammarKnows() {
    assertThat(((SlashCommandData) command("digest")).getSubcommands())
        .extracting(SubcommandData::getName)
        .contains(
            "create", "list", "edit", "preview", "pause", "resume", "delete", "run", "history",
            "doctor");
  }

  @Test
  void papersAreForEveryoneEverywhereAndDigestsForManagersOfAServer() {
    CommandData papers = command("papers");
    assertThat(papers.getContexts()).hasSize(3);
    assertThat(papers.getIntegrationTypes()).hasSize(2);
    CommandData digest = command("digest");
    assertThat(digest.getContexts()).containsExactly(InteractionContextType.GUILD);
    assertThat(digest.getIntegrationTypes()).containsExactly(IntegrationType.GUILD_INSTALL);
    assertThat(digest.getDefaultPermissions().getPermissionsRaw())
        .isEqualTo(Permission.MANAGE_SERVER.getRawValue());
  }

  @Test
  void noCommandIsLongerThanDiscordTakes() {
    for (CommandData command : DiscordSheet.commands()) {
      JsonNode json =
          DiscordJson.parse(new String(command.toData().toJson(), StandardCharsets.UTF_8));
      assertThat(characters(json)).as(command.getName()).isLessThanOrEqualTo(MOST_CHARACTERS);
    }
  }

  @Test
  void whatDiscordGivesBackIsRecognisedAsTheSame() {
    List<CommandData> back =
        DiscordSheet.commands().stream().map(each -> CommandData.fromData(each.toData())).toList();
    assertThat(DiscordRegistration.same(back, DiscordSheet.commands())).isTrue();
  }

  @Test
  void oneChangedWordIsAChange() {
    List<CommandData> others =
        List.of(
            ((SlashCommandData) command("papers")).setDescription("Something else"),
            command("digest"),
            command(DiscordSheet.SUMMARIZE));
    assertThat(DiscordRegistration.same(others, DiscordSheet.commands())).isFalse();
    assertThat(DiscordRegistration.same(List.of(), DiscordSheet.commands())).isFalse();
    assertThat(
            DiscordRegistration.same(
                List.of(Commands.message("A")), List.of(Commands.message("B"))))
        .isFalse();
  }

  private static CommandData command(String name) {
    return DiscordSheet.commands().stream()
        .filter(command -> command.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** As Discord counts: names, descriptions and values. */
  private static int characters(JsonNode node) {
    int sum = 0;
    for (String field : List.of("name", "description", "value")) {
      sum += node.path(field).asText("").length();
    }
    for (JsonNode part : node.path("options")) {
      sum += characters(part);
    }
    for (JsonNode choice : node.path("choices")) {
      sum += characters(choice);
    }
    return sum;
  }
}
