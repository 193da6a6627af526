package dev.paperboy.chat;

import dev.paperboy.chat.Command.Layout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer or a digest, for every platform.
 *
 * @param blocks for people, top to bottom
 * @param content for programs
 * @param layout that a digest was subscribed in; null where it is the reader's own to say
 */
public record Message(Status status, List<Block> blocks, Content content, @Nullable Layout layout) {
  /** Decides the exit status of a terminal run. */
  public enum Status {
    ANSWERED(0),
    FAILED(1),
    MISUNDERSTOOD(2);

    private final int exitStatus;

    Status(int exitStatus) {
      this.exitStatus = exitStatus;
    }

    public int exitStatus() {
      return exitStatus;
    }
  }

  public Message(Status status, List<Block> blocks, Content content) {
    this(status, blocks, content, null);
  }

  public Message {
    blocks = List.copyOf(blocks);
  }
}
