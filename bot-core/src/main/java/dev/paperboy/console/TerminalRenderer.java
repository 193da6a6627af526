package dev.paperboy.console;

import dev.paperboy.chat.Action;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Block.PaperCard;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Span;
import dev.paperboy.chat.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a message for people in a terminal. Whatever the message holds, no control character
 * leaves but the line feed and our own colours and links, and no line is wider than the look. Only
 * a message that is nothing but preformatted text is printed as it stands: it is a document on its
 * way into a file or another program.
 */
final class TerminalRenderer {
  private final Message message;
  private final Look look;
  private final Page page;
  private final ListCard listCard;

  private TerminalRenderer(Message message, Look look) {
    this.message = message;
    this.look = look;
    page = new Page(look);
    listCard = new ListCard(page, rankWidth(message));
  }

  /**
   * Writes an answer.
   *
   * @param line what was asked, shown again where a problem names a column of it
   * @return lines, each ended by a line feed
   */
  static String render(Message message, String line, Look look) {
    return new TerminalRenderer(message, look).rendered(line);
  }

  private String rendered(String line) {
    boolean isDocument =
        !message.blocks().isEmpty()
            && message.blocks().stream().allMatch(Block.Preformatted.class::isInstance);
    if (isDocument) {
      message.blocks().forEach(block -> page.verbatim(((Block.Preformatted) block).text()));
      return page.toString();
    }
    List<Block> blocks = message.blocks();
    boolean hasSaidProblem = false;
    if (message.content() instanceof Content.Problem problem
        && (problem.column() != null || problem.near() != null || blocks.isEmpty())) {
      new ProblemNote(page, problem).write(line);
      blocks = blocks.stream().filter(TerminalRenderer::staysBesideProblem).toList();
      hasSaidProblem = true;
    }
    blocks(blocks, hasSaidProblem);
    if (page.isEmpty() && message.content() instanceof Content.Words words) {
      spans(List.of(new Span.Plain(words.text())), Ink.PLAIN);
    }
    return page.toString();
  }

  /** The note says the problem; what a block says in text is the same once more. */
  private static boolean staysBesideProblem(Block block) {
    return switch (block) {
      case Block.PaperCard card -> true;
      case Block.Actions actions -> true;
      case Block.Image image -> true;
      case Block.Heading heading -> false;
      case Block.Text text -> false;
      case Block.Preformatted preformatted -> false;
      case Block.FinePrint finePrint -> false;
    };
  }

  private void blocks(List<Block> blocks, boolean afterProblem) {
    Block before = afterProblem ? Block.Text.of("") : null;
    for (Block block : blocks) {
      if (before != null && hasGap(before, block)) {
        page.blank();
      }
      block(block);
      before = block;
    }
    footOfCards(blocks);
  }

