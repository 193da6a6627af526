package dev.paperboy.command;

import dev.paperboy.chat.Action;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Command.Options;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.PaperView;
import dev.paperboy.paper.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of papers as a message: a heading, a quiet line of where it comes from, the papers of one
 * page, and the ways on.
 */
final class ListMessage {
  /** What people see of a list when they do not say how much. */
  static final int SHOWN = 10;

  /** What a program sees at most. */
  static final int MOST = 100;

  private final String heading;
  private final List<Block> above = new ArrayList<>();
  private final List<Action> ways = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Block> below = new ArrayList<>();

  ListMessage(String heading) {
    this.heading = heading;
  }

  /** A quiet line under the heading. */
  ListMessage line(String text) {
    above.add(Block.FinePrint.of(text));
    return this;
  }

  /** A sentence under the heading that must not be missed. */
  ListMessage say(String text) {
    above.add(Block.Text.of(text));
    return this;
  }

  ListMessage way(String label, String line) {
    ways.add(new Action(label, line));
    return this;
  }

  /** A note for programs; people read the same in the lines. */
  ListMessage note(String note) {
    notes.add(note);
    return this;
  }

  ListMessage notes(List<String> more) {
    notes.addAll(more);
    return this;
  }

  ListMessage footer(String text) {
    below.add(Block.FinePrint.of(text));
    return this;
  }

  /**
   * Puts it together.
   *
   * @param papers all that a program is given, the first of them at rank {@code first}
   * @param total how many there are in all
   * @param moreLine the line that shows more, with a space after its options; null where none can
   */
  Message of(
      List<PaperView> papers,
      int first,
      long total,
      Options options,
      @Nullable Instant asOf,
      @Nullable Origin source,
      @Nullable MoreLine moreLine) {
    int shown = Math.min(papers.size(), options.limitOr(SHOWN));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(heading));
    blocks.addAll(above);
    for (int i = 0; i < shown; i++) {
      blocks.add(new Block.PaperCard(papers.get(i), first + i, false, List.of()));
    }
    long left = total - (first - 1L) - shown;
    List<Action> foot = new ArrayList<>();
    if (left > 0 && moreLine != null) {
      foot.add(new Action("+" + left + " more", moreLine.next(options, first - 1 + shown, total)));
    }
    if (shown > 0) {
      foot.add(new Action("details", "show #" + first));
      foot.add(new Action("like it", "similar #" + first));
    }
    foot.addAll(ways);
    if (!foot.isEmpty()) {
      blocks.add(new Block.Actions(foot));
    }
    blocks.addAll(below);
    return new Message(
        Status.ANSWERED, blocks, new Content.Papers(papers, total, asOf, source, notes));
  }

  /** Writes the line that goes on with a list. */
  @FunctionalInterface
  interface MoreLine {
    /** The line with the given options put in ("limit:20", "page:2"). */
    String with(String options);

    /** Longer while one answer can hold it, else the next page. */
    default String next(Options options, int seen, long total) {
      StringBuilder said = new StringBuilder();
      if (options.page() == 1 && total <= MOST && options.limit() == null) {
        said.append("limit:").append(total);
      } else {
        if (options.limit() != null) {
          said.append("limit:").append(options.limit()).append(' ');
        }
        said.append("page:").append(seen / options.limitOr(SHOWN) + 1);
      }
      if (options.sort() != null) {
        said.append(" sort:").append(options.sort().name().toLowerCase(java.util.Locale.ROOT));
      }
      return with(said.toString());
    }
  }
}
