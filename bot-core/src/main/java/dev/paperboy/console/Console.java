package dev.paperboy.console;

/** x. */
public final class Console {
  private Console() {}

  public static void main(String[] args) {
    System.out.println("hello");
  }
}
