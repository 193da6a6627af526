package dev.paperboy.discord;

import dev.paperboy.chat.CommandWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/**
 * The commands as Discord registers them. Names are never translated, so that what comes in is read
 * the same whatever language somebody's client speaks.
 */
final class DiscordSheet {
  static final String PAPERS = "papers";
  static final String DIGEST = "digest";
  static final String SUMMARIZE = "Summarize paper";

  private static final List<DiscordOption> WISH =
      List.of(
          DiscordOption.FILTER,
          DiscordOption.OFTEN,
          DiscordOption.TIME,
          DiscordOption.ZONE,
          DiscordOption.MAX,
          DiscordOption.QUIET,
          DiscordOption.LAYOUT);

  /** What a word takes, in the order of its line. */
  private record Takes(String meaning, List<DiscordOption> required, List<DiscordOption> optional) {
    List<DiscordOption> all() {
      List<DiscordOption> all = new ArrayList<>(required);
      all.addAll(optional);
      return all;
    }
  }

  private static final Map<String, Takes> OF_PAPERS = ofPapers();
  private static final Map<String, Takes> OF_DIGEST = ofDigest();

  private DiscordSheet() {}

  static List<CommandData> commands() {
    SlashCommandData papers =
        Commands.slash(PAPERS, "Trending research papers: today's, a search, or a digest of yours")
            .setContexts(InteractionContextType.ALL)
            .setIntegrationTypes(IntegrationType.ALL)
            .addSubcommands(subcommands(OF_PAPERS));
    SlashCommandData digest =
        Commands.slash(DIGEST, "The daily papers of a channel, for those who manage the server")
            .setContexts(InteractionContextType.GUILD)
            .setIntegrationTypes(IntegrationType.GUILD_INSTALL)
            .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER))
            .addSubcommands(subcommands(OF_DIGEST));
    CommandData summarize =
        Commands.message(SUMMARIZE)
            .setContexts(InteractionContextType.ALL)
            .setIntegrationTypes(IntegrationType.ALL);
    return List.of(papers, digest, summarize);
  }

  /** What a subcommand takes, in the order of its line; empty where there is no such one. */
  static List<DiscordOption> options(String command, String subcommand) {
    Takes takes = (command.equals(DIGEST) ? OF_DIGEST : OF_PAPERS).get(subcommand);
    return takes == null ? List.of() : takes.all();
  }

  private static List<SubcommandData> subcommands(Map<String, Takes> words) {
    List<SubcommandData> subcommands = new ArrayList<>();
    words.forEach((word, takes) -> {
      SubcommandData subcommand = new SubcommandData(word, takes.meaning());
      takes.required().forEach(option -> subcommand.addOptions(option.data(true)));
      takes.optional().forEach(option -> subcommand.addOptions(option.data(false)));
      subcommands.add(subcommand);
    });
    return subcommands;
  }

  private static Map<String, Takes> ofPapers() {
    Map<String, Takes> words = new LinkedHashMap<>();
    for (CommandWord word : CommandWord.values()) {
      if (word.where() == CommandWord.Where.EVERYWHERE && word != CommandWord.DIGEST) {
        words.put(word.word(), new Takes(word.help(), required(word), optional(word)));
      }
    }
    return words;
  }

  private static List<DiscordOption> required(CommandWord word) {
    return switch (word) {
      case SEARCH -> List.of(DiscordOption.QUERY);
      case SHOW, SIMILAR, SUMMARIZE, SAVE, WHY -> List.of(DiscordOption.PAPER);
      case UNSUBSCRIBE, EDIT, PREVIEW, SHARE -> List.of(DiscordOption.NUMBER);
      default -> List.of();
    };
  }

  private static List<DiscordOption> optional(CommandWord word) {
    return switch (word) {
      case TODAY ->
          List.of(
              DiscordOption.DATE,
              DiscordOption.FILTER,
              DiscordOption.SORT,
              DiscordOption.LIMIT,
              DiscordOption.LAYOUT);
      case TRENDING ->
          List.of(
              DiscordOption.SPAN, DiscordOption.FILTER, DiscordOption.LIMIT, DiscordOption.LAYOUT);
      case SEARCH -> List.of(DiscordOption.SORT, DiscordOption.LIMIT, DiscordOption.LAYOUT);
      case SIMILAR -> List.of(DiscordOption.LIMIT);
      case SUBSCRIBE, EDIT -> WISH;
      case PAUSE -> List.of(DiscordOption.NUMBER, DiscordOption.UNTIL);
      case RESUME -> List.of(DiscordOption.NUMBER);
      case CATCHUP -> List.of(DiscordOption.SINCE);
      case SAVED -> List.of(DiscordOption.EXPORT);
      case SETTINGS -> List.of(DiscordOption.ZONE, DiscordOption.LAYOUT);
      case PRIVACY -> List.of(DiscordOption.REQUEST);
      case HELP -> List.of(DiscordOption.TOPIC);
      default -> List.of();
    };
  }

  private static Map<String, Takes> ofDigest() {
    List<DiscordOption> number = List.of(DiscordOption.NUMBER);
    List<DiscordOption> create = new ArrayList<>(WISH);
    create.add(DiscordOption.CHANNEL);
    Map<String, Takes> words = new LinkedHashMap<>();
    words.put(
        "create",
        new Takes(
            "Post a digest here, or in another channel, as often as you say", List.of(), create));
    words.put("list", new Takes("The digests of this server", List.of(), List.of()));
    words.put("edit", new Takes("Change a digest; what is left out stays", number, WISH));
    words.put(
        "preview", new Takes("What its next post would be; nothing is sent", number, List.of()));
    words.put(
        "pause",
        new Takes(
            "Stop a digest, or all of them, until resume or a date",
            List.of(),
            List.of(DiscordOption.NUMBER, DiscordOption.UNTIL)));
    words.put(
        "resume", new Takes("Go on with a digest that is paused or suspended", List.of(), number));
    words.put("delete", new Takes("End a digest", number, List.of()));
    words.put(
        "run",
        new Takes("Post a digest now", number, List.of(DiscordOption.DATE, DiscordOption.REPOST)));
    words.put(
        "history", new Takes("What a digest has sent, and what became of it", number, List.of()));
    words.put("share", new Takes("A code that makes the same digest anywhere", number, List.of()));
    words.put(
        "doctor",
        new Takes(
            "What is missing for digests to arrive here, and how to mend it",
            List.of(),
            List.of(DiscordOption.CHANNEL)));
    return words;
  }
}
