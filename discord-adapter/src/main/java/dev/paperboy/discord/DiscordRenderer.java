package dev.paperboy.discord;

import dev.paperboy.chat.Action;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Block.PaperCard;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.OutsideText;
import dev.paperboy.chat.SpokenMessage;
import dev.paperboy.chat.Wording;
import dev.paperboy.paper.Readable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import org.jspecify.annotations.Nullable;

/**
 * Turns a message into what Discord takes: a pure function. What does not fit is shown in less
 * detail, and said to be.
 */
final class DiscordRenderer {
  static final int ROWS = 5;
  static final int PER_ROW = 5;

  private static final int MENUS = 2;
  private static final int PARAGRAPH = 3_900;
  private static final int INLINE = 1_600;
  private static final Pattern BY_RANK = Pattern.compile("(show|similar) #(\\d{1,6})");
  private static final String OPEN = "Open a paper: abstract, similar, save …";
  private static final String LEFT_OUT =
      "-# This message is longer than Discord allows; what is missing comes with `limit:` and"
          + " `page:`.";

  private final UnaryOperator<String> shorten;

  /**
   * @param shorten keeps a line that is too long for a button under a short one
   */
  DiscordRenderer(UnaryOperator<String> shorten) {
    this.shorten = shorten;
  }

  DiscordPayload render(Message message, Layout layout) {
    return render(message, layout, null);
  }

  /**
   * @param share the line that a Share button shows to everyone; null for none
   */
  DiscordPayload render(Message message, Layout layout, @Nullable String share) {
    return new Rendering(message, layout, share, null).payload();
  }

  /**
   * A digest.
   *
   * @param mark by which the message can be found again in its channel's history
   */
  DiscordPayload digest(Message message, Layout layout, String mark) {
    return new Rendering(message, layout, null, mark).payload();
  }

  /** A digest in words alone, for where embeds are not shown. */
  DiscordPayload words(Message message, String mark) {
    return new DiscordPayload(
        spoken(message),
        List.of(),
        new Rendering(message, Layout.PLAIN, null, mark).rows(),
        List.of());
  }

  /** As many whole paragraphs as a message without anything else holds. */
  static String spoken(Message message) {
    DiscordPage page = new DiscordPage();
    for (String paragraph : SpokenMessage.of(message)) {
      if (!page.top(DiscordText.escaped(paragraph, DiscordPage.CONTENT / 2))) {
        break;
      }
    }
    return page.content();
  }

  private final class Rendering {
    private final Message message;
    private final Layout layout;
    private final @Nullable String share;
    private final @Nullable String mark;
    private final List<DiscordCard> cards = new ArrayList<>();
    private final List<DiscordPayload.File> files = new ArrayList<>();

    Rendering(Message message, Layout layout, @Nullable String share, @Nullable String mark) {
      this.message = message;
      this.layout = layout;
      this.share = share;
      this.mark = mark;
      for (Block block : message.blocks()) {
        if (block instanceof PaperCard card) {
          cards.add(new DiscordCard(card));
        }
      }
    }

    DiscordPayload payload() {
      DiscordPage page = new DiscordPage();
      if (layout == Layout.PLAIN) {
        page = plain();
      } else {
        List<DiscordDetail> details =
            layout == Layout.CARDS ? DiscordDetail.forCards() : DiscordDetail.forLines();
        for (DiscordDetail detail : details) {
          page = page(detail);
          if (page.fits()) {
            break;
          }
        }
      }
      if (!page.fits()) {
        boolean unused = page.top(LEFT_OUT);
      }
      return new DiscordPayload(page.content(), page.fitted(), rows(), files);
    }

    private DiscordPage plain() {
      DiscordPage page = new DiscordPage();
      for (Block block : message.blocks()) {
        Message alone = new Message(message.status(), List.of(block), message.content());
        for (String paragraph : SpokenMessage.of(alone)) {
          page.paragraph(DiscordText.escaped(paragraph, PARAGRAPH), "\n\n");
        }
      }
      return page;
    }

