package dev.paperboy.discord;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.dv8tion.jda.api.entities.channel.ChannelType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/** The typed options of the commands, each with its place in a line of the grammar. */
enum DiscordOption {
  DATE("2026-08-12, 2026-W33, 2026-08 or yesterday; today where it is left out"),
  SPAN("Since when; a week where it is left out", "today", "week", "month"),
  QUERY("Words, phrases or a whole question; fields like author: and has:code filter"),
  FILTER("Each word is required; - leaves out, a comma means or"),
  PAPER("Words of its title, an arXiv id or link, or #3 of your last list"),
  NUMBER("Which of them"),
  OFTEN(
      "How often; weekdays where it is left out",
      "weekdays",
      "daily",
      "weekly mon",
      "weekly tue",
      "weekly wed",
      "weekly thu",
      "weekly fri",
      "weekly sat",
      "weekly sun",
      "hourly"),
  TIME("At what time, such as 09:00"),
  ZONE("Your time zone: type a city, such as Berlin"),
  MAX("How many papers at most; 5 where it is left out"),
  QUIET("On a day without papers: say so, or stay silent", "say", "silent"),
  SORT("In which order", "relevance", "trending", "upvotes", "new"),
  LIMIT("How many at once"),
  LAYOUT("How it looks; plain is for screen readers", "cards", "compact", "plain"),
  UNTIL("A date on which it goes on by itself, such as 2026-08-31"),
  SINCE("A date, such as 2026-08-03; since the last digest where it is left out"),
  EXPORT("As a file for other programs", "bibtex", "ris", "csv", "markdown"),
  REQUEST("Look at it, take it with you, or have it all deleted", "show", "export", "forget"),
  TOPIC("A command, or query for the filter language"),
  CHANNEL("A channel, forum or thread; this one where it is left out"),
  REPOST("Whether papers that were shown here may come again");

  private static final int LONGEST = 1_000;

  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<String> choices;

  DiscordOption(String meaning, String... choices) {
    this.meaning = meaning;
    this.choices = List.of(choices);
  }

  /** As Discord shows it. */
  String optionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isOfSchedule() {
    return this == OFTEN || this == TIME || this == ZONE;
  }

  OptionData data(boolean required) {
    OptionData data = new OptionData(type(), optionName(), meaning, required);
    choices.forEach(choice -> data.addChoice(label(choice), choice));
    return switch (this) {
      case MAX -> data.setRequiredRange(1, 20);
      case LIMIT -> data.setRequiredRange(1, 100);
      case QUERY, FILTER, PAPER -> data.setAutoComplete(true).setMaxLength(LONGEST);
      case NUMBER, ZONE, TOPIC -> data.setAutoComplete(true).setMaxLength(100);
      case CHANNEL ->
          data.setChannelTypes(
              ChannelType.TEXT,
              ChannelType.NEWS,
              ChannelType.FORUM,
              ChannelType.GUILD_PUBLIC_THREAD,
              ChannelType.GUILD_PRIVATE_THREAD,
              ChannelType.GUILD_NEWS_THREAD);
      case DATE, TIME, UNTIL, SINCE -> data.setMaxLength(100);
      default -> data;
    };
  }

  /** How it stands in a line; empty where the line does not hold it. */
  String said(String value) {
    String text = value.strip();
    return switch (this) {
      case MAX, LIMIT, SORT, QUIET, LAYOUT -> optionName() + ":" + text;
      case UNTIL -> "until " + text;
      case EXPORT -> "export " + text;
      case REPOST -> text.equals("true") ? "repost:true" : "";
      case CHANNEL -> "";
      case NUMBER -> text.startsWith("#") ? text.substring(1) : text;
      default -> text;
    };
  }

  private OptionType type() {
    return switch (this) {
      case MAX, LIMIT -> OptionType.INTEGER;
      case CHANNEL -> OptionType.CHANNEL;
      case REPOST -> OptionType.BOOLEAN;
      default -> OptionType.STRING;
    };
  }

  List<String> choices() {
    return choices;
  }

  /** A choice in words. */
  static String label(String choice) {
    return Objects.requireNonNullElse(
        switch (choice) {
          case "weekdays" -> "Monday to Friday";
          case "daily" -> "Every day";
          case "hourly" -> "As papers appear, hourly at most";
          case "weekly mon" -> "Every Monday";
          case "weekly tue" -> "Every Tuesday";
          case "weekly wed" -> "Every Wednesday";
          case "weekly thu" -> "Every Thursday";
          case "weekly fri" -> "Every Friday";
          case "weekly sat" -> "Every Saturday";
          case "weekly sun" -> "Every Sunday";
          case "say" -> "Say so, and why";
          case "silent" -> "Stay silent";
          default -> null;
        },
        choice);
  }
}
