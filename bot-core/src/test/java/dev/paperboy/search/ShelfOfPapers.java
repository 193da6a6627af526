package dev.paperboy.search;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A few invented papers that differ in what a query can ask for. */
final class ShelfOfPapers {
  static final List<CatalogPaper> ALL =
      List.of(
          paper(
              "2608.00001",
              "Agents That Remember: Long-Term Memory for Language Models",
              "We propose a memory for large language model agents that keeps what mattered.",
              List.of("Ada Lovelace", "José García"),
              "Analytical Engines",
              List.of("agents", "cs.CL"),
              "https://github.com/ada/memory",
              "2026-08-12",
              72),
          paper(
              "2608.00002",
              "Diffusion of 4D Scenes from a Single Video",
              "A diffusion model turns one video into scenes that move in time.",
              List.of("Grace Hopper"),
              null,
              List.of("video generation", "cs.CV"),
              null,
              "2026-08-12",
              15),
          paper(
              "2608.00003",
              "State Space Models for Speech",
              "State space layers transcribe speech faster than attention, at equal word error.",
              List.of("Alan Turing", "Ada Lovelace"),
              null,
              List.of("speech recognition"),
              "https://github.com/alan/ssm",
              "2026-08-11",
              40),
          paper(
              "2607.00004",
              "Mixture-of-Experts Routing Without Collapse",
              "Experts collapse when routers favour a few; a small penalty keeps a MoE balanced.",
              List.of("Barbara Liskov"),
              "Substitution Labs",
              List.of("mixture-of-experts"),
              null,
              "2026-07-20",
              120),
          paper(
              "2607.00005",
              "Retrieval-Augmented Generation over Legal Texts",
              "RAG answers questions about statutes and cites the paragraph it took them from.",
              List.of("Radia Perlman"),
              null,
              List.of("retrieval", "law"),
              "https://github.com/radia/law",
              "2026-07-19",
              8),
          paper(
              "2606.00006",
              "A Space for the State: Museums and Memory",
              "How states build spaces of remembrance, told from forty museums.",
              List.of("Simone Weil"),
              null,
              List.of("cs.CY"),
              null,
              "2026-06-02",
              3),
          paper(
              "2606.00007",
              "Quantizing Vision Transformers to Four Bits",
              "Vision transformers keep their accuracy at four bits when outliers are moved.",
              List.of("Edsger Dijkstra"),
              null,
              List.of("quantization"),
              null,
              "2026-06-01",
              33));

  private ShelfOfPapers() {}

  static CatalogPaper paper(
      String id,
      String title,
      String text,
      List<String> authors,
      @Nullable String organization,
      List<String> topics,
      @Nullable String code,
      String listed,
      int upvotes) {
    return new CatalogPaper(
        new Paper(
            new PaperId(id),
            title,
            text,
            authors,
            organization,
            topics,
            null,
            LocalDate.parse(listed),
            code,
            null,
            null,
            false),
        LocalDate.parse(listed),
        new Signal(upvotes, 2, code == null ? null : 500, Instant.parse("2026-08-12T09:00:00Z")),
        Origin.HUGGINGFACE);
  }
}
