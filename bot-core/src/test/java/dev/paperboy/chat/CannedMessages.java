package dev.paperboy.chat;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import dev.paperboy.summary.Summary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Messages to render. */
public final class CannedMessages {
  private static final Instant MOMENT = Instant.parse("2026-08-12T09:12:00Z");

  private CannedMessages() {}

  /** A digest of so many papers as they are. */
  public static Message digest(int papers) {
    return digest(papers, CannedMessages::ordinary);
  }

  /** The same with each text of theirs as given. */
  public static Message digest(int papers, String text) {
    return digest(papers, number -> paper(number, text));
  }

  private static Message digest(int papers, IntFunction<PaperView> paper) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading("Trending papers · Wed 12 Aug 2026"));
    blocks.add(Block.FinePrint.of("16 of 20 listed match agents, 4d · Hugging Face, 12 min old"));
    for (int i = 1; i <= papers; i++) {
      blocks.add(new Block.PaperCard(paper.apply(i), i, false, List.of()));
    }
    blocks.add(
        new Block.Actions(
            List.of(
                new Action("+12 more", "today limit:20 agents, 4d"),
                new Action("details", "show #1"),
                new Action("why these?", "why"))));
    blocks.add(Block.FinePrint.of("next: Thu 09:00 Europe/Berlin"));
    return message(blocks);
  }

  public static Message full(String text) {
    return message(List.of(new Block.PaperCard(paper(1, text), 0, true, List.of())));
  }

  public static Message words(String text) {
    return message(
        List.of(
            new Block.Heading(text),
            new Block.Text(
                List.of(
                    new Span.Plain(text),
                    new Span.Strong(text),
                    new Span.Emphasis(text),
                    new Span.Code(text),
                    new Span.Highlight(text),
                    new Span.Link(text, "https://example.org/" + text),
                    new Span.Link(text, text))),
            new Block.Preformatted(text),
            new Block.Image("https://example.org/a.png", text),
            Block.FinePrint.of(text),
            new Block.Actions(Collections.nCopies(30, new Action(text, "search " + text)))));
  }

  private static Message message(List<Block> blocks) {
    return new Message(Message.Status.ANSWERED, blocks, new Content.Words("", Map.of()));
  }

  private static PaperView ordinary(int number) {
    String title = "ComBodied Agents: a New Paradigm of Human-Centric Agentic AI";
    String first = "Agents that model how a person's state changes over time and choose the help";
    PaperId id = PaperId.parse("2608.%05d".formatted(number)).orElseThrow();
    Paper paper =
        new Paper(
            id,
            title,
            first + " that fits.",
            List.of("Qianggang Ding", "Xin Wang", "Ruo Feng", "Li Sun"),
            "NVIDIA",
            List.of("agents", "cs.CL"),
            null,
            LocalDate.parse("2026-08-11"),
            "https://github.com/a/b",
            null,
            "https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/" + id + ".png",
            false);
    return new PaperView(
        new CatalogPaper(
            paper, LocalDate.parse("2026-08-12"), new Signal(72, 1, 4, MOMENT), Origin.HUGGINGFACE),
        List.of(
            new Span.Plain("ComBodied "),
            new Span.Highlight("Agents"),
            new Span.Plain(title.substring(16))),
        new Summary(first + " that fits.", null, "abstract"),
        List.of(
            new Span.Highlight("Agents"),
            new Span.Plain(first.substring(6) + " that fits, instead of only changing software.")),
        0.5,
        List.of("new", "climbing · 8 → 62 in a day"));
  }

  private static PaperView paper(int number, String text) {
    PaperId id = PaperId.parse("2608.%05d".formatted(number)).orElseThrow();
    Paper paper =
        new Paper(
            id,
            text,
            text,
            List.of("Qianggang Ding", "Xin Wang", text, "Ruo Feng"),
            text,
            List.of(text, "agents"),
            text,
            LocalDate.parse("2026-08-11"),
            "https://github.com/a/b",
            "https://example.org/" + text,
            "https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2608.10915.png",
            false);
    return new PaperView(
        new CatalogPaper(
            paper, LocalDate.parse("2026-08-12"), new Signal(72, 1, 4, MOMENT), Origin.HUGGINGFACE),
        List.of(new Span.Plain(text), new Span.Highlight("agents")),
        new Summary(text, text, "abstract"),
        List.of(new Span.Plain(text), new Span.Highlight(text)),
        0.5,
        List.of("new", text));
  }
}
