package dev.paperboy.console;

import dev.paperboy.chat.Action;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.PaperView;
import dev.paperboy.chat.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Knows a few lines and gives the same answers every time. */
class CannedDesk implements Desk {
  final List<String> asked = new ArrayList<>();
  private final Path home;
  final List<Message> due = new ArrayList<>();
  boolean isClosed;

  CannedDesk(Path home) {
    this.home = home;
  }

  @Override
  public Message answer(String line) {
    asked.add(line);
    String word = line.strip().split(" ", -1)[0];
    return switch (word) {
      case "today" -> today();
      case "show" -> show();
      case "saved" ->
          new Message(
              Status.ANSWERED,
              List.of(new Block.Preformatted("@misc{2608.10915,\n  year = {2026},\n}\n")),
              new Content.Words("@misc{2608.10915}", Map.of("count", 1)));
      case "break" -> throw new IllegalStateException("broken on purpose");
      case "fail" ->
          new Message(
              Status.FAILED,
              List.of(Block.Text.of("The source is down.")),
              new Content.Problem("source", "The source is down.", null, null));
      case "say" -> words(line.substring(4));
      default -> unknown(line, word);
    };
  }

  static Message words(String text) {
    return new Message(
        Status.ANSWERED, List.of(Block.Text.of(text)), new Content.Words(text, Map.of()));
  }

  private static Message unknown(String line, String word) {
    Content.Problem problem =
        new Content.Problem(
            "unknown-word",
            "“" + word + "” is no word I know. `help` lists them.",
            1,
            "search " + line);
    return new Message(
        Status.MISUNDERSTOOD,
        List.of(
            new Block.Preformatted(line + "\n^"),
            Block.Text.of(problem.message()),
            new Block.Text(List.of(new Span.Plain("Nearest: "), new Span.Code("search " + line)))),
        problem);
  }

  static Message today() {
    PaperView first = CannedPapers.comBodied();
    PaperView second = CannedPapers.coEvolution();
    PaperView third = CannedPapers.frechet();
    return CannedPapers.message(
        List.of(
            new Block.Heading("Trending papers · Wed 12 Aug 2026"),
            Block.FinePrint.of(
                "16 of 20 listed match \"agents, 4d\" · Hugging Face, 12 min old, still filling"),
            CannedPapers.card(first, 1),
            CannedPapers.card(second, 2),
            CannedPapers.card(third, 3),
            new Block.Actions(
                List.of(
                    new Action("+13 more", "today limit:16 agents, 4d"),
                    new Action("details", "show #1"),
                    new Action("like it", "similar #1"))),
            Block.FinePrint.of("Summaries: from the abstracts")),
        first,
        second,
        third);
  }

  static Message show() {
    PaperView paper = CannedPapers.coEvolution();
    return CannedPapers.message(
        List.of(
            new Block.PaperCard(paper, 0, true, List.of()),
            new Block.Actions(List.of(new Action("keep it", "save 2608.10299")))),
        paper);
  }

  @Override
  public List<String> completions(String lineBeforeCursor) {
    String last = lineBeforeCursor.substring(lineBeforeCursor.lastIndexOf(' ') + 1);
    return List.of("today", "trending", "search", "show", "upvotes:", "2608.10915", "2608.10299")
        .stream()
        .filter(word -> word.startsWith(last))
        .toList();
  }

  @Override
  public Layout layout(String line) {
    return line.contains("layout:plain")
        ? Layout.PLAIN
        : line.contains("layout:compact") ? Layout.COMPACT : Layout.CARDS;
  }

  @Override
  public void conversing(Predicate<Message> printer) {}

  @Override
  public void deliver(Predicate<Message> printer) {
    due.removeIf(printer);
  }

  @Override
  public Path home() {
    return home;
  }

  @Override
  public void close() {
    isClosed = true;
  }
}
