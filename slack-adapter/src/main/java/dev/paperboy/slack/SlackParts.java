package dev.paperboy.slack;

import dev.paperboy.chat.Block;
import dev.paperboy.chat.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A message whose preformatted lines are more than Slack takes at once, such as an export, as
 * several: nothing of it is cut without a word.
 */
final class SlackParts {
  /** Characters of preformatted lines in one message, as they stand in its JSON. */
  static final int PER_MESSAGE = 8_000;

  /** Messages at most: one a second, so it lasts a minute. */
  static final int MOST = 60;

  /** No longer line is kept whole; five times as much when each character is escaped. */
  private static final int LINE = 1_000;

  private SlackParts() {}

  /** The message itself where it fits; else what stands around its lines goes with the first. */
  static List<Message> of(Message message) {
    List<String> chunks = new ArrayList<>();
    for (Block block : message.blocks()) {
      if (block instanceof Block.Preformatted lines) {
        chunks.addAll(chunks(lines.text()));
      }
    }
    if (chunks.size() < 2) {
      return List.of(message);
    }
    int shown = Math.min(chunks.size(), MOST);
    List<Message> parts = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      List<Block> blocks = new ArrayList<>();
      if (i == 0) {
        message.blocks().stream()
            .filter(block -> !(block instanceof Block.Preformatted))
            .forEach(blocks::add);
      }
      blocks.add(new Block.Preformatted(chunks.get(i)));
      blocks.add(Block.FinePrint.of("Part %d of %d".formatted(i + 1, shown)));
      if (i == shown - 1 && shown < chunks.size()) {
        blocks.add(Block.FinePrint.of(leftOut(chunks.subList(shown, chunks.size()))));
      }
      parts.add(new Message(message.status(), blocks, message.content(), message.layout()));
    }
    return parts;
  }

  private static String leftOut(List<String> chunks) {
    return String.format(
        Locale.ROOT,
        "%,d characters more do not fit here; whoever runs Paperboy can give you all of it.",
        chunks.stream().mapToLong(String::length).sum());
  }

  /** Breaks between entries where there are some, else between lines. */
  static List<String> chunks(String text) {
    List<String> chunks = new ArrayList<>();
    StringBuilder chunk = new StringBuilder();
    int size = 0;
    for (String line : lines(text)) {
      int more = size(line);
      while (size + more > PER_MESSAGE && !chunk.isEmpty()) {
        int gap = chunk.lastIndexOf("\n\n") + 1;
        int cut = gap > chunk.length() / 2 ? gap : chunk.length();
        chunks.add(chunk.substring(0, cut));
        chunk.delete(0, cut == gap ? cut + 1 : cut);
        size = size(chunk.toString());
      }
      chunk.append(line);
      size += more;
    }
    if (!chunk.toString().isBlank()) {
      chunks.add(chunk.toString());
    }
    return chunks;
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("(?<=\n)", -1)) {
      int from = 0;
      while (line.length() - from > LINE) {
        int end = from + LINE;
        int cut = Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end;
        lines.add(line.substring(from, cut));
        from = cut;
      }
      lines.add(line.substring(from));
    }
    return lines;
  }

  /** A line break counts by itself: cleaning may take the last one away. */
  private static int size(String text) {
    String fenced = SlackText.fenced(text.replace("\n", ""), Integer.MAX_VALUE);
    int breaks = (int) text.chars().filter(c -> c == '\n').count();
    return fenced.length()
        + 2 * breaks
        + (int) fenced.chars().filter(c -> c == '"' || c == '\\').count();
  }
}
