package dev.paperboy.discord;

import dev.paperboy.Errands;
import dev.paperboy.FrontDesk;
import dev.paperboy.chat.Action;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.Zones;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;

/**
 * Says a person's line to Paperboy and the answer to the person. What comes in is acknowledged at
 * once, and worked on after.
 */
final class DiscordConversation {
  static final String BUSY =
      "Paperboy has more to do than it can right now. Please try again in a minute.";

  private static final int MOST_ROWS = 5;
  private static final Pattern MAKES_OWN = Pattern.compile("(?:subscribe|sub)(?: .*|$)");
  private static final Pattern OF_PLACE = Pattern.compile("digest (?:create|edit|resume) ?.*");

  private final FrontDesk desk;
  private final DiscordRenderer renderer;
  private final Errands errands;
  private final DiscordReach reach;
  private final DiscordWelcome welcome;

  DiscordConversation(
      FrontDesk desk, DiscordRenderer renderer, Errands errands, DiscordReach reach) {
    this.desk = desk;
    this.renderer = renderer;
    this.errands = errands;
    this.reach = reach;
    this.welcome = new DiscordWelcome(desk, renderer);
  }

  FrontDesk desk() {
    return desk;
  }

  /** Answers a line, for the person alone; what they see of papers can be shared with everyone. */
  void say(IReplyCallback event, DiscordWhere where, String line) {
    InteractionHook hook = deferred(event, !where.alone());
    later(hook, () -> answer(hook, where, line));
  }

  /** As {@link #say}, where the line also tells for the first time in which zone somebody is. */
  void sayKnowing(IReplyCallback event, DiscordWhere where, String line, String zone) {
    InteractionHook hook = deferred(event, !where.alone());
    later(hook, () -> answerKnowing(hook, where, line, zone));
  }

  /** A zone is asked for once: what somebody says of it first is theirs from then on. */
  void answerKnowing(InteractionHook hook, DiscordWhere where, String line, String zone) {
    if (Zones.of(zone).isPresent()
        && desk.problem(line).isEmpty()
        && !desk.knowsZone(where.caller())) {
      Message unused = desk.answer("settings zone " + zone, where.caller());
    }
    answer(hook, where, line);
  }

  /** Answers a line in place of the message whose button said it. */
  void sayInstead(InteractionHook hook, DiscordWhere where, String line) {
    later(hook, () -> answer(hook, where, line));
  }

  /** Shows everyone here what one person has found. */
  void share(IReplyCallback event, DiscordWhere where, String line) {
    InteractionHook hook = deferred(event, false);
    later(
        hook,
        () -> {
          Message message = desk.answer(line, where.caller());
          List<Block> blocks = new ArrayList<>(message.blocks());
          blocks.add(Block.FinePrint.of("Shared by " + where.name()));
          DiscordReplies.answer(
              hook,
              renderer.render(
                  new Message(message.status(), blocks, message.content(), message.layout()),
                  desk.layout(line, where.caller())));
        });
  }

  /** A sentence of ours, at once. */
  static void tell(IReplyCallback event, String sentence) {
    event.reply(DiscordPayload.ofWords(sentence).create()).setEphemeral(true).queue();
  }

  /** Does something once the acknowledgement is on its way. */
  void later(InteractionHook hook, Runnable work) {
    try {
      errands.execute(work);
    } catch (RejectedExecutionException e) {
      DiscordReplies.say(hook, BUSY);
    }
  }

  static InteractionHook deferred(IReplyCallback event, boolean ephemeral) {
    event.deferReply(ephemeral).queue();
    return event.getHook();
  }

  void answer(InteractionHook hook, DiscordWhere where, String line) {
    Message message = unreached(where, line).orElseGet(() -> heard(where, line));
    DiscordReplies.answer(hook, rendered(withObstacles(message, where, line), where, line));
    welcome.greet(hook, where);
  }

  private Message heard(DiscordWhere where, String line) {
    return line.equals("help") ? DiscordSpeech.help() : desk.answer(line, where.caller());
  }

  private DiscordPayload rendered(Message message, DiscordWhere where, String line) {
    boolean shareable =
        !where.alone()
            && message.content() instanceof Content.Papers papers
            && !papers.papers().isEmpty();
    return renderer.render(
        DiscordSpeech.spoken(message), desk.layout(line, where.caller()), shareable ? line : null);
  }

  /** Says so, and what helps, where a digest of somebody's own could never reach them. */
  private Optional<Message> unreached(DiscordWhere where, String line) {
    if (!where.own()
        || !MAKES_OWN.matcher(line).matches()
        || desk.problem(line).isPresent()
        || reach.reaches(where.caller().person())) {
      return Optional.empty();
    }
    return Optional.of(
        new Message(
            Status.ANSWERED,
            List.of(
                new Block.Heading("Your direct messages cannot be reached"),
                Block.Text.of(
                    "You have installed Paperboy for yourself, and it shares no server with you"
                        + " from which it may write to you. So nothing was subscribed."),
                reach.invitation("Add Paperboy to a server that you are in"),
                Block.Text.of(
                    "Or allow direct messages of its members in a server where it already is. Then"
                        + " subscribe again:"),
                new Block.Actions(List.of(new Action("Subscribe again", line)))),
            new Content.Problem(
                "unreachable", "Your direct messages cannot be reached.", null, line)));
  }

  /** Says at once what will keep a digest from arriving. */
  private Message withObstacles(Message message, DiscordWhere where, String line) {
    if (message.status() != Status.ANSWERED || !OF_PLACE.matcher(line).matches()) {
      return message;
    }
    List<String> obstacles = reach.obstacles(where.caller().here());
    if (obstacles.isEmpty()) {
      return message;
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Text.of("It cannot arrive yet. " + String.join(" ", obstacles)));
    blocks.addAll(message.blocks());
    return new Message(message.status(), blocks, message.content(), message.layout());
  }

  /** Answers a line that a dialog made; where it is not understood, with the way back into it. */
  void answerForm(InteractionHook hook, DiscordWhere where, String line, String zone, String form) {
    if (desk.problem(line).isPresent()) {
      answerWrong(hook, where, desk.answer(line, where.caller()), form);
    } else {
      answerKnowing(hook, where, line, zone);
    }
  }

  /** Says what is wrong with a field of a dialog, with the way back into it. */
  void answerWrong(InteractionHook hook, DiscordWhere where, String problem, String form) {
    answerWrong(
        hook,
        where,
        new Message(
            Status.MISUNDERSTOOD,
            List.of(Block.Text.of(problem)),
            new Content.Problem("bad-option", problem, null, null)),
        form);
  }

  private void answerWrong(InteractionHook hook, DiscordWhere where, Message message, String form) {
    DiscordPayload payload =
        renderer.render(DiscordSpeech.spoken(message), desk.layout("settings", where.caller()));
    List<ActionRow> rows = new ArrayList<>();
    rows.add(ActionRow.of(new DiscordButtons(desk::shortened).form("Change it …", form)));
    rows.addAll(payload.rows().subList(0, Math.min(payload.rows().size(), MOST_ROWS - 1)));
    DiscordReplies.answer(
        hook, new DiscordPayload(payload.content(), payload.embeds(), rows, payload.files()));
  }
}
