package dev.paperboy.command;

import dev.paperboy.chat.Ages;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.Command.Asked;
import dev.paperboy.chat.Command.Options;
import dev.paperboy.chat.Message;
import dev.paperboy.edition.Edition;
import dev.paperboy.when.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

  /**
   * Where an edition comes from and how it stands; the message is told what programs should know.
   */
  static String state(Edition edition, Instant now, ListMessage message) {
    StringBuilder state = new StringBuilder(edition.origin().label());
    if (edition.settled() && edition.trouble() == null) {
      state.append(", settled");
    } else {
      state.append(", ").append(Ages.old(edition.asOf(), now));
      if (!edition.settled()) {
        state.append(", still filling");
        message.note("still filling");
      }
    }
    if (edition.composed()) {
      state.append(", put together from daily lists");
      message.note("composed from daily lists");
    }
    if (edition.skipped() > 0) {
      String skipped = Ages.count(edition.skipped(), "row") + " unreadable and left out";
      state.append(", ").append(skipped);
      message.note(skipped);
    }
    String trouble = edition.trouble();
    if (trouble != null) {
      state.append(" · ").append(trouble(trouble));
      message.note("stale: " + trouble);
    }
    return state.toString();
  }

  /** Why there is nothing in an edition. */
  static Message empty(ListMessage message, Edition edition, LocalDate today, Instant now) {
    Period period = edition.period();
    if (period instanceof Period.Day day) {
      DayOfWeek weekday = day.date().getDayOfWeek();
      boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
      if (weekend) {
        message.say("No list is published at weekends.").note("weekend");
      } else if (day.date().equals(today)) {
        message
            .say("Nothing is listed yet today; the list opens at 00:00 UTC and fills over the day.")
            .note("nothing listed yet");
      } else {
        message.say("No list was published on that day.").note("nothing listed");
      }
      LocalDate before = day.date().minusDays(1);
      while (before.getDayOfWeek() == DayOfWeek.SATURDAY
          || before.getDayOfWeek() == DayOfWeek.SUNDAY) {
        before = before.minusDays(1);
      }
      message.way("the list before", "today " + before);
    } else {
      message.say("Nothing is listed in " + name(period) + ".").note("nothing listed");
    }
    message.line(state(edition, now, message));
    return message.of(List.of(), 1, 0, Options.NONE, edition.asOf(), edition.origin(), null);
  }
}
