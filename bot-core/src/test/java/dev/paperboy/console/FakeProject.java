package dev.paperboy.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A project around a copy of the launcher, with a JDK and a Maven that only tell what they were
 * asked, and no other JDK to be found.
 */
final class FakeProject {
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "find",
          "flock",
          "ln",
          "mkdir",
          "mv",
          "ps",
          "pwd",
          "readlink",
          "rm",
          "sleep",
          "stty",
          "touch");

  final Path folder;
  final Path root;
  final Path tools;
  final Path jdk;

  /** How a start ended. */
  record Outcome(int status, String out, String err) {
    List<String> arguments() {
      return out.lines().filter(line -> line.startsWith("[")).toList();
    }
  }

  FakeProject(Path folder, Path launcher) throws IOException {
    this.folder = folder;
    root = Files.createDirectories(folder.resolve("a pro ject"));
    Files.createDirectories(root.resolve("bot-core/src/main/java"));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.writeString(root.resolve("bot-core/pom.xml"), "<project/>");
    Files.writeString(root.resolve("bot-core/src/main/java/A.java"), "class A {}");
    String script = Files.readString(launcher, StandardCharsets.UTF_8);
    for (String usual : List.of("/usr/lib/jvm", "/opt/", "/usr/java", "/Library/")) {
      assertThat(script).contains(usual);
      script = script.replace(usual, folder + "/nowhere/");
    }
    executable(root.resolve("paperboy"), script);
    tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      for (String bin : List.of("/usr/bin", "/bin")) {
        Path real = Path.of(bin, tool);
        if (Files.exists(real) && !Files.exists(tools.resolve(tool))) {
          executable(tools.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
        }
      }
    }
    jdk = jdk("jdk 21", "21.0.4");
    maven("");
  }

  Path jar() throws IOException {
    return root.toRealPath().resolve("bot-core/target/paperboy-console.jar");
  }

  Instant builtAt() throws IOException {
    return Files.getLastModifiedTime(jar()).toInstant();
  }

  List<String> builds() throws IOException {
    Path log = folder.resolve("maven.log");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
    touch(home.resolve("release"), Instant.EPOCH);
    executable(home.resolve("bin/javac"), "#!/bin/sh\n");
    executable(
        home.resolve("bin/java"),
        """
        #!/bin/sh
        for argument; do
          case $argument in -XX:AOTCacheOutput=*) : >"${argument#*=}" ;; esac
        done
        printf '[%s]\\n' "$@"
        echo "in $(pwd -P)"
        echo "$LC_ALL"
        """);
    return home;
  }

  /** Notes how it was called; does what a build does unless told otherwise. */
  void maven(String instead) throws IOException {
    executable(
        tools.resolve("mvn"),
        """
        #!/bin/sh
        made() {
          mkdir -p "${1:-bot-core/target}/lib"
          : >"${1:-bot-core/target}/${2:-paperboy-console.jar}"
        }
        echo "$@" >>'%s'
        echo maven was here
        %s
        """
            .formatted(folder.resolve("maven.log"), instead.isEmpty() ? "made" : instead));
  }

  static void executable(Path file, String script) throws IOException {
    Files.writeString(file, script, StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  static void touch(Path file, Instant when) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(when));
  }

  Outcome run(String... words) throws Exception {
    return run(Map.of(), words);
  }

  Outcome run(Map<String, String> environment, String... words) throws Exception {
    return run(root.resolve("paperboy"), environment, words);
  }

  Outcome run(Path launcher, Map<String, String> environment, String... words) throws Exception {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    Process process =
        prepared(launcher, environment, words)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    int status = process.waitFor();
    return new Outcome(status, Files.readString(out), Files.readString(err));
  }

  Process start(Path launcher, Map<String, String> environment, String... words)
      throws IOException {
    return prepared(launcher, environment, words)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private ProcessBuilder prepared(Path launcher, Map<String, String> environment, String... words) {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(Arrays.asList(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("HOME", folder.resolve("nobody").toString());
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().putAll(environment);
    return builder;
  }
}
