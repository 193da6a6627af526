package dev.paperboy;

/** A token or a password: never printed. */
public record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
