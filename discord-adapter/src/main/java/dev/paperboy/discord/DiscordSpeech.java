package dev.paperboy.discord;

import dev.paperboy.chat.Action;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.CommandWord;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Paperboy says of its own words, as people on Discord say them: with a slash before them. */
final class DiscordSpeech {
  private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
  private static final Pattern FIRST = Pattern.compile("([a-z]+)(?= |$)");

  private DiscordSpeech() {}

  /** The same message, with the nearest valid line behind a button where one was not understood. */
  static Message spoken(Message message) {
    List<Block> blocks = new ArrayList<>();
    for (Block block : message.blocks()) {
      blocks.add(
          switch (block) {
            case Block.Text text -> new Block.Text(spoken(text.spans()));
            case Block.FinePrint print -> new Block.FinePrint(spoken(print.spans()));
            default -> block;
          });
    }
    boolean hasWays = blocks.stream().anyMatch(Block.Actions.class::isInstance);
    if (!hasWays
        && message.content() instanceof Content.Problem problem
        && problem.near() != null) {
      blocks.add(new Block.Actions(List.of(new Action(command(problem.near()), problem.near()))));
    }
    return new Message(message.status(), blocks, message.content(), message.layout());
  }

  /** What there is to say, with what each gives. */
  static Message help() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading("What Paperboy understands"));
    for (CommandWord word : CommandWord.values()) {
      if (word.where() == CommandWord.Where.EVERYWHERE && word != CommandWord.DIGEST) {
        blocks.add(
            new Block.Text(
                List.of(
                    new Span.Code("/papers " + word.word()), new Span.Plain(" " + word.help()))));
      }
    }
    blocks.add(
        new Block.Text(
            List.of(
                new Span.Code("/digest create"),
                new Span.Plain(
                    " and its neighbours: the daily post of a channel, for those who manage the"
                        + " server."))));
    blocks.add(
        new Block.Actions(
            List.of(
                new Action("The filter language", "help query"),
                new Action("Today's papers", "today"))));
    return new Message(
        Status.ANSWERED, blocks, new Content.Words("What Paperboy understands.", Map.of()));
  }

  /** A line of the grammar as a command; what is none stays as it is. */
  static String command(String line) {
    Matcher first = FIRST.matcher(line);
    if (!first.lookingAt() || CommandWord.of(first.group(1)).isEmpty()) {
      return line;
    }
    return CommandWord.of(first.group(1)).get() == CommandWord.DIGEST
        ? "/digest" + line.substring(first.end())
        : "/papers " + line;
  }

  private static List<Span> spoken(List<Span> spans) {
    List<Span> said = new ArrayList<>();
    for (Span span : spans) {
      switch (span) {
        case Span.Code code -> said.add(new Span.Code(command(code.text())));
        case Span.Plain plain -> quoted(plain.text(), said);
        default -> said.add(span);
      }
    }
    return said;
  }

  private static void quoted(String text, List<Span> said) {
    Matcher quoted = QUOTED.matcher(text);
    int end = 0;
    while (quoted.find()) {
      if (quoted.start() > end) {
        said.add(new Span.Plain(text.substring(end, quoted.start())));
      }
      said.add(new Span.Code(command(quoted.group(1))));
      end = quoted.end();
    }
    if (end < text.length()) {
      said.add(new Span.Plain(text.substring(end)));
    }
  }
}
