package dev.paperboy.chat;

/** Carries a problem from wherever it was seen to the one place that answers it. */
final class Mistake extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Content.Problem problem;

  /**
   * @param near a line that would be understood
   */
  Mistake(String code, String message, int column, String near) {
    super(message, null, false, false);
    this.problem = new Content.Problem(code, message, column, near);
  }

  Content.Problem problem() {
    return problem;
  }
}
