package dev.paperboy.chat;

import java.util.List;

/** A part of a message, from top to bottom. */
public sealed interface Block {
  record Heading(String text) implements Block {}

  record Text(List<Span> spans) implements Block {
    public Text {
      spans = List.copyOf(spans);
    }

    public static Text of(String text) {
      return new Text(List.of(new Span.Plain(text)));
    }
  }

  /**
   * One paper.
   *
   * @param rank its number in the list, 1-based; 0 where it stands alone
   * @param full with its abstract and all links, as in {@code show}
   */
  record PaperCard(PaperView paper, int rank, boolean full, List<Action> actions) implements Block {
    public PaperCard {
      actions = List.copyOf(actions);
    }
  }

  /** Preformatted text: an export, a table. */
  record Preformatted(String text) implements Block {}

  record Actions(List<Action> actions) implements Block {
    public Actions {
      actions = List.copyOf(actions);
    }
  }

  record Image(String address, String inWords) implements Block {}

  /** A quiet line: where data comes from, what comes next. */
  record FinePrint(List<Span> spans) implements Block {
    public FinePrint {
      spans = List.copyOf(spans);
    }

    public static FinePrint of(String text) {
      return new FinePrint(List.of(new Span.Plain(text)));
    }
  }
}
