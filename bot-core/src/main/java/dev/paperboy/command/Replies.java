package dev.paperboy.command;

import dev.paperboy.chat.Action;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.Span;
import dev.paperboy.chat.Understanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of the answers that are not lists of papers. */
final class Replies {
  private Replies() {}

  static Message words(String heading, String text, Map<String, Object> fields) {
    return new Message(
        Status.ANSWERED,
        List.of(new Block.Heading(heading), Block.Text.of(text)),
        new Content.Words(text, fields));
  }

  static Message failed(String code, String text, List<Action> ways) {
    return problem(Status.FAILED, new Content.Problem(code, text, null, null), null, ways);
  }

  /** Understood, and not done: exit status 2, as for anything else that the line has to mend. */
  static Message refused(String code, String why) {
    return misunderstood(code, why, null);
  }

  static Message misunderstood(String code, String text, @Nullable String near) {
    return problem(
        Status.MISUNDERSTOOD, new Content.Problem(code, text, null, near), null, List.of());
  }

  /**
   * Says where a line went wrong, gives it back, and offers the nearest that would be understood.
   */
  static Message misunderstood(Understanding.Misunderstood wrong) {
    return problem(Status.MISUNDERSTOOD, wrong.problem(), wrong.line(), List.of());
  }

  private static Message problem(
      Status status, Content.Problem problem, @Nullable String line, List<Action> ways) {
    List<Block> blocks = new ArrayList<>();
    Integer column = problem.column();
    if (line != null && column != null && line.codePointCount(0, line.length()) <= 200) {
      blocks.add(new Block.Preformatted(line + "\n" + " ".repeat(column - 1) + "^"));
    }
    blocks.add(Block.Text.of(problem.message()));
    String near = problem.near();
    if (near != null) {
      blocks.add(new Block.Text(List.of(new Span.Plain("Nearest: "), new Span.Code(near))));
    }
    if (!ways.isEmpty()) {
      blocks.add(new Block.Actions(ways));
    }
    return new Message(status, blocks, problem);
  }
}
