package dev.paperboy.discord;

import dev.paperboy.chat.SubscriptionForm;
import java.util.List;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;

/** The dialogs as Discord takes them: five fields at most. */
final class DiscordModals {
  static final String SETTINGS = "settings";

  static final String QUERY = "query";
  static final String CADENCE = "cadence";
  static final String WHEN = "when";
  static final String MAX = "max";
  static final String QUIET = "quiet";
  static final String ZONE = "zone";
  static final String LAYOUT = "layout";

  private static final int LONGEST_QUERY = 1_000;

  private DiscordModals() {}

  static Modal subscription(DiscordForm form, SubscriptionForm entered) {
    boolean edits = form.words().contains("edit");
    String title =
        (edits ? "Change a digest" : "A digest")
            + (form.words().startsWith("digest") ? " of a channel" : " for you alone");
    return Modal.create(form.id(), title)
        .addComponents(
            Label.of(
                "Which papers?",
                "Each word is required; - leaves out, a comma means or. Empty for all.",
                text(QUERY, entered.query(), "agents, 4d -video upvotes:>=20", LONGEST_QUERY)),
            Label.of(
                "How often?",
                select(
                    CADENCE,
                    entered.cadence(),
                    DiscordOption.OFTEN.choices().stream()
                        .map(value -> SelectOption.of(DiscordOption.label(value), value))
                        .toList())),
            Label.of(
                "At what time, and in which time zone?",
                "A city is enough: 09:00 Berlin. Hourly needs no time.",
                text(
                    WHEN,
                    (entered.time() + " " + entered.zone()).strip(),
                    "09:00 Europe/Berlin",
                    100)),
            Label.of(
                "How many papers at most?",
                select(
                    MAX,
                    entered.max(),
                    IntStream.rangeClosed(1, 20)
                        .mapToObj(Integer::toString)
                        .map(number -> SelectOption.of(number, number))
                        .toList())),
            Label.of(
                "On a day without papers?",
                select(
                    QUIET,
                    entered.quiet(),
                    DiscordOption.QUIET.choices().stream()
                        .map(value -> SelectOption.of(DiscordOption.label(value), value))
                        .toList())))
        .build();
  }

  static Modal settings() {
    return Modal.create(SETTINGS, "Settings")
        .addComponents(
            Label.of(
                "Your time zone",
                "A city is enough, such as Berlin. Empty leaves it as it is.",
                text(ZONE, "", "Europe/Berlin", 100)),
            Label.of(
                "Layout of your answers",
                "Plain is for screen readers: all words, no signs.",
                select(
                    LAYOUT,
                    "",
                    List.of(
                        SelectOption.of("Cards", "cards"),
                        SelectOption.of("Compact", "compact"),
                        SelectOption.of("Plain, for screen readers", "plain")))))
        .build();
  }

  private static TextInput text(String id, String value, String example, int most) {
    TextInput.Builder input =
        TextInput.create(id, TextInputStyle.SHORT)
            .setRequired(false)
            .setMaxLength(most)
            .setPlaceholder(example);
    if (!value.isBlank()) {
      input.setValue(value.length() > most ? value.substring(0, most) : value);
    }
    return input.build();
  }

  private static StringSelectMenu select(String id, String chosen, List<SelectOption> options) {
    StringSelectMenu.Builder menu = StringSelectMenu.create(id).addOptions(options);
    if (options.stream().anyMatch(option -> option.getValue().equals(chosen))) {
      menu.setDefaultValues(chosen);
    } else {
      menu.setRequired(false).setRequiredRange(0, 1);
    }
    return menu.build();
  }
}
