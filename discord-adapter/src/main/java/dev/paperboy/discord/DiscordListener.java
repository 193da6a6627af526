package dev.paperboy.discord;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.SubscriptionForm;
import dev.paperboy.discord.DiscordButtons.Kind;
import dev.paperboy.discord.DiscordButtons.Pressed;
import dev.paperboy.paper.Readable;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.GenericComponentInteractionCreateEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what people do. Each event has a virtual thread of its own, in which it is acknowledged;
 * whatever may take long is left for after.
 */
final class DiscordListener extends ListenerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordListener.class);
  private static final String STALE =
      "That button is from an older message and leads nowhere now. /papers help shows what you can"
          + " do.";
  private static final Pattern GOES_ON =
      Pattern.compile("(?:^|.* )(?:page|limit):\\d+(?: .*|$)|(?:digest )?(?:more|next) .*");
  private static final int LONGEST_TEXT = 900;

  private final DiscordConversation conversation;
  private final DiscordDialogs dialogs;
  private final DiscordChoices choices;

  DiscordListener(
      DiscordConversation conversation, DiscordDialogs dialogs, DiscordChoices choices) {
    this.conversation = conversation;
    this.dialogs = dialogs;
    this.choices = choices;
  }

  @Override
  public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
    carefully(event, () -> typed(event));
  }

  @Override
  public void onMessageContextInteraction(MessageContextInteractionEvent event) {
    carefully(event, () -> summarize(event));
  }

  @Override
  public void onButtonInteraction(ButtonInteractionEvent event) {
    carefully(event, () -> pressed(event));
  }

  @Override
  public void onStringSelectInteraction(StringSelectInteractionEvent event) {
    carefully(event, () -> selected(event));
  }

  @Override
  public void onModalInteraction(ModalInteractionEvent event) {
    carefully(event, () -> dialogs.sent(event));
  }

  @Override
  public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
    event.replyChoices(choices.of(event, DiscordWhere.of(event))).queue();
  }

  /** Nothing stays unanswered, whatever goes wrong. */
  private static void carefully(IReplyCallback event, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      String incident =
          String.format(Locale.ROOT, "%06x", ThreadLocalRandom.current().nextInt(0x1000000));
      LOG.error("discord: incident {}", incident, e);
      if (!event.isAcknowledged()) {
        DiscordConversation.tell(
            event,
            "Something went wrong in Paperboy itself; its log has it as incident "
                + incident
                + ".");
      }
    }
  }

  private void typed(SlashCommandInteractionEvent event) {
    DiscordLine line = DiscordLine.of(event);
    if (line.problem().isPresent()) {
      DiscordConversation.tell(event, line.problem().get());
      return;
    }
    DiscordWhere where = chosen(event);
    String begun = line.begun();
    boolean isBare = line.isBare() && DiscordDialogs.isBare(begun);
    boolean makesNew = line.words().equals("subscribe") || line.words().equals("digest create");
    boolean asksZone =
        makesNew
            && !line.said().containsKey(DiscordOption.ZONE)
            && !isShareCode(line)
            && !conversation.desk().knowsZone(where.caller());
    if (isBare && dialogs.open(event, where, begun, null)) {
      return;
    }
    if (asksZone && dialogs.open(event, where, begun, entered(line))) {
      return;
    }
    String zone = line.said().get(DiscordOption.ZONE);
    if (zone != null && makesNew) {
      conversation.sayKnowing(event, where, line.line(), zone);
    } else {
      conversation.say(event, where, line.line());
    }
  }

  /** The links of a message: it may carry them in its embeds alone. */
  private void summarize(MessageContextInteractionEvent event) {
    Message target = event.getTarget();
    StringBuilder text = new StringBuilder(target.getContentRaw());
    for (MessageEmbed embed : target.getEmbeds()) {
      if (embed.getUrl() != null) {
        text.append(' ').append(embed.getUrl());
      }
      if (embed.getDescription() != null) {
        text.append(' ').append(embed.getDescription());
      }
    }
    String typed = Readable.clean(text.toString()).strip();
    int most = Math.min(typed.codePointCount(0, typed.length()), LONGEST_TEXT);
    conversation.say(
        event,
        DiscordWhere.of(event),
        "summarize " + typed.substring(0, typed.offsetByCodePoints(0, most)));
  }

  private void pressed(ButtonInteractionEvent event) {
    Optional<Pressed> pressed = Pressed.of(event.getComponentId());
    Optional<String> line = pressed.flatMap(p -> conversation.desk().line(p.value()));
    if (pressed.isEmpty() || line.isEmpty()) {
      DiscordConversation.tell(event, STALE);
      return;
    }
    DiscordWhere where = DiscordWhere.of(event);
    switch (pressed.get().kind()) {
      case SHARE -> conversation.share(event, where, line.get());
      case FORM -> again(event, where, line.get());
      case SAY, CHOOSE -> said(event, where, line.get());
    }
  }

  private void selected(StringSelectInteractionEvent event) {
    boolean ours =
        Pressed.of(event.getComponentId()).filter(p -> p.kind() == Kind.CHOOSE).isPresent();
    Optional<String> line =
        event.getValues().stream().findFirst().flatMap(conversation.desk()::line);
    if (!ours || line.isEmpty()) {
      DiscordConversation.tell(event, STALE);
      return;
    }
    said(event, DiscordWhere.of(event), line.get());
  }

  private void said(GenericComponentInteractionCreateEvent event, DiscordWhere where, String line) {
    if (DiscordDialogs.isBare(line) && dialogs.open(event, where, line, null)) {
      return;
    }
    if (GOES_ON.matcher(line).matches() && isOwnAnswer(event.getMessage(), where)) {
      event.deferEdit().queue();
      conversation.sayInstead(event.getHook(), where, line);
    } else {
      conversation.say(event, where, line);
    }
  }

  /** An answer to this person, as opposed to a digest or to what was shared. */
  private static boolean isOwnAnswer(Message message, DiscordWhere where) {
    return message.isEphemeral() || (where.alone() && message.getInteractionMetadata() != null);
  }

  private void again(ButtonInteractionEvent event, DiscordWhere here, String text) {
    Optional<DiscordForm.Again> again = DiscordForm.Again.of(text);
    if (again.isEmpty()) {
      DiscordConversation.tell(event, STALE);
      return;
    }
    DiscordForm form = again.get().form();
    DiscordWhere where = DiscordWhere.at(event, form.place(here.caller().here()));
    if (!dialogs.open(event, where, form.words(), again.get().entered())) {
      conversation.say(event, where, form.line(again.get().entered()));
    }
  }

  /** Where a command is meant for: the channel chosen in it, else where it was given. */
  private static DiscordWhere chosen(SlashCommandInteractionEvent event) {
    OptionMapping channel = event.getOption(DiscordOption.CHANNEL.optionName());
    Guild guild = event.getGuild();
    if (channel == null || guild == null || guild.isDetached()) {
      return DiscordWhere.of(event);
    }
    Address place = DiscordWhere.address(guild, channel.getAsChannel());
    return DiscordWhere.at(event, place);
  }

  private static boolean isShareCode(DiscordLine line) {
    String filter = line.said().get(DiscordOption.FILTER);
    return filter != null && filter.strip().startsWith("pb1:");
  }

  private static SubscriptionForm entered(DiscordLine line) {
    SubscriptionForm usual = SubscriptionForm.NEW;
    return new SubscriptionForm(
        line.said().getOrDefault(DiscordOption.FILTER, usual.query()),
        line.said().getOrDefault(DiscordOption.OFTEN, usual.cadence()),
        line.said().getOrDefault(DiscordOption.TIME, usual.time()),
        "",
        line.said().getOrDefault(DiscordOption.MAX, usual.max()),
        line.said().getOrDefault(DiscordOption.QUIET, usual.quiet()),
        line.said().getOrDefault(DiscordOption.LAYOUT, usual.layout()));
  }
}
