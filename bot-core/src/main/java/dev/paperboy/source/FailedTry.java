package dev.paperboy.source;

import org.jspecify.annotations.Nullable;

/** One try that failed in a way that another try may mend. */
final class FailedTry extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final boolean commaBeforeTries;

  private FailedTry(String what, boolean commaBeforeTries, @Nullable Throwable cause) {
    super(what, cause, false, false);
    this.commaBeforeTries = commaBeforeTries;
  }

  /** Reads "no connection after 3 tries". */
  static FailedTry of(String what, @Nullable Throwable cause) {
    return new FailedTry(what, false, cause);
  }

  /** Reads "no answer within 15 s, 3 tries". */
  static FailedTry timedOut(String what) {
    return new FailedTry(what, true, null);
  }

  String after(int tries) {
    return getMessage() + (commaBeforeTries ? ", " : " after ") + tries + " tries";
  }
}
