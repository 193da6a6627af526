package dev.paperboy.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Action;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Block.PaperCard;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.PaperView;
import dev.paperboy.chat.Span;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.Signal;
import dev.paperboy.summary.Summary;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalRendererTest {
  @Test
  void aListOnEightyColumns() {
    assertThat(render(CannedDesk.today(), 80, Layout.CARDS))
        .isEqualTo(
            """
            Trending papers · Wed 12 Aug 2026
            16 of 20 listed match "agents, 4d" · Hugging Face, 12 min old, still filling

             1  ComBodied Agents: a New Paradigm of Human-Centric Agentic AI      2608.10915
                Agents that model how a person's state changes over time and choose the help
                that fits, instead of only changing software or moving things.
                Q. Ding, X. Wang, R. Feng et al. (6) · ▲ 72 · 1 comment · new

             2  Co-Evolution in Agentic Systems: Toward Self-Directed Evolution   2608.10299
                Beyond Human Design
                A survey of how several agents and their environment improve by pressing on
                one another.
                Q. Zong, J. Liu, J. Shen et al. (4) · ▲ 62 · 2 comments · ★ 4 ·
                climbing, 8 → 62 in a day

             3  AdvFD: Boosting Visual Generation via Adversarial Fréchet         2608.11205
                Distance Loss
                Turns the distance by which generators are judged into a loss they are
                trained with.
                M. Gao, J. Zhou, K. Gai · ▲ 15

             +13 more: `today limit:16 agents, 4d` · details: `show #1` ·
             like it: `similar #1`
            Summaries: from the abstracts
            """);
  }

  @Test
  void aListOnSixtyColumns() {
    assertThat(render(CannedDesk.today(), 60, Layout.CARDS))
        .startsWith(
            """
            Trending papers · Wed 12 Aug 2026
            16 of 20 listed match "agents, 4d" · Hugging Face, 12 min
            old, still filling

             1  ComBodied Agents: a New Paradigm of Human-    2608.10915
                Centric Agentic AI
                Agents that model how a person's state changes over time
                and choose the help that fits, instead of only changing
                software or moving things.
                Q. Ding, X. Wang, R. Feng et al. (6) · ▲ 72 ·
                1 comment · new
            """);
  }

  @Test
  void aCompactListTakesTwoLinesAPaper() {
    assertThat(render(CannedDesk.today(), 80, Layout.COMPACT))
        .contains(
            """

             1  ComBodied Agents: a New Paradigm of Human-Centric Agentic AI      2608.10915
                ▲ 72 · 1 comment · new · Agents that model how a person's state changes …
             2  Co-Evolution in Agentic Systems: Toward Self-Directed …           2608.10299
                ▲ 62 · 2 comments · ★ 4 · climbing, 8 → 62 in a day · A survey of how …
             3  AdvFD: Boosting Visual Generation via Adversarial Fréchet …       2608.11205
                ▲ 15 · Turns the distance by which generators are judged into a loss they …

            """);
  }

  @Test
  void thePlainLayoutSaysEverythingInWords() {
    assertThat(render(CannedDesk.today(), 80, Layout.PLAIN))
        .isEqualTo(
            """
            Trending papers, Wed 12 Aug 2026
            16 of 20 listed match "agents, 4d", Hugging Face, 12 min old, still filling

            1. ComBodied Agents: a New Paradigm of Human-Centric Agentic AI. Paper
            2608.10915.
            Agents that model how a person's state changes over time and choose the help
            that fits, instead of only changing software or moving things.
            By Q. Ding, X. Wang, R. Feng and 3 others. 72 upvotes, 1 comment. New.

            2. Co-Evolution in Agentic Systems: Toward Self-Directed Evolution Beyond Human
            Design. Paper 2608.10299.
            A survey of how several agents and their environment improve by pressing on one
            another.
            By Q. Zong, J. Liu, J. Shen and 1 other. 62 upvotes, 2 comments, 4 stars.
            Climbing, 8 to 62 in a day.

            3. AdvFD: Boosting Visual Generation via Adversarial Fréchet Distance Loss.
            Paper 2608.11205.
            Turns the distance by which generators are judged into a loss they are trained
            with.
            By M. Gao, J. Zhou and K. Gai. 15 upvotes.

            13 more, type: today limit:16 agents, 4d
            details, type: show #1
            like it, type: similar #1
            Summaries: from the abstracts
            """);
  }

  @Test
  void aPaperInFull() {
    assertThat(render(full(), 72, Layout.CARDS))
        .isEqualTo(
            """
            AdvFD: Boosting Visual Generation via Adversarial Fréchet Distance Loss
            2608.11205 · ▲ 1,204 · 3 comments · ★ 12
            Mingju Gao, Jingkai Zhou, Kun Gai
            Kolors Team, Kuaishou Technology

            Turns a distance into a loss.
            Result: It sharpens what is generated.
            The abstract's own words

            Abstract
              A distance between distributions becomes a loss. It sharpens what is
              generated.

            Hugging Face's own summary, written by a model
              A loss for image generators.

            Topics     image generation, cs.CV
            Listed     Wed 12 Aug 2026, today
            Published  Tue 11 Aug 2026, yesterday
            Paper      https://huggingface.co/papers/2608.11205
            arXiv      https://arxiv.org/abs/2608.11205
            PDF        https://arxiv.org/pdf/2608.11205
            Code       https://example.org/code%20here

             keep it: `save 2608.11205`
            """);
  }

  @Test
  void aPaperInFullInWords() {
    assertThat(render(full(), 72, Layout.PLAIN))
        .startsWith(
            """
            AdvFD: Boosting Visual Generation via Adversarial Fréchet Distance Loss.
            Paper 2608.11205.
            By Mingju Gao, Jingkai Zhou, Kun Gai. 1,204 upvotes, 3 comments, 12
            stars.
            Organisation: Kolors Team, Kuaishou Technology
            Summary: Turns a distance into a loss.
            Result: It sharpens what is generated.
            Origin of the summary: The abstract's own words.
            Abstract: A distance between distributions becomes a loss. It sharpens
            what is generated.
            """)
        .contains("Listed: Wed 12 Aug 2026, today.\n");
  }

  @Test
  void namesTwentyAuthorsAndTheModelThatWroteASummary() {
    Paper paper =
        CannedPapers.paper(
            "2608.10915", "T", "", Collections.nCopies(26, "Rui Feng"), null, null, null);
    PaperView view =
        new PaperView(
            CannedPapers.view(paper, Signal.NONE, "", List.of()).known(),
            List.of(),
            new Summary("S.", null, "model:tiny-1"),
            List.of(new Span.Plain("S.")),
            0,
            List.of());

    assertThat(render(CannedPapers.message(List.of(new PaperCard(view, 0, true, List.of())), view)))
        .contains("Rui Feng and 6 more\n")
        .contains("Summary written by tiny-1, a language model\n")
        .contains("Abstract\n  None is known.\n")
        .startsWith("(no title)\n2608.10915\n");
    assertThat(render(CannedPapers.message(List.of(CannedPapers.card(view, 1)), view)))
        .contains("R. Feng, R. Feng, R. Feng et al. (26) · summary by tiny-1\n");
  }

  @Test
  void aDocumentIsPrintedAsItStands() {
    String long120 = "x".repeat(120);
    Message message =
        new Message(
            Status.ANSWERED,
            List.of(
                new Block.Preformatted("@misc{a,\n  title = {" + long120 + "}\u001b[0m\nER  - \n")),
            new Content.Words("", Map.of()));

    assertThat(render(message)).isEqualTo("@misc{a,\n  title = {" + long120 + "}\nER  - \n");
  }

  @Test
  void aTableBesideOtherBlocksHangsUnderItsSecondColumn() {
    Message message =
        new Message(
            Status.ANSWERED,
            List.of(
                new Block.Heading("Words"),
                new Block.Preformatted(
                    "today     The list of a date, week or month, in order\n\nend\n"),
                Block.FinePrint.of("that is all")),
            new Content.Words("", Map.of()));

    assertThat(render(message, 40, Layout.CARDS))
        .isEqualTo(
            """
            Words
            today     The list of a date, week or
                      month, in order

            end

            that is all
            """);
  }

  @Test
  void coloursAndLinksStandOnlyWhereTheLookHasThem() {
    PaperView view = CannedPapers.frechet();
    Message message = CannedPapers.message(List.of(CannedPapers.card(view, 1)), view);
    Look rich = new Look(100, true, true, Layout.CARDS, CannedPapers.TODAY);

    assertThat(TerminalRenderer.render(message, "", rich))
        .startsWith(
            " 1  \u001b]8;;https://huggingface.co/papers/2608.11205\u001b\\\u001b[1m"
                + "AdvFD: Boosting Visual Generation via Adversarial \u001b[0m\u001b]8;;\u001b\\"
                + "\u001b]8;;https://huggingface.co/papers/2608.11205\u001b\\\u001b[1;35m"
                + "Fréchet\u001b[0m\u001b]8;;\u001b\\");
    assertThat(render(message, 100, Layout.CARDS)).doesNotContain("\u001b");
  }

  @Test
  void aLinkIsFollowedByItsAddressWhereItCannotBeClicked() {
    Message message =
        new Message(
            Status.ANSWERED,
            List.of(
                new Block.Text(
                    List.of(
                        new Span.Plain("See "),
                        new Span.Link("the page", "https://example.org/x"),
                        new Span.Plain(", "),
                        new Span.Link("https://example.org/y", "https://example.org/y"),
                        new Span.Plain(" and "),
                        new Span.Link("this", "javascript:alert(1)"),
                        new Span.Plain(".\nNext "),
                        new Span.Code("line"))),
                new Block.Image("https://example.org/a.png", "a curve")),
            new Content.Words("", Map.of()));

    assertThat(render(message))
        .isEqualTo(
            """
            See the page (https://example.org/x), https://example.org/y and this.
            Next `line`
            Picture: a curve (https://example.org/a.png)
            """);
  }

  @Test
  void buttonsOfAListStandOnceAtItsFoot() {
    PaperView view = CannedPapers.comBodied();
    PaperCard first = new PaperCard(view, 1, false, List.of(new Action("More", "show #1")));
    PaperCard second = new PaperCard(view, 2, false, List.of(new Action("More", "show #2")));

    assertThat(render(CannedPapers.message(List.of(first, second), view)))
        .endsWith("· new\n\n More: `show #1`\n")
        .doesNotContain("show #2");
    assertThat(
            render(
                CannedPapers.message(
                    List.of(first, new Block.Actions(List.of(new Action("details", "show #1")))),
                    view)))
        .endsWith("· new\n\n details: `show #1`\n");
  }

  @Test
  void anAnswerWithoutBlocksIsStillSaid() {
    assertThat(render(new Message(Status.ANSWERED, List.of(), new Content.Words("a\nb", Map.of()))))
        .isEqualTo("a\nb\n");
    assertThat(
            render(
                new Message(
                    Status.FAILED, List.of(), new Content.Problem("store", "Full.", null, null))))
        .isEqualTo("Full.\n");
  }

  private static Message full() {
    Paper known = CannedPapers.frechet().known().paper();
    Paper paper =
        new Paper(
            known.id(),
            known.title(),
            known.abstractText(),
            known.authors(),
            known.organization(),
            List.of("image generation", "cs.CV"),
            "A loss for image generators.",
            LocalDate.parse("2026-08-11"),
            "https://example.org/code here",
            "javascript:alert(1)",
            null,
            false);
    PaperView view =
        new PaperView(
            CannedPapers.view(paper, new Signal(1_204, 3, 12, CannedPapers.AS_OF), "", List.of())
                .known(),
            CannedPapers.frechet().title(),
            new Summary(
                "Turns a distance into a loss.", "It sharpens what is generated.", "abstract"),
            List.of(new Span.Plain("Turns a distance into a loss.")),
            0,
            List.of());
    return CannedPapers.message(
        List.of(new PaperCard(view, 0, true, List.of(new Action("keep it", "save 2608.11205")))),
        view);
  }

  private static String render(Message message) {
    return render(message, 80, Layout.CARDS);
  }

  private static String render(Message message, int width, Layout layout) {
    return TerminalRenderer.render(message, "", look(width, layout));
  }

  private static Look look(int width, Layout layout) {
    return new Look(width, false, false, layout, CannedPapers.TODAY);
  }
}
