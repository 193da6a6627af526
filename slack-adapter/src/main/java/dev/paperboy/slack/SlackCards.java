package dev.paperboy.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.chat.Action;
import dev.paperboy.chat.Block.PaperCard;
import dev.paperboy.chat.PaperFacts;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A paper as blocks. */
final class SlackCards {
  private final SlackDetail detail;
  private final SlackButtons buttons;

  SlackCards(SlackDetail detail, SlackButtons buttons) {
    this.detail = detail;
    this.buttons = buttons;
  }

  List<ObjectNode> listed(PaperCard card) {
    PaperFacts facts = new PaperFacts(card.paper());
    List<ObjectNode> blocks = new ArrayList<>();
    String summary = SlackText.spans(card.paper().summarySpans(), detail.summary());
    blocks.add(
        SlackBlocks.section(
            title(card, facts) + (summary.isEmpty() ? "" : "\n" + summary),
            detail.pictures() ? picture(card, facts) : null));
    String line = SlackFacts.line(facts, detail.title());
    if (!line.isEmpty()) {
      blocks.add(SlackBlocks.context(line));
    }
    List<ObjectNode> elements = new ArrayList<>();
    buttons.add(elements, actions(card));
    if (detail.menu()) {
      ObjectNode links = links(card);
      if (links != null) {
        elements.add(links);
      }
    }
    if (!elements.isEmpty()) {
      blocks.add(SlackBlocks.actions(elements));
    }
    return blocks;
  }

  /** Two lines, to be joined with those of other papers in one section. */
  String compact(PaperCard card) {
    PaperFacts facts = new PaperFacts(card.paper());
    String line = SlackFacts.line(facts, detail.title() / 2);
    String summary = SlackText.spans(card.paper().summarySpans(), detail.summary());
    return title(card, facts)
        + (summary.isEmpty() ? "" : "\n" + summary)
        + (line.isEmpty() ? "" : "\n" + line);
  }

  List<ObjectNode> full(PaperCard card) {
    PaperFacts facts = new PaperFacts(card.paper());
    Paper paper = card.paper().known().paper();
    List<ObjectNode> blocks = new ArrayList<>();
    String second = card.paper().summary().second();
    String summary = SlackText.spans(card.paper().summarySpans(), 900);
    blocks.add(
        SlackBlocks.section(
            title(card, facts)
                + (summary.isEmpty() ? "" : "\n" + summary)
                + (second == null ? "" : "\n*Result:* " + SlackText.escaped(second, 900)),
            picture(card, facts)));
    blocks.add(
        SlackBlocks.context(
            Stream.of(
                    SlackFacts.line(facts, 400),
                    paper.organization() == null
                        ? ""
                        : SlackText.escaped(Readable.name(paper.organization()), 200),
                    facts.dates())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  ·  "))));
    String abstractText = Readable.text(paper.abstractText());
    if (!abstractText.isBlank()) {
      blocks.add(SlackBlocks.section("*Abstract*\n" + SlackText.escaped(abstractText, 2_900)));
    }
    if (paper.aiSummary() != null) {
      blocks.add(
          SlackBlocks.section(
              "*Hugging Face's own summary, written by a model*\n"
                  + SlackText.escaped(Readable.text(paper.aiSummary()), 1_000)));
    }
    if (!paper.topics().isEmpty()) {
      blocks.add(
          SlackBlocks.context(
              "Topics: " + SlackText.escaped(String.join(", ", paper.topics()), 600)));
    }
    blocks.add(SlackBlocks.context(linksInALine(paper) + SlackText.escaped(facts.origin(), 200)));
    List<ObjectNode> elements = new ArrayList<>();
    List<Action> actions = card.actions();
    buttons.add(
        elements,
        actions.isEmpty()
            ? List.of(
                new Action("Similar", "similar " + paper.id()),
                new Action("Save", "save " + paper.id()))
            : actions);
    if (!elements.isEmpty()) {
      blocks.add(SlackBlocks.actions(elements));
    }
    return blocks;
  }

  private List<Action> actions(PaperCard card) {
    if (!card.actions().isEmpty()) {
      return card.actions();
    }
    String id = card.paper().known().id().toString();
    return List.of(
        new Action("More", "show " + id),
        new Action("Similar", "similar " + id),
        new Action("Save", "save " + id));
  }

  private String title(PaperCard card, PaperFacts facts) {
    String rank = card.rank() > 0 ? card.rank() + ". " : "";
    String link =
        SlackText.link(
            card.paper().known().paper().paperLink(), facts.title(), detail.title() + 60);
    return "*" + rank + link + "*";
  }

  private static @Nullable ObjectNode picture(PaperCard card, PaperFacts facts) {
    String address = SlackText.address(card.paper().known().paper().thumbnail());
    return address == null || !address.startsWith("https:")
        ? null
        : SlackBlocks.picture(
            address.replace("&amp;", "&"),
            "First figure of " + SlackText.plain(facts.title(), 150));
  }

  private @Nullable ObjectNode links(PaperCard card) {
    Paper paper = card.paper().known().paper();
    ArrayNode options = SlackJson.array();
    option(options, "PDF", paper.pdfLink());
    option(options, "Code", paper.code());
    option(options, "Project", paper.project());
    return options.isEmpty() ? null : buttons.overflow(options);
  }

  private static void option(ArrayNode options, String label, @Nullable String outside) {
    String address = SlackText.address(outside);
    if (address != null) {
      options.add(SlackBlocks.option(label, "open").put("url", address.replace("&amp;", "&")));
    }
  }

  private static String linksInALine(Paper paper) {
    StringBuilder line = new StringBuilder();
    link(line, "Hugging Face", paper.paperLink());
    link(line, "arXiv", paper.arxivLink());
    link(line, "PDF", paper.pdfLink());
    link(line, "Code", paper.code());
    link(line, "Project", paper.project());
    return line.toString();
  }

  private static void link(StringBuilder line, String label, @Nullable String address) {
    if (SlackText.address(address) != null && line.length() < 1_200) {
      line.append(SlackText.link(address, label, 1_000)).append(" · ");
    }
  }
}
