package dev.paperboy.console;

import dev.paperboy.chat.Block.PaperCard;
import dev.paperboy.chat.Byline;
import dev.paperboy.chat.PaperView;
import java.util.ArrayList;
import java.util.List;

/** A paper in a list: number, title and id, one sentence, one quiet line of facts. */
final class ListCard {
  private static final int TITLE_LINES = 2;
  private static final int NARROW = 48;

  private final Page page;

  /** Columns that the highest number of the list takes. */
  private final int rankWidth;

  ListCard(Page page, int rankWidth) {
    this.page = page;
    this.rankWidth = rankWidth;
  }

  void cards(PaperCard card) {
    PaperView view = card.paper();
    int indent = indent();
    boolean idBelow = head(card, TITLE_LINES);
    page.paragraph(indent, indent, Facts.summary(view));
    List<Piece> facts = new ArrayList<>();
    facts.add(Piece.whole(Byline.of(view.known().paper().authors()), Ink.QUIET));
    facts.addAll(Facts.signals(view));
    String model = Facts.model(view);
    if (model != null) {
      facts.add(Piece.whole("summary by " + model, Ink.QUIET));
    }
    if (idBelow) {
      facts.add(0, Facts.id(view));
    }
    page.paragraph(indent, indent, Facts.joined(facts));
  }

  /** Two lines at most. */
  void compact(PaperCard card) {
    PaperView view = card.paper();
    int indent = indent();
    List<Piece> facts = new ArrayList<>();
    if (head(card, 1)) {
      facts.add(Facts.id(view));
    }
    facts.addAll(Facts.signals(view));
    List<Piece> line = new ArrayList<>(Facts.joined(facts));
    List<Piece> summary = Facts.summary(view);
    if (!line.isEmpty() && !summary.isEmpty()) {
      line.add(Piece.whole(" · ", Ink.QUIET));
    }
    line.addAll(summary);
    int width = page.width() - indent;
    page.lines(indent, indent, Flow.wrap(line, width, width, 1));
  }

  private int indent() {
    return rankWidth + 2;
  }

  /** Says whether the id found no place beside the title. */
  private boolean head(PaperCard card, int most) {
    PaperView view = card.paper();
    Piece id = Facts.id(view);
    String rank = card.rank() > 0 ? Integer.toString(card.rank()) : "";
    String before = " ".repeat(rankWidth - rank.length()) + rank + "  ";
    int idWidth = id.text().length();
    boolean idBelow = page.width() < NARROW || idWidth > page.width() / 3;
    int width = page.width() - indent() - (idBelow ? 0 : idWidth + 2);
    List<List<Piece>> title = Flow.wrap(Facts.title(view), width, width, most);
    if (idBelow) {
      List<Piece> first = new ArrayList<>(List.of(Piece.whole(before, Ink.PLAIN)));
      first.addAll(title.get(0));
      page.line(0, first);
    } else {
      page.row(before, title.get(0), id);
    }
    page.lines(indent(), indent(), title.subList(1, title.size()));
    return idBelow;
  }
}
