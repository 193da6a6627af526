package dev.paperboy.discord;

import dev.paperboy.chat.SubscriptionForm;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.interactions.commands.CommandInteractionPayload;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

/**
 * What somebody entered into typed options, as the one line of the grammar that it stands for.
 *
 * @param words the word, with {@code digest} before it for the commands of a channel
 * @param problem what is wrong with a field, where something is
 */
record DiscordLine(String words, Map<DiscordOption, String> said, Optional<String> problem) {
  /** Reads the options by their names as registered, never as translated. */
  static DiscordLine of(CommandInteractionPayload command) {
    String subcommand = command.getSubcommandName() == null ? "help" : command.getSubcommandName();
    boolean shared = command.getName().equals(DiscordSheet.DIGEST);
    Map<DiscordOption, String> said = new EnumMap<>(DiscordOption.class);
    for (DiscordOption option : DiscordSheet.options(command.getName(), subcommand)) {
      OptionMapping value = command.getOption(option.optionName());
      if (value != null && !value.getAsString().isBlank()) {
        said.put(option, value.getAsString());
      }
    }
    return of((shared ? "digest " : "") + subcommand, said);
  }

  static DiscordLine of(String words, Map<DiscordOption, String> said) {
    DiscordWhen when =
        DiscordWhen.of(
            said.getOrDefault(DiscordOption.TIME, ""), said.getOrDefault(DiscordOption.ZONE, ""));
    Map<DiscordOption, String> read = new EnumMap<>(DiscordOption.class);
    read.putAll(said);
    read.computeIfPresent(DiscordOption.TIME, (option, typed) -> when.time());
    read.computeIfPresent(DiscordOption.ZONE, (option, typed) -> when.zone());
    Optional<String> date = DiscordWhen.problemOfDate(said.getOrDefault(DiscordOption.DATE, ""));
    return new DiscordLine(words, read, when.problem().or(() -> date));
  }

  /** The line. A filter that is typed beside a schedule is not read as one. */
  String line() {
    List<String> parts = new ArrayList<>();
    parts.add(words);
    boolean scheduled = said.keySet().stream().anyMatch(DiscordOption::isOfSchedule);
    for (Map.Entry<DiscordOption, String> entry : inOrder()) {
      String value =
          scheduled && entry.getKey() == DiscordOption.FILTER
              ? SubscriptionForm.asFilter(entry.getValue())
              : entry.getValue();
      parts.add(entry.getKey().said(value));
    }
    return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
  }

  /** Whether nothing was said that the line could change or make something by. */
  boolean isBare() {
    return said.keySet().stream()
        .allMatch(option -> option == DiscordOption.NUMBER || option == DiscordOption.CHANNEL);
  }

  /** The word, and the number where there is one: what a dialog completes. */
  String begun() {
    String number = said.get(DiscordOption.NUMBER);
    return number == null ? words : words + " " + DiscordOption.NUMBER.said(number);
  }

  private List<Map.Entry<DiscordOption, String>> inOrder() {
    String command = words.startsWith("digest ") ? DiscordSheet.DIGEST : DiscordSheet.PAPERS;
    String subcommand = words.substring(words.indexOf(' ') + 1);
    return DiscordSheet.options(command, subcommand).stream()
        .filter(said::containsKey)
        .map(option -> Map.entry(option, said.get(option)))
        .toList();
  }
}