  private boolean hasGap(Block before, Block block) {
    if (before instanceof PaperCard last && block instanceof PaperCard next) {
      return look.layout() != Layout.COMPACT || last.full() || next.full();
    }
    return before instanceof PaperCard
        || block instanceof PaperCard
        || block instanceof Block.Heading
        || before instanceof Block.Preformatted
        || (block instanceof Block.Preformatted && !(before instanceof Block.Heading));
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading ->
          page.paragraph(List.of(Piece.of(spoken(heading.text()), Ink.STRONG)));
      case Block.Text text -> spans(text.spans(), Ink.PLAIN);
      case Block.FinePrint finePrint -> spans(finePrint.spans(), Ink.QUIET);
      case Block.PaperCard card -> card(card);
      case Block.Preformatted preformatted -> preformatted(preformatted.text());
      case Block.Actions actions -> actions(actions.actions());
      case Block.Image image -> image(image);
    }
  }

  private void card(PaperCard card) {
    if (look.layout() == Layout.PLAIN) {
      SpokenCard spoken = new SpokenCard(page, card.paper());
      if (card.full()) {
        spoken.full();
      } else {
        spoken.inList(card);
      }
    } else if (card.full()) {
      new FullCard(page, card.paper()).write();
    } else if (look.layout() == Layout.COMPACT) {
      listCard.compact(card);
    } else {
      listCard.cards(card);
    }
    if ((card.full() || card.rank() == 0) && !card.actions().isEmpty()) {
      page.blank();
      actions(card.actions());
    }
  }

  /** Buttons of every card of a list would be noise: the first card's stand for all. */
  private void footOfCards(List<Block> blocks) {
    Set<Action> first = new LinkedHashSet<>();
    for (Block block : blocks) {
      if (block instanceof PaperCard card && !card.full() && card.rank() > 0 && first.isEmpty()) {
        first.addAll(card.actions());
      }
    }
    for (Block block : blocks) {
      if (block instanceof Block.Actions said) {
        said.actions().forEach(a -> first.removeIf(b -> a.line().equals(b.line())));
      }
    }
    if (!first.isEmpty()) {
      if (blocks.get(blocks.size() - 1) instanceof PaperCard) {
        page.blank();
      }
      actions(List.copyOf(first));
    }
  }

  private void actions(List<Action> actions) {
    if (look.layout() == Layout.PLAIN) {
      for (Action action : actions) {
        String label =
            action.label().startsWith("+") ? action.label().substring(1) : action.label();
        page.paragraph(List.of(Piece.of(spoken(label) + ", type: " + action.line())));
      }
      return;
    }
    List<Piece> line = new ArrayList<>();
    for (Action action : actions) {
      if (!line.isEmpty()) {
        line.add(Piece.whole(" · ", Ink.QUIET));
      }
      line.add(Piece.glued(action.label() + ": ", Ink.QUIET));
      line.add(code(action.line()));
    }
    page.paragraph(1, 1, line);
  }

  private void spans(List<Span> spans, Ink ink) {
    List<List<Piece>> paragraphs = new ArrayList<>();
    paragraphs.add(new ArrayList<>());
    for (Span span : spans) {
      boolean first = true;
      for (String part : TerminalText.lines(span.text()).split("\n", -1)) {
        if (!first) {
          paragraphs.add(new ArrayList<>());
        }
        paragraphs.get(paragraphs.size() - 1).add(piece(span, part, ink));
        first = false;
      }
    }
    for (List<Piece> paragraph : paragraphs) {
      if (paragraph.stream().allMatch(piece -> piece.text().isBlank())) {
        if (paragraphs.size() > 1) {
          page.blank();
        }
      } else {
        page.paragraph(paragraph);
      }
    }
  }

  private Piece piece(Span span, String part, Ink ink) {
    return switch (span) {
      case Span.Plain plain -> Piece.of(spoken(part), ink);
      case Span.Moment moment -> Piece.of(spoken(part), ink);
      case Span.Place place -> Piece.of(spoken(part), ink);
      case Span.Strong strong -> Piece.of(part, Ink.STRONG);
      case Span.Emphasis emphasis -> Piece.of(part, Ink.EMPHASIS);
      case Span.Highlight highlight -> Piece.of(part, Ink.HIGHLIGHT);
      case Span.Code code -> code(part);
      case Span.Link link -> link(link, part, ink);
    };
  }

  private Piece code(String line) {
    String harmless = TerminalText.line(line);
    return Piece.whole(look.layout() == Layout.PLAIN ? harmless : "`" + harmless + "`", Ink.ACCENT);
  }

  private Piece link(Span.Link link, String part, Ink ink) {
    String address = TerminalText.address(link.address());
    if (address == null || look.links() || address.equals(part)) {
      return new Piece(part, ink, address, Piece.Hold.LOOSE);
    }
    return Piece.of(part + " (" + address + ")", ink);
  }

  private void image(Block.Image image) {
    spans(
        List.of(
            new Span.Plain("Picture: "),
            new Span.Link(
                image.inWords().isBlank() ? "no words" : image.inWords(), image.address())),
        Ink.QUIET);
  }

  /** Broken where it must be, the rest of a line under the column where its text began. */
  private void preformatted(String text) {
    String lines = TerminalText.data(text).stripTrailing().replace("\t", "    ");
    for (String line : lines.split("\n", -1)) {
      if (line.isBlank()) {
        page.blank();
        continue;
      }
      int indent = line.length() - line.stripLeading().length();
      int hang = Math.min(secondColumn(line), look.width() / 2);
      page.paragraph(
          Math.min(indent, look.width() / 2), hang, List.of(Piece.of(line.strip(), Ink.PLAIN)));
    }
  }

  private static int secondColumn(String line) {
    int start = line.length() - line.stripLeading().length();
    int gap = line.indexOf("  ", start);
    if (gap < 0) {
      return start;
    }
    int at = gap;
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    return Flow.width(line.substring(0, at));
  }

  private String spoken(String text) {
    return look.layout() == Layout.PLAIN ? Wording.withoutSigns(text) : text;
  }

  private static int rankWidth(Message message) {
    int highest = 0;
    for (Block block : message.blocks()) {
      if (block instanceof PaperCard card) {
        highest = Math.max(highest, card.rank());
      }
    }
    return Math.max(2, Integer.toString(highest).length());
  }
}
