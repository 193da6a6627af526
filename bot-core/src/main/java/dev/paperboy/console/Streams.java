package dev.paperboy.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jspecify.annotations.Nullable;

/**
 * The three standard streams and what is known of them.
 *
 * @param columns width of the terminal behind the output; 0 where it is not known
 */
record Streams(
    InputStream in,
    OutputStream out,
    OutputStream err,
    boolean inIsTerminal,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int columns) {

  /**
   * The streams of this process.
   *
   * @param terminals which of 0, 1 and 2 are terminals ("02"), as the launcher saw it for nothing;
   *     null without a launcher: then they are looked at
   * @param columns as the launcher saw it; null where it did not
   */
  static Streams of(
      InputStream in,
      OutputStream out,
      OutputStream err,
      @Nullable String terminals,
      @Nullable String columns) {
    return new Streams(
        in,
        out,
        err,
        isTerminal(0, SystemStream.Input, terminals),
        isTerminal(1, SystemStream.Output, terminals),
        isTerminal(2, SystemStream.Error, terminals),
        columns != null && columns.matches("\\d{1,5}") ? Integer.parseInt(columns) : 0);
  }

  private static boolean isTerminal(
      int descriptor, SystemStream stream, @Nullable String terminals) {
    if (terminals != null) {
      return terminals.indexOf('0' + descriptor) >= 0;
    }
    try {
      String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return device.startsWith("/dev/pts/")
          || device.startsWith("/dev/tty")
          || device.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return asksTerminal(stream);
    }
  }

  /** Where there is no such folder: slower, but it works everywhere. */
  private static boolean asksTerminal(SystemStream stream) {
    try {
      return TerminalProvider.load("exec").isSystemStream(stream);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
