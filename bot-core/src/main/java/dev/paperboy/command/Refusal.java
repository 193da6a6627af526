package dev.paperboy.command;

import dev.paperboy.chat.Message;

/** Carries the answer to what may not be done from wherever it was seen to where it is given. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Message answer;

  Refusal(Message answer) {
    super("refused", null, false, false);
    this.answer = answer;
  }

  Message answer() {
    return answer;
  }
}
