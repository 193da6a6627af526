package dev.paperboy.discord;

import dev.paperboy.FrontDesk;
import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Command.Whose;
import dev.paperboy.chat.CommandWord;
import dev.paperboy.chat.SubscriptionForm;
import dev.paperboy.chat.Zones;
import dev.paperboy.paper.Readable;
import dev.paperboy.subscription.Subscription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.CommandAutoCompleteInteraction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an option may become, while it is being typed. */
final class DiscordChoices {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordChoices.class);
  private static final int MOST = 25;
  private static final int LENGTH = 100;

  private final FrontDesk desk;

  DiscordChoices(FrontDesk desk) {
    this.desk = desk;
  }

  /** At most 25; none where something went wrong, for what is typed can be sent all the same. */
  List<Choice> of(CommandAutoCompleteInteraction event, DiscordWhere where) {
    String typed = event.getFocusedOption().getValue();
    boolean shared = event.getName().equals(DiscordSheet.DIGEST);
    try {
      return of(
          DiscordOption.valueOf(event.getFocusedOption().getName().toUpperCase(Locale.ROOT)),
          typed,
          shared ? Whose.PLACE : Whose.MINE,
          "unsubscribe".equals(event.getSubcommandName()),
          where);
    } catch (RuntimeException e) {
      LOG.warn("discord: nothing could be suggested", e);
      return List.of();
    }
  }

  List<Choice> of(
      DiscordOption option, String typed, Whose whose, boolean withAll, DiscordWhere where) {
    return switch (option) {
      case ZONE -> named(Zones.completing(typed, MOST));
      case QUERY, FILTER -> named(desk.suggestions().queries(typed, where.caller(), MOST));
      case PAPER ->
          desk.suggestions().papers(typed, where.caller(), MOST).stream()
              .filter(paper -> paper.id().value().length() <= LENGTH)
              .map(DiscordChoices::paper)
              .toList();
      case NUMBER -> numbers(typed, whose, withAll, where);
      case TOPIC -> topics(typed);
      default -> List.of();
    };
  }

  private List<Choice> numbers(String typed, Whose whose, boolean withAll, DiscordWhere where) {
    List<Choice> choices = new ArrayList<>();
    String lower = typed.strip().toLowerCase(Locale.ROOT);
    for (Subscription s : desk.suggestions().subscriptions(whose, where.caller())) {
      String query = s.query().isEmpty() ? "all papers" : s.query();
      SubscriptionForm form = DiscordDialogs.form(s);
      String name =
          s.number()
              + ": "
              + query
              + ", "
              + String.join(" ", form.cadence(), form.time(), form.zone()).replace("  ", " ");
      if (name.toLowerCase(Locale.ROOT).contains(lower)) {
        choices.add(new Choice(cut(name), Integer.toString(s.number())));
      }
    }
    if (withAll && !choices.isEmpty() && "all".startsWith(lower)) {
      choices.add(new Choice("All of them", "all"));
    }
    return choices.subList(0, Math.min(choices.size(), MOST));
  }

  private static Choice paper(CatalogPaper paper) {
    return new Choice(cut(Readable.text(paper.paper().title())), paper.id().value());
  }

  private static List<Choice> topics(String typed) {
    String lower = typed.strip().toLowerCase(Locale.ROOT);
    return Stream.concat(
            Stream.of("query"),
            Arrays.stream(CommandWord.values())
                .filter(word -> word.where() == CommandWord.Where.EVERYWHERE)
                .map(CommandWord::word))
        .filter(word -> word.startsWith(lower))
        .limit(MOST)
        .map(word -> new Choice(word, word))
        .toList();
  }

  private static List<Choice> named(List<String> values) {
    return values.stream()
        .filter(value -> value.length() <= LENGTH && !value.isBlank())
        .limit(MOST)
        .map(value -> new Choice(value, value))
        .toList();
  }

  private static String cut(String text) {
    return DiscordButtons.cut(text, LENGTH);
  }
}
