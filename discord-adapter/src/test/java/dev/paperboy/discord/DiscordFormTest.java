package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.SubscriptionForm;
import java.util.Optional;
import net.dv8tion.jda.api.modals.Modal;
import org.junit.jupiter.api.Test;

class DiscordFormTest {
  private static final SubscriptionForm ENTERED =
      new SubscriptionForm("agents, 4d", "weekly mon", "09:00", "Europe/Berlin", "5", "say", "");

  @Test
  void aDialogRemembersWhichLineItCompletesAndWhereItsDigestGoes() {
    Address thread = Address.thread("discord", "1", "12345678901234567890", "22345678901234567890");
    DiscordForm form = DiscordForm.of("digest create", thread, "plain");
    assertThat(form.id()).hasSizeLessThanOrEqualTo(100);
    assertThat(DiscordForm.parse(form.id())).contains(form);
    assertThat(form.place(Address.channel("discord", "1", "7"))).isEqualTo(thread);
  }

  @Test
  void nobodyIsMovedIntoAChannelByADialogOfTheirOwn() {
    Address here = Address.direct("discord", "", "42");
    assertThat(DiscordForm.of("subscribe", here, "").id()).isEqualTo("subscribe");
    assertThat(new DiscordForm("digest create", "7", null, "").place(here)).isEqualTo(here);
  }

  @Test
  void whatWasEnteredMakesTheLine() {
    assertThat(new DiscordForm("subscribe", null, null, "").line(ENTERED))
        .isEqualTo("subscribe agents, 4d weekly mon 09:00 Europe/Berlin max:5 quiet:say");
    SubscriptionForm emptied = new SubscriptionForm("", "daily", "09:00", "", "5", "say", "");
    assertThat(new DiscordForm("edit 3", null, null, "").line(emptied))
        .isEqualTo("edit 3 * daily 09:00 max:5 quiet:say");
  }

  @Test
  void nothingEnteredIsLostByAMistake() {
    DiscordForm form = new DiscordForm("edit 3", null, null, "");
    Optional<DiscordForm.Again> again = DiscordForm.Again.of(form.with(ENTERED));
    assertThat(again).contains(new DiscordForm.Again(form, ENTERED));
    assertThat(DiscordForm.Again.of("subscribe agents")).isEmpty();
  }

  @Test
  void theDialogsFitIntoDiscord() {
    Modal modal =
        DiscordModals.subscription(
            new DiscordForm("digest edit 999999", null, null, ""), SubscriptionForm.NEW);
    assertThat(modal.getComponents()).hasSize(5);
    assertThat(DiscordModals.settings().getComponents()).hasSize(2);
  }
}
