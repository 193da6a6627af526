package dev.paperboy.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.chat.Action;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Block.PaperCard;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.SpokenMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a message into Block Kit that Slack takes: a pure function. What does not fit is shown in
 * less detail, and said to be.
 */
final class SlackRenderer {
  /** Blocks of a message; a view may have twice as many. */
  static final int MOST_BLOCKS = 50;

  /** Characters of blocks as JSON; Slack refuses somewhere above 13,200. */
  static final int BUDGET = 12_000;

  /** Characters of text; Slack cuts at 40,000. */
  static final int TEXT = 12_000;

  private static final int PER_SECTION = 2_900;
  private static final Pattern BY_RANK = Pattern.compile("(?:show|similar) #(\\d+)");
  private static final String LEFT_OUT =
      "This message is longer than Slack allows; what is missing comes with `limit:` and `page:`.";

  private static final String BEGINNING =
      "This is the beginning. All of it comes when you say the same in a message to Paperboy.";

  private final UnaryOperator<String> shorten;

  /**
   * @param shorten keeps a line of more than 2,000 characters under a short one
   */
  SlackRenderer(UnaryOperator<String> shorten) {
    this.shorten = shorten;
  }

  SlackPayload render(Message message, Layout layout) {
    return render(message, layout, null);
  }

  /**
   * @param share the line that a Share button shows to everyone; null for none
   */
  SlackPayload render(Message message, Layout layout, @Nullable String share) {
    String text = SlackWords.text(message, TEXT);
    if (layout == Layout.PLAIN) {
      return new SlackPayload(text, fitted(plain(message, share)));
    }
    SlackDetail[] details =
        layout == Layout.CARDS ? SlackDetail.forCards() : SlackDetail.forLines();
    List<ObjectNode> blocks = List.of();
    for (SlackDetail detail : details) {
      blocks = new Attempt(message, detail, share).blocks();
      if (fits(blocks)) {
        return new SlackPayload(text, array(blocks));
      }
    }
    return new SlackPayload(text, fitted(blocks));
  }

  private List<ObjectNode> plain(Message message, @Nullable String share) {
    List<ObjectNode> blocks = new ArrayList<>();
    StringBuilder section = new StringBuilder();
    for (Block block : message.blocks()) {
      if (block instanceof Block.Preformatted lines) {
        flush(blocks, section);
        preformatted(blocks, lines.text());
      } else {
        Message one = new Message(message.status(), List.of(block), message.content());
        for (String paragraph : SpokenMessage.of(one)) {
          gather(blocks, section, SlackText.escaped(paragraph, PER_SECTION));
        }
      }
    }
    flush(blocks, section);
    SlackButtons buttons = new SlackButtons(shorten);
    List<ObjectNode> elements = new ArrayList<>();
    for (Block block : message.blocks()) {
      if (block instanceof Block.Actions actions) {
        buttons.add(elements, actions.actions());
      }
    }
    if (share != null) {
      elements.add(buttons.button(SlackButtons.SHARE, "Share", share));
    }
    if (!elements.isEmpty()) {
      blocks.add(SlackBlocks.actions(elements));
    }
    return blocks;
  }

  /** One try, at one level of detail. */
  private final class Attempt {
    private final Message message;
    private final SlackDetail detail;
    private final @Nullable String share;
    private final SlackButtons buttons = new SlackButtons(shorten);
    private final List<ObjectNode> blocks = new ArrayList<>();
    private final StringBuilder lines = new StringBuilder();
    private final Set<Integer> withButtons = new HashSet<>();
    private boolean shared;
    private int papers;

    Attempt(Message message, SlackDetail detail, @Nullable String share) {
      this.message = message;
      this.detail = detail;
      this.share = share;
    }

    List<ObjectNode> blocks() {
      for (Block block : message.blocks()) {
        add(block);
      }
      flush(blocks, lines);
      if (papers > detail.papers()) {
        blocks.add(SlackBlocks.context(LEFT_OUT));
      }
      if (share != null && !shared) {
        blocks.add(
            SlackBlocks.actions(List.of(buttons.button(SlackButtons.SHARE, "Share", share))));
      }
      return blocks;
    }

    private void add(Block block) {
      if (block instanceof PaperCard card) {
        paper(card);
        return;
      }
      boolean afterPapers = papers > 0;
      flush(blocks, lines);
      switch (block) {
        case Block.Heading heading -> blocks.add(SlackBlocks.header(heading.text()));
        case Block.Text text -> {
          String spans = SlackText.spans(text.spans(), PER_SECTION);
          if (!spans.isBlank()) {
            blocks.add(SlackBlocks.section(spans));
          }
        }
        case Block.FinePrint print -> {
          String spans = SlackText.spans(print.spans(), PER_SECTION / 2);
          if (!spans.isBlank()) {
            blocks.add(SlackBlocks.context(spans));
          }
        }
        case Block.Preformatted lines -> preformatted(blocks, lines.text());
        case Block.Image image -> {
          String address = SlackText.address(image.address());
          if (address != null && address.startsWith("https:")) {
            blocks.add(SlackBlocks.image(address.replace("&amp;", "&"), image.inWords()));
          }
        }
        case Block.Actions actions -> actions(actions.actions(), afterPapers);
        case PaperCard card -> throw new IllegalStateException("seen above");
      }
    }

