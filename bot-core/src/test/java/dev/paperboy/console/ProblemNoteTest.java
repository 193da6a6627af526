package dev.paperboy.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Action;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProblemNoteTest {
  @Test
  void aProblemShowsTheLineThePlaceAndTheNearestForm() {
    Message message = problem("`upvotes:` takes a number.", 12, "search 多模态 upvotes:>=50");

    assertThat(TerminalRenderer.render(message, "search 多模态 upvotes:many", look(80, Layout.CARDS)))
        .isEqualTo(
            """
              search 多模态 upvotes:many
                            ^
            `upvotes:` takes a number.
            Nearest: `search 多模态 upvotes:>=50`
            """);
    assertThat(TerminalRenderer.render(message, "search 多模态 upvotes:many", look(80, Layout.PLAIN)))
        .isEqualTo(
            """
            At character 12 of the line: `upvotes:` takes a number.
            Nearest: search 多模态 upvotes:>=50
            """);
  }

  @Test
  void aLongLineIsCutAroundThePlace() {
    String line = "search " + "word ".repeat(60) + "stars:x " + "tail ".repeat(60);

    assertThat(TerminalRenderer.render(problem("Why.", 308, null), line, look(60, Layout.CARDS)))
        .isEqualTo(
            """
              …d word word word word word word word stars:x tail tail t…
                                                    ^
            Why.
            """);
  }

  @Test
  void theColumnMayLieOutsideTheLine() {
    assertThat(TerminalRenderer.render(problem("Why.", 99, null), "abc", look(60, Layout.CARDS)))
        .isEqualTo("  abc\n     ^\nWhy.\n");
    assertThat(TerminalRenderer.render(problem("Why.", -3, null), "abc", look(60, Layout.CARDS)))
        .isEqualTo("  abc\n  ^\nWhy.\n");
    assertThat(TerminalRenderer.render(problem("Why.", 1, null), "", look(60, Layout.CARDS)))
        .isEqualTo("Why.\n");
  }

  @Test
  void whatStandsBesideAProblemStays() {
    Message message =
        new Message(
            Status.FAILED,
            List.of(
                Block.Text.of("The source is down."),
                new Block.Actions(List.of(new Action("what is known", "status")))),
            new Content.Problem("source", "The source is down.", null, "status"));

    assertThat(TerminalRenderer.render(message, "", look(80, Layout.CARDS)))
        .isEqualTo("The source is down.\nNearest: `status`\n what is known: `status`\n");
  }

  private static Message problem(String message, int column, @Nullable String near) {
    return new Message(
        Status.MISUNDERSTOOD,
        List.of(new Block.Preformatted("said otherwise"), Block.Text.of(message)),
        new Content.Problem("bad-query", message, column, near));
  }

  private static Look look(int width, Layout layout) {
    return new Look(width, false, false, layout, CannedPapers.TODAY);
  }
}
