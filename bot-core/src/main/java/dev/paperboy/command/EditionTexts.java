package dev.paperboy.command;

import dev.paperboy.chat.Ages;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.Command.Asked;
import dev.paperboy.when.Period;
import org.jspecify.annotations.Nullable;

/** Editions, spans and counts in words. */
final class EditionTexts {
  private EditionTexts() {}

  static String trouble(@Nullable String why) {
    return "the source cannot be asked now (" + why + ")";
  }

  static String counted(int all, String how, int matching, Asked filter) {
    return filter.isEmpty()
        ? Ages.count(all, "paper")
        : matching + " of " + all + " " + how + " match “" + filter.text() + "”";
  }

  static String name(Period period) {
    return switch (period) {
      case Period.Day day -> Ages.day(day.date());
      case Period.Week week ->
          "week "
              + week.text().substring(6)
              + ", "
              + Ages.day(week.monday())
              + " to "
              + Ages.day(week.last());
      case Period.Month month -> Ages.month(month.first());
    };
  }

  static String span(Command.Trending.Span span) {
    return switch (span) {
      case TODAY -> "today";
      case WEEK -> "the last 7 days";
      case MONTH -> "the last 30 days";
    };
  }

  static String within(Command.Trending.Span span) {
    return span == Command.Trending.Span.TODAY ? "today" : "in " + span(span);
  }
}