    private void paper(PaperCard card) {
      papers++;
      if (papers > detail.papers()) {
        return;
      }
      SlackCards cards = new SlackCards(detail, buttons);
      if (card.full()) {
        flush(blocks, lines);
        blocks.addAll(cards.full(card));
      } else if (detail.cards()) {
        if (papers == 1 && !blocks.isEmpty()) {
          blocks.add(SlackBlocks.divider());
        }
        blocks.addAll(cards.listed(card));
        withButtons.add(card.rank());
      } else {
        gather(blocks, lines, cards.compact(card));
      }
    }

    private void actions(List<Action> actions, boolean afterPapers) {
      List<Action> wanted = new ArrayList<>();
      for (Action action : actions) {
        Matcher byRank = BY_RANK.matcher(action.line());
        if (!byRank.matches() || !withButtons.contains(rank(byRank.group(1)))) {
          wanted.add(action);
        }
      }
      List<ObjectNode> elements = new ArrayList<>();
      buttons.add(
          elements, wanted.subList(0, Math.min(wanted.size(), SlackBlocks.PER_ACTIONS - 1)));
      if (share != null && afterPapers && !shared) {
        elements.add(buttons.button(SlackButtons.SHARE, "Share", share));
        shared = true;
      }
      if (!elements.isEmpty()) {
        if (afterPapers && detail.cards()) {
          blocks.add(SlackBlocks.divider());
        }
        blocks.add(SlackBlocks.actions(elements));
      }
    }
  }

  private static int rank(String digits) {
    return digits.length() > 6 ? -1 : Integer.parseInt(digits);
  }

  private static void preformatted(List<ObjectNode> blocks, String text) {
    int inner = PER_SECTION - 8;
    String rest = SlackText.fenced(text.stripTrailing(), Integer.MAX_VALUE);
    boolean tooLong = rest.length() > SlackParts.PER_MESSAGE;
    if (tooLong) {
      rest = SlackText.fenced(text, SlackParts.PER_MESSAGE);
    }
    for (int at = 0; at < rest.length(); ) {
      int end = Math.min(rest.length(), at + inner);
      int lineEnd = end < rest.length() ? rest.lastIndexOf('\n', end) : end;
      int cut = lineEnd > at ? lineEnd : safeCut(rest, end);
      blocks.add(SlackBlocks.section("```\n" + rest.substring(at, cut) + "\n```"));
      at = cut < rest.length() && rest.charAt(cut) == '\n' ? cut + 1 : cut;
    }
    if (tooLong) {
      blocks.add(SlackBlocks.context(BEGINNING));
    }
  }

  private static int safeCut(String text, int end) {
    int cut = end;
    if (cut < text.length() && Character.isLowSurrogate(text.charAt(cut))) {
      cut--;
    }
    int entity = text.lastIndexOf('&', cut - 1);
    return entity >= 0 && cut - entity < 5 && text.indexOf(';', entity) >= cut ? entity : cut;
  }

  private static void gather(List<ObjectNode> blocks, StringBuilder section, String paragraph) {
    if (section.length() + paragraph.length() + 2 > PER_SECTION) {
      flush(blocks, section);
    }
    section.append(section.isEmpty() ? "" : "\n\n").append(paragraph);
  }

  private static void flush(List<ObjectNode> blocks, StringBuilder section) {
    if (!section.isEmpty()) {
      blocks.add(SlackBlocks.section(section.toString()));
      section.setLength(0);
    }
  }

  /** Drops what stands last but for the buttons, until the rest fits. */
  private static ArrayNode fitted(List<ObjectNode> blocks) {
    if (fits(blocks)) {
      return array(blocks);
    }
    List<ObjectNode> kept = new ArrayList<>(blocks);
    kept.add(SlackBlocks.context(LEFT_OUT));
    while (!fits(kept) && kept.size() > 1) {
      int last = kept.size() - 2;
      while (last > 0 && SlackJson.text(kept.get(last), "type").equals("actions")) {
        last--;
      }
      kept.remove(last);
    }
    return array(kept);
  }

  private static boolean fits(List<ObjectNode> blocks) {
    return blocks.size() <= MOST_BLOCKS && SlackJson.write(array(blocks)).length() <= BUDGET;
  }

  private static ArrayNode array(List<ObjectNode> blocks) {
    ArrayNode array = SlackJson.array();
    blocks.forEach(array::add);
    if (array.isEmpty()) {
      array.add(SlackBlocks.context("Nothing to show."));
    }
    return array;
  }
}
