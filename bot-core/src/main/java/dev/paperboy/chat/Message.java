package dev.paperboy.chat;

import java.util.List;

/**
 * An answer or a digest, for every platform.
 *
 * @param blocks for people, top to bottom
 * @param content for programs
 */
public record Message(Status status, List<Block> blocks, Content content) {
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

  public Message {
    blocks = List.copyOf(blocks);
  }
}
