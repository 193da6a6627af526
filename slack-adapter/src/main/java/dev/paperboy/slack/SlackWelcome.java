package dev.paperboy.slack;

import dev.paperboy.chat.Action;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.Span;
import java.util.List;
import java.util.Map;

/** The three things to try, said once to each person. */
final class SlackWelcome {
  private static final Message MESSAGE =
      new Message(
          Status.ANSWERED,
          List.of(
              new Block.Heading("Hello, this is Paperboy"),
              Block.Text.of(
                  "I bring the day's trending research papers: a daily post in a channel, a search"
                      + " whenever you ask, or a digest for you alone. Three things to try here:"),
              new Block.Text(
                  List.of(
                      new Span.Code("today"),
                      new Span.Plain(" shows what is listed today. "),
                      new Span.Code("search how do agents remember"),
                      new Span.Plain(" asks a whole question. "),
                      new Span.Code("subscribe agents weekdays 09:00"),
                      new Span.Plain(" sends you the best of each day, once."))),
              new Block.Actions(
                  List.of(
                      new Action("Today's papers", "today"),
                      new Action("Subscribe …", "subscribe"),
                      new Action("Help", "help"))),
              Block.FinePrint.of(
                  "In channels it is /papers and the same words; in threads, mention me first.")),
          new Content.Words("Welcome.", Map.of()));

  private final SlackConversation conversation;

  SlackWelcome(SlackConversation conversation) {
    this.conversation = conversation;
  }

  /** Whether it was said: only the first time. */
  boolean greet(SlackWhere where) {
    if (!conversation.desk().isNew(conversation.caller(where, ""))) {
      return false;
    }
    String channel =
        where.direct() && !where.channel().isEmpty() ? where.channel() : where.person();
    SlackWhere direct = new SlackWhere(where.space(), where.person(), channel, null, true);
    conversation
        .replies()
        .post(where.space(), channel, direct, conversation.rendered(MESSAGE, Layout.CARDS));
    return true;
  }
}
