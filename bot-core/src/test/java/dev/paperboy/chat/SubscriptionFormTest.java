package dev.paperboy.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.edition.SettableClock;
import org.junit.jupiter.api.Test;

class SubscriptionFormTest {
  private final CommandParser parser = new CommandParser(new SettableClock("2026-08-12T09:00:00Z"));

  @Test
  void theFieldsOfADialogMakeTheTailOfALine() {
    assertThat(form("agents,  4d ", "weekly mon").tail())
        .isEqualTo("agents, 4d weekly mon 09:00 Europe/Berlin max:5 quiet:say");
    assertThat(form("", "hourly").tail()).isEqualTo("hourly Europe/Berlin max:5 quiet:say");
  }

  @Test
  void noWordOfTheQueryIsTakenForTheSchedule() {
    for (String query : new String[] {"news daily", "agents 09:00", "maps Europe/Berlin"}) {
      Understanding read = parser.parse("subscribe " + form(query, "weekdays").tail());
      assertThat(read)
          .isInstanceOfSatisfying(
              Understanding.Understood.class,
              understood ->
                  assertThat(understood.command())
                      .isInstanceOfSatisfying(
                          Command.Subscribe.class,
                          subscribe ->
                              assertThat(subscribe.wish().filter())
                                  .isNotNull()
                                  .extracting(Command.Asked::text)
                                  .asString()
                                  .contains("\"")));
    }
  }

  private static SubscriptionForm form(String query, String cadence) {
    return new SubscriptionForm(query, cadence, "09:00", "Europe/Berlin", "5", "say", "");
  }
}
