package dev.paperboy.slack.fake;

/** Slack's answer that it did not do what was asked. */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String needed;

  ApiError(String error) {
    this(error, "");
  }

  ApiError(String error, String needed) {
    super(error, null, false, false);
    this.needed = needed;
  }

  String error() {
    return String.valueOf(getMessage());
  }

  String needed() {
    return needed;
  }
}
