package dev.paperboy.discord;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Address.Kind;
import dev.paperboy.chat.Caller.Manages;
import dev.paperboy.chat.Command.Whose;
import dev.paperboy.chat.SubscriptionForm;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.when.Cadence;
import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IModalCallback;
import net.dv8tion.jda.api.interactions.modals.ModalInteraction;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import org.jspecify.annotations.Nullable;

/**
 * The dialogs: they complete a line that was begun. One can only be opened at once, so nothing is
 * asked for it but what is known here.
 */
final class DiscordDialogs {
  private static final Pattern BARE =
      Pattern.compile(
          "subscribe|sub|settings|digest create|feed create|(?:digest |feed )?edit #?\\d{1,6}");

  private final DiscordConversation conversation;

  DiscordDialogs(DiscordConversation conversation) {
    this.conversation = conversation;
  }

  /** Whether a line is one that a dialog completes. */
  static boolean isBare(String line) {
    return BARE.matcher(line.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")).matches();
  }

  /**
   * Opens the dialog that completes a line.
   *
   * @param entered what was said already; null for nothing
   * @return whether there is one; else the line is answered as it stands
   */
  boolean open(
      IModalCallback event, DiscordWhere where, String begun, @Nullable SubscriptionForm entered) {
    String words =
        begun
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\s+", " ")
            .replace("feed ", "digest ")
            .replace("#", "");
    if (words.equals("settings")) {
      event.replyModal(DiscordModals.settings()).queue();
      return true;
    }
    boolean shared = words.startsWith("digest ");
    if (shared && (where.caller().here().kind() == Kind.DIRECT || !manages(where))) {
      return false; // the answer says why not
    }
    if (entered != null) {
      event
          .replyModal(
              DiscordModals.subscription(
                  DiscordForm.of(words, where.caller().here(), entered.layout()), entered))
          .queue();
      return true;
    }
    Optional<SubscriptionForm> known =
        words.contains("edit")
            ? stored(shared ? Whose.PLACE : Whose.MINE, words, where)
            : Optional.of(SubscriptionForm.NEW);
    known.ifPresent(form ->
        event
            .replyModal(
                DiscordModals.subscription(
                    DiscordForm.of(
                        words.equals("sub") ? "subscribe" : words, where.caller().here(), ""),
                    form))
            .queue());
    return known.isPresent();
  }

  /** Takes a dialog that was sent. */
  void sent(ModalInteractionEvent event) {
    DiscordWhere here = DiscordWhere.of(event);
    if (event.getModalId().equals(DiscordModals.SETTINGS)) {
      DiscordWhen when = DiscordWhen.of("", value(event, DiscordModals.ZONE));
      String zone = when.zone();
      if (when.problem().isPresent()) {
        DiscordConversation.tell(event, when.problem().get());
        return;
      }
      String layout = value(event, DiscordModals.LAYOUT);
      conversation.say(
          event,
          here,
          "settings"
              + (zone.isEmpty() ? "" : " zone " + zone)
              + (layout.isEmpty() ? "" : " layout:" + layout));
      return;
    }
    Optional<DiscordForm> form = DiscordForm.parse(event.getModalId());
    if (form.isEmpty()) {
      DiscordConversation.tell(
          event, "That dialog is from an older version of Paperboy. Please open it again.");
      return;
    }
    Address place = form.get().place(here.caller().here());
    DiscordWhere where = DiscordWhere.at(event, place);
    DiscordWhen when = DiscordWhen.of(value(event, DiscordModals.WHEN));
    SubscriptionForm entered =
        new SubscriptionForm(
            value(event, DiscordModals.QUERY),
            value(event, DiscordModals.CADENCE),
            when.time(),
            when.zone(),
            value(event, DiscordModals.MAX),
            value(event, DiscordModals.QUIET),
            form.get().layout());
    String line = form.get().line(entered);
    InteractionHook hook = DiscordConversation.deferred(event, !where.alone());
    conversation.later(
        hook,
        () -> {
          if (when.problem().isPresent()) {
            conversation.answerWrong(hook, where, when.problem().get(), form.get().with(entered));
          } else {
            conversation.answerForm(hook, where, line, when.zone(), form.get().with(entered));
          }
        });
  }

  private Optional<SubscriptionForm> stored(Whose whose, String words, DiscordWhere where) {
    int number = Integer.parseInt(words.substring(words.lastIndexOf(' ') + 1));
    return conversation.desk().suggestions().subscriptions(whose, where.caller()).stream()
        .filter(subscription -> subscription.number() == number)
        .map(DiscordDialogs::form)
        .findFirst();
  }

  /** A subscription in the fields of its dialog. */
  static SubscriptionForm form(Subscription s) {
    Cadence cadence = s.schedule().cadence();
    String often = cadence.name().toLowerCase(Locale.ROOT);
    DayOfWeek day = s.schedule().day();
    return new SubscriptionForm(
        s.query(),
        day == null ? often : often + " " + day.name().substring(0, 3).toLowerCase(Locale.ROOT),
        cadence == Cadence.HOURLY ? "" : s.schedule().time().toString(),
        s.schedule().zone().getId(),
        Integer.toString(s.cap()),
        s.quiet().name().toLowerCase(Locale.ROOT),
        "");
  }

  private static boolean manages(DiscordWhere where) {
    return where.caller().manages() != Manages.NOTHING;
  }

  private static String value(ModalInteraction event, String id) {
    ModalMapping found = event.getValue(id);
    if (found == null) {
      return "";
    }
    return switch (found.getType()) {
      case TEXT_INPUT -> found.getAsString().strip();
      case STRING_SELECT -> found.getAsStringList().stream().findFirst().orElse("");
      default -> "";
    };
  }
}
