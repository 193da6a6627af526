package dev.paperboy.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * What was typed in earlier conversations: a file of lines that only its owner may read. A file
 * that is broken, or cannot be written, is as good as none.
 */
final class PastLines {
  static final int KEPT = 1_000;
  private static final int LONGEST_LINE = 2_000;
  private static final long LARGEST_FILE = 8_000_000;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;

  PastLines(Path file) {
    this.file = file;
  }

  /** The latest, oldest of them first. */
  List<String> all() {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
        return List.of();
      }
      List<String> lines =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
              .lines()
              .map(TerminalText::line)
              .filter(line -> !line.isBlank() && line.length() <= LONGEST_LINE)
              .toList();
      if (lines.size() <= KEPT) {
        return lines;
      }
      List<String> latest = lines.subList(lines.size() - KEPT, lines.size());
      if (lines.size() > 2 * KEPT) {
        replace(latest);
      }
      return latest;
    } catch (IOException e) {
      return List.of();
    }
  }

  /** One that begins with a space is not kept. */
  void add(String line) {
    if (line.isBlank() || line.startsWith(" ") || line.length() > LONGEST_LINE) {
      return;
    }
    try {
      write(file, List.of(line), StandardOpenOption.APPEND);
    } catch (IOException e) {
      // the conversation is worth more than its record
    }
  }

  private void replace(List<String> lines) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    write(fresh, lines, StandardOpenOption.TRUNCATE_EXISTING);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(Path file, List<String> lines, StandardOpenOption how)
      throws IOException {
    boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        isPosix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
            : new FileAttribute<?>[0];
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, how);
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    try (SeekableByteChannel channel = Files.newByteChannel(file, options, attributes)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    }
    if (isPosix && !Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
      Files.setPosixFilePermissions(file, OWNER_ONLY);
    }
  }
}
