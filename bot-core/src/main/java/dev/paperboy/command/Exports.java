package dev.paperboy.command;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Command.Export;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Readable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes papers for other programs: reference managers, sheets, notes. */
final class Exports {
  private Exports() {}

  static String of(Export format, List<CatalogPaper> papers) {
    return switch (format) {
      case BIBTEX -> joined(papers, Exports::bibtex, "\n");
      case RIS -> joined(papers, Exports::ris, "\n");
      case CSV ->
          "id,title,authors,published,listed,upvotes,link\n" + joined(papers, Exports::csv, "");
      case MARKDOWN -> joined(papers, Exports::markdown, "");
    };
  }

  private static String joined(
      List<CatalogPaper> papers,
      java.util.function.Function<CatalogPaper, String> one,
      String between) {
    return papers.stream().map(one).collect(Collectors.joining(between));
  }

  private static String bibtex(CatalogPaper known) {
    Paper paper = known.paper();
    StringBuilder entry = new StringBuilder("@misc{");
    entry.append(paper.id().value().replaceAll("[^A-Za-z0-9.-]", "-")).append(",\n");
    entry.append("  title = {{").append(tex(title(paper))).append("}},\n");
    entry
        .append("  author = {")
        .append(paper.authors().stream().map(Exports::tex).collect(Collectors.joining(" and ")))
        .append("},\n");
    if (paper.published() != null) {
      entry.append("  year = {").append(paper.published().getYear()).append("},\n");
    }
    if (paper.id().isArxiv()) {
      entry.append("  eprint = {").append(paper.id()).append("},\n");
      entry.append("  archivePrefix = {arXiv},\n");
    }
    String link = link(paper);
    if (link != null) {
      entry.append("  url = {").append(link).append("}\n");
    }
    return entry.append("}\n").toString();
  }

  private static String tex(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '\\' -> escaped.append("\\textbackslash{}");
            case '~' -> escaped.append("\\textasciitilde{}");
            case '^' -> escaped.append("\\textasciicircum{}");
            case '{', '}', '$', '&', '#', '_', '%' -> escaped.append('\\').appendCodePoint(point);
            default -> escaped.appendCodePoint(point);
          }
        });
    return escaped.toString();
  }

  private static String ris(CatalogPaper known) {
    Paper paper = known.paper();
    StringBuilder entry = new StringBuilder("TY  - UNPB\n");
    entry.append("TI  - ").append(title(paper)).append('\n');
    paper.authors().forEach(author -> entry.append("AU  - ").append(author).append('\n'));
    if (paper.published() != null) {
      entry
          .append("PY  - ")
          .append(paper.published().getYear())
          .append("\nDA  - ")
          .append(paper.published().toString().replace('-', '/'))
          .append('\n');
    }
    String text = Readable.text(paper.abstractText());
    if (!text.isEmpty()) {
      entry.append("AB  - ").append(text).append('\n');
    }
    String link = link(paper);
    if (link != null) {
      entry.append("UR  - ").append(link).append('\n');
    }
    if (paper.id().isArxiv()) {
      entry.append("M1  - arXiv:").append(paper.id()).append('\n');
    }
    return entry.append("ER  - \n").toString();
  }

  private static String csv(CatalogPaper known) {
    Paper paper = known.paper();
    return List.of(
                paper.id().value(),
                title(paper),
                String.join("; ", paper.authors()),
                text(paper.published()),
                text(known.listed()),
                String.valueOf(known.signal().upvotes()),
                text(link(paper)))
            .stream()
            .map(Exports::cell)
            .collect(Collectors.joining(","))
        + "\n";
  }

  /** Quoted where needed; what a sheet would run as a formula is kept from running. */
  private static String cell(String text) {
    String safe = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';')
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  private static String markdown(CatalogPaper known) {
    Paper paper = known.paper();
    String title = title(paper).replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
    String link = link(paper);
    String authors =
        paper.authors().stream().limit(3).collect(Collectors.joining(", "))
            + (paper.authors().size() > 3 ? " et al." : "");
    return String.format(
        Locale.ROOT,
        "- %s%s%s%n",
        link == null ? title : "[" + title + "](" + link + ")",
        authors.isEmpty() ? "" : ", " + authors.replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1"),
        paper.published() == null ? "" : " (" + paper.published().getYear() + ")");
  }

  private static String title(Paper paper) {
    return Readable.title(paper.title());
  }

  private static @Nullable String link(Paper paper) {
    return paper.arxivLink() != null ? paper.arxivLink() : paper.paperLink();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
