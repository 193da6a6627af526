package dev.paperboy.console;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Block.PaperCard;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.PaperView;
import dev.paperboy.chat.Span;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import dev.paperboy.summary.Summary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Real papers of 12 August 2026, their abstracts in our own words. */
final class CannedPapers {
  static final Instant AS_OF = Instant.parse("2026-08-12T09:12:00Z");
  static final LocalDate TODAY = LocalDate.parse("2026-08-12");

  private CannedPapers() {}

  static PaperView comBodied() {
    return view(
        paper(
            "2608.10915",
            "ComBodied Agents: a New Paradigm of Human-Centric Agentic AI",
            "Agents that change software or move things leave people out. We ask for agents that"
                + " model how a person's state changes over time. They choose the help that fits.",
            List.of(
                "Qianggang Ding",
                "Xingyao Wang",
                "Rui Feng",
                "Zhibin Wang",
                "Feixiang Wang",
                "Kelong Mao"),
            null,
            LocalDate.parse("2026-08-11"),
            null),
        new Signal(72, 1, null, AS_OF),
        "Agents that model how a person's state changes over time and choose the help that fits,"
            + " instead of only changing software or moving things.",
        List.of("new"));
  }

  static PaperView coEvolution() {
    return view(
        paper(
            "2608.10299",
            "Co-Evolution in Agentic Systems: Toward Self-Directed Evolution Beyond Human Design",
            "Several agents and their environment improve by pressing on one another. We sort the"
                + " work into three stages that need ever less human design.",
            List.of("Qing Zong", "Jiayu Liu", "Junhao Shen", "Zecong Tang"),
            null,
            LocalDate.parse("2026-08-10"),
            "https://github.com/zongqing0068/awesome-co-evolution"),
        new Signal(62, 2, 4, AS_OF),
        "A survey of how several agents and their environment improve by pressing on one another.",
        List.of("climbing, 8 → 62 in a day"));
  }

  static PaperView frechet() {
    PaperView view =
        view(
            paper(
                "2608.11205",
                "AdvFD: Boosting Visual Generation via Adversarial Fr'echet Distance Loss",
                "A distance between distributions becomes a loss. It sharpens what is generated.",
                List.of("Mingju Gao", "Jingkai Zhou", "Kun Gai"),
                "Kolors Team, Kuaishou Technology",
                LocalDate.parse("2026-08-11"),
                null),
            new Signal(15, 0, 0, AS_OF),
            "Turns the distance by which generators are judged into a loss they are trained with.",
            List.of());
    return new PaperView(
        view.known(),
        List.of(
            new Span.Plain("AdvFD: Boosting Visual Generation via Adversarial "),
            new Span.Highlight("Fréchet"),
            new Span.Plain(" Distance Loss")),
        view.summary(),
        view.summarySpans(),
        0.83333,
        view.marks());
  }

  static Paper paper(
      String id,
      String title,
      String text,
      List<String> authors,
      @Nullable String organization,
      @Nullable LocalDate published,
      @Nullable String code) {
    return new Paper(
        new PaperId(id),
        title,
        text,
        authors,
        organization,
        List.of("agents", "cs.AI"),
        null,
        published,
        code,
        null,
        "https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/" + id + ".png",
        false);
  }

  static PaperView view(Paper paper, Signal signal, String summary, List<String> marks) {
    return new PaperView(
        new CatalogPaper(paper, TODAY, signal, Origin.HUGGINGFACE),
        List.of(new Span.Plain(paper.title())),
        new Summary(summary, null, "abstract"),
        summary.isEmpty() ? List.of() : List.of(new Span.Plain(summary)),
        0,
        marks);
  }

  static Message message(List<Block> blocks, PaperView... papers) {
    return new Message(
        Status.ANSWERED,
        blocks,
        new Content.Papers(
            List.of(papers), papers.length, AS_OF, Origin.HUGGINGFACE, List.of("still filling")));
  }

  static PaperCard card(PaperView paper, int rank) {
    return new PaperCard(paper, rank, false, List.of());
  }
}
