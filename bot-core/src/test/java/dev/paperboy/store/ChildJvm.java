package dev.paperboy.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Another process on this class path. What it prints is read line by line. */
public final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;
  private final List<String> heard = new ArrayList<>();

  private ChildJvm(Process process) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
  }

  public static ChildJvm start(Class<?> main, String... arguments) throws IOException {
    return start(List.of(), main, arguments);
  }

  /** One with further options of the JVM. */
  public static ChildJvm start(List<String> options, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder child = new ProcessBuilder(command).redirectErrorStream(true);
    // Not on its command line: ONNX Runtime fails where that is long.
    child.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return new ChildJvm(child.start());
  }

  /** Reads on until a line that is looked for; false where the process ends without it. */
  public boolean hears(Predicate<String> wanted) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      heard.add(line);
      if (wanted.test(line)) {
        return true;
      }
    }
    return false;
  }

  public void tell(String line) throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).append(line).append('\n').flush();
  }

  /** Lets it run on for a moment, then ends it as kill -9 does. */
  public void killAfter(int millis) throws InterruptedException, IOException {
    process.waitFor(millis, TimeUnit.MILLISECONDS);
    // the process itself would close its output, and with it what was not read yet
    process.toHandle().destroyForcibly();
    hears(line -> false);
    process.waitFor();
  }

  /** Its process id, for signals. */
  public long pid() {
    return process.pid();
  }

  /** All it printed, as far as it was read. */
  public List<String> heard() {
    return heard;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
