package dev.paperboy.console;

/**
 * Named in the property {@code java.util.logging.config.class}, it takes the place of the logging
 * that the JDK would set up: it sets up none, so that what libraries log this way is not printed.
 */
public final class QuietLogging {
  static final String PROPERTY = "java.util.logging.config.class";

  /** Called by the JDK's LogManager, should anything log. */
  public QuietLogging() {}
}
