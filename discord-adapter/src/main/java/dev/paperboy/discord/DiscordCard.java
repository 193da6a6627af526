package dev.paperboy.discord;

import dev.paperboy.chat.Action;
import dev.paperboy.chat.Block.PaperCard;
import dev.paperboy.chat.OutsideText;
import dev.paperboy.chat.PaperFacts;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.components.buttons.Button;
import org.jspecify.annotations.Nullable;

/** A paper as an embed, or as lines of one. */
final class DiscordCard {
  private static final int TITLE = 256;
  private static final int FIELD = 1_024;

  private final PaperCard card;
  private final Paper paper;
  private final String title;
  private final PaperFacts facts;
  private final String line;

  DiscordCard(PaperCard card) {
    this.card = card;
    paper = card.paper().known().paper();
    facts = new PaperFacts(card.paper());
    title = facts.title();
    line = line(facts);
  }

  boolean isFull() {
    return card.full();
  }

  /** What choosing it from a menu says. */
  Action choice() {
    String rank = card.rank() > 0 ? card.rank() + ". " : "";
    return new Action(rank + DiscordText.plain(title, 90), "show " + paper.id());
  }

  EmbedBuilder listed(DiscordDetail detail) {
    EmbedBuilder embed = embed(detail.title());
    embed.setDescription(DiscordText.spans(card.paper().summarySpans(), detail.summary()));
    footer(embed, line, detail.facts());
    return embed;
  }

  /** Three lines, to be joined with those of other papers in one embed. */
  String lines(DiscordDetail detail) {
    String rank = card.rank() > 0 ? card.rank() + "\\. " : "";
    String link = DiscordText.link(paper.paperLink(), title, detail.title());
    return Stream.of(
            "**" + rank + link + "**",
            DiscordText.spans(card.paper().summarySpans(), detail.summary()),
            DiscordText.escaped(line, detail.facts()))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining("\n"));
  }

  EmbedBuilder full() {
    EmbedBuilder embed = embed(TITLE - 6);
    String second = card.paper().summary().second();
    String abstractText = Readable.text(paper.abstractText());
    embed.setDescription(
        Stream.of(
                DiscordText.spans(card.paper().summarySpans(), 700),
                second == null ? "" : "**Result:** " + DiscordText.escaped(second, 500),
                abstractText.isBlank()
                    ? ""
                    : "**Abstract**\n" + DiscordText.escaped(abstractText, 2_500))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\n\n")));
    field(embed, "Organisation", paper.organization(), 200, true);
    field(embed, "Topics", String.join(", ", paper.topics()), 300, true);
    field(embed, "Hugging Face's own summary, written by a model", paper.aiSummary(), FIELD, false);
    footer(
        embed,
        Stream.of(line, facts.dates(), facts.origin())
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" · ")),
        400);
    return embed;
  }

  /** The addresses of a paper as buttons, which the client opens by itself; five at most. */
  List<Button> links() {
    List<Button> links = new ArrayList<>();
    link(links, "Hugging Face", paper.id().isArxiv() ? paper.paperLink() : null);
    link(links, "arXiv", paper.arxivLink());
    link(links, "PDF", paper.pdfLink());
    link(links, "Code", paper.code());
    link(links, "Project", paper.project());
    return links;
  }

  private static void link(List<Button> links, String label, @Nullable String outside) {
    String address = DiscordText.address(outside);
    if (address != null) {
      links.add(Button.link(address, label));
    }
  }

  private EmbedBuilder embed(int most) {
    String rank = card.rank() > 0 ? card.rank() + ". " : "";
    EmbedBuilder embed =
        DiscordPage.embed()
            .setTitle(
                rank + DiscordText.escaped(title, most), DiscordText.address(paper.paperLink()));
    String picture = DiscordText.address(paper.thumbnail());
    if (picture != null && picture.startsWith("https:")) {
      embed.setThumbnail(picture);
    }
    return embed;
  }

  private static String line(PaperFacts facts) {
    List<String> line = new ArrayList<>();
    line.add(OutsideText.plain(facts.authors(), 120));
    line.addAll(facts.signals());
    facts.marks().forEach(mark -> line.add(OutsideText.plain(mark, 60)));
    facts.model().ifPresent(model -> line.add("summary by " + OutsideText.plain(model, 60)));
    return line.stream().filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
  }

  private static void footer(EmbedBuilder embed, String text, int most) {
    String footer = DiscordText.plain(text, most);
    if (!footer.isBlank()) {
      embed.setFooter(footer);
    }
  }

  private static void field(
      EmbedBuilder embed, String name, @Nullable String outside, int most, boolean beside) {
    String value = outside == null ? "" : DiscordText.escaped(Readable.text(outside), most);
    if (!value.isBlank()) {
      embed.addField(name, value, beside);
    }
  }
}
