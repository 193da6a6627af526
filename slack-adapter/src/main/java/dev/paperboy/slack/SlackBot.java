package dev.paperboy.slack;

import dev.paperboy.Environment;
import java.nio.file.Path;

/** The program behind {@code ./paperboy slack}. */
public final class SlackBot {
  private SlackBot() {}

  public static void main(String[] args) {
    try {
      SlackSettings settings =
          SlackSettings.read(
              Environment.of(
                  System.getenv(),
                  Path.of("").toAbsolutePath(),
                  Path.of(System.getProperty("user.home", ""))));
      settings.core().warnings().forEach(SlackBot::say);
    } catch (Environment.Unusable e) {
      e.problems().forEach(SlackBot::say);
      System.exit(1);
    }
  }

  private static void say(String sentence) {
    System.err.println("paperboy: " + sentence);
  }
}