    private DiscordPage page(DiscordDetail detail) {
      files.clear();
      DiscordPage page = new DiscordPage();
      int papers = 0;
      for (Block block : message.blocks()) {
        switch (block) {
          case Block.Heading heading ->
              page.paragraph("**" + DiscordText.escaped(heading.text(), 300) + "**", "\n");
          case Block.Text text -> {
            String words = DiscordText.spans(text.spans(), PARAGRAPH);
            if (papers == 0 || !page.top(words)) {
              page.paragraph(words, "\n");
            }
          }
          case Block.FinePrint print -> {
            String words = DiscordText.spans(print.spans(), INLINE / 2);
            if (!words.isEmpty() && (papers == 0 || !page.top("-# " + words))) {
              page.paragraph("-# " + words, "\n");
            }
          }
          case Block.Preformatted preformatted -> preformatted(page, preformatted.text());
          case Block.Image image -> {
            String address = DiscordText.address(image.address());
            if (address != null && address.startsWith("https:")) {
              page.embed(
                  DiscordPage.embed()
                      .setDescription(DiscordText.escaped(image.inWords(), 300))
                      .setImage(address));
            }
          }
          case Block.Actions actions -> {}
          case PaperCard card -> {
            paper(page, cards.get(papers), detail, papers);
            papers++;
          }
        }
      }
      return page;
    }

    private void paper(DiscordPage page, DiscordCard card, DiscordDetail detail, int before) {
      if (before >= detail.papers()) {
        page.incomplete();
      } else if (card.isFull()) {
        page.embed(card.full());
      } else if (detail.cards()) {
        page.embed(card.listed(detail));
      } else {
        page.below(card.lines(detail), "\n\n");
      }
    }

    private void preformatted(DiscordPage page, String text) {
      if (text.isBlank()) {
        return;
      }
      if (text.length() <= INLINE || mark != null) {
        page.paragraph(DiscordText.fenced(text, PARAGRAPH), "\n");
      } else {
        files.add(new DiscordPayload.File("paperboy.txt", OutsideText.cleanLines(text)));
      }
    }

    private List<ActionRow> rows() {
      DiscordButtons buttons = new DiscordButtons(shorten, mark);
      List<ActionRow> rows = new ArrayList<>();
      List<DiscordCard> listed = cards.stream().filter(card -> !card.isFull()).toList();
      for (int from = 0;
          from < listed.size() && rows.size() < MENUS;
          from += DiscordButtons.MOST_CHOICES) {
        List<DiscordCard> some =
            listed.subList(from, Math.min(listed.size(), from + DiscordButtons.MOST_CHOICES));
        rows.add(ActionRow.of(buttons.menu(OPEN, some.stream().map(DiscordCard::choice).toList())));
      }
      List<Button> links = new ArrayList<>();
      List<Button> says = new ArrayList<>();
      Set<String> lines = new HashSet<>();
      for (Action action : actions()) {
        if (lines.add(action.line())) {
          says.add(
              buttons.say(
                  new Action(
                      Wording.capitalised(DiscordText.plain(action.label(), DiscordButtons.LABEL)),
                      Readable.clean(action.line()))));
        }
      }
      cards.stream()
          .filter(DiscordCard::isFull)
          .limit(1)
          .forEach(card -> links.addAll(card.links()));
      int room = (ROWS - rows.size() - (links.isEmpty() ? 0 : 1)) * PER_ROW;
      if (share != null) {
        says = new ArrayList<>(says.subList(0, Math.min(says.size(), room - 1)));
        says.add(buttons.share(Readable.clean(share)));
      }
      for (int from = 0; from < Math.min(says.size(), room); from += PER_ROW) {
        rows.add(ActionRow.of(says.subList(from, Math.min(says.size(), from + PER_ROW))));
      }
      if (!links.isEmpty()) {
        rows.add(ActionRow.of(links));
      }
      return rows;
    }

    /** All of them; what names a paper of this list by its rank names it by its id. */
    private List<Action> actions() {
      Map<Integer, String> byRank = new HashMap<>();
      for (Block block : message.blocks()) {
        if (block instanceof PaperCard card && !card.full()) {
          byRank.put(card.rank(), card.paper().known().id().toString());
        }
      }
      List<Action> actions = new ArrayList<>();
      for (Block block : message.blocks()) {
        if (block instanceof Block.Actions some) {
          for (Action action : some.actions()) {
            Matcher ranked = BY_RANK.matcher(action.line());
            String id = ranked.matches() ? byRank.get(Integer.valueOf(ranked.group(2))) : null;
            if (id == null) {
              actions.add(action);
            } else if (ranked.group(1).equals("similar")) {
              // whoever presses it may have another last list
              actions.add(new Action(action.label(), "similar " + id));
            }
          }
        } else if (block instanceof PaperCard card && card.full()) {
          actions.addAll(card.actions().isEmpty() ? ways(card) : card.actions());
        }
      }
      return actions;
    }
  }

  private static List<Action> ways(PaperCard card) {
    String id = card.paper().known().id().toString();
    return List.of(
        new Action("Similar", "similar " + id),
        new Action("Save", "save " + id),
        new Action("Why", "why " + id));
  }
}
