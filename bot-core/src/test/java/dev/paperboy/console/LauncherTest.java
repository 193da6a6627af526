package dev.paperboy.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a JDK and a Maven that only tell what they were asked. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LauncherTest {
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

  @TempDir private Path folder;
  private Path root;
  private Path tools;
  private Path jdk;

  private record Outcome(int status, String out, String err) {
    List<String> arguments() {
      return out.lines().filter(line -> line.startsWith("[")).toList();
    }
  }

  @BeforeEach
  void layOutAProject() throws IOException {
    Path launcher = Path.of(System.getProperty("paperboy.root", ""), "paperboy");
    assumeTrue(Files.isExecutable(launcher) && Files.isExecutable(Path.of("/bin/sh")));
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

  @Test
  void printsTheJdkThatItFound() throws Exception {
    Outcome outcome = run(Map.of("JAVA_HOME", jdk.toString()), "--jdk");

    assertThat(outcome).isEqualTo(new Outcome(0, jdk + "\n", ""));
  }

  @Test
  void passesOverAnOldJdkAndResolvesTheJavacOnThePath() throws Exception {
    Path old = jdk("jdk 17", "17.0.15");
    Path between = Files.createSymbolicLink(folder.resolve("javac"), jdk.resolve("bin/javac"));
    Files.createSymbolicLink(tools.resolve("javac"), between);

    Outcome outcome = run(Map.of("JAVA_HOME", old.toString()), "--jdk");

    assertThat(outcome).isEqualTo(new Outcome(0, jdk + "\n", ""));
  }

  @Test
  void withoutAJdkSaysInOneLineWhatToInstall() throws Exception {
    Path runtime = jdk("jre 21", "21.0.4");
    Files.delete(runtime.resolve("bin/javac"));

    Outcome outcome = run(Map.of("JAVA_HOME", runtime.toString()), "today");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("paperboy: a JDK 21 or newer is needed").hasLineCount(1);
  }

  @Test
  void buildsAtTheFirstStartOnly() throws Exception {
    Outcome first = run("today");
    Outcome second = run("today");

    assertThat(first.status()).isZero();
    assertThat(first.err()).contains("building Paperboy, once").contains("maven was here");
    assertThat(first.out()).doesNotContain("maven");
    assertThat(second.err()).isEmpty();
    assertThat(builds()).containsExactly("-B -ntp -q -Dfast -DskipTests -pl bot-core -am package");
  }

  @Test
  void buildsAgainWhenASourceOrAPomIsNewerOrASourceIsGone() throws Exception {
    run("today");
    for (String changed : List.of("bot-core/src/main/java/A.java", "bot-core/pom.xml", "pom.xml")) {
      touch(root.resolve(changed), builtAt().plusSeconds(5));
      int before = builds().size();
      run("today");
      assertThat(builds()).as(changed).hasSize(before + 1);
      touch(root.resolve(changed), builtAt().minusSeconds(60));
    }
    int before = builds().size();
    touch(jar(), builtAt().minusSeconds(30));
    touch(root.resolve("bot-core/src/main/java"), builtAt().minusSeconds(60));
    Files.delete(root.resolve("bot-core/src/main/java/A.java"));
    run("today");
    assertThat(builds()).hasSize(before + 1);
  }

  @Test
  void passesArgumentsOnUntouched() throws Exception {
    Outcome outcome =
        run(
            "search",
            "\"state space\"",
            "-vision",
            "",
            "*",
            "a  b",
            "$HOME",
            "two\nlines",
            "--json");

    assertThat(outcome.arguments())
        .endsWith(
            "[search]",
            "[\"state space\"]",
            "[-vision]",
            "[]",
            "[*]",
            "[a  b]",
            "[$HOME]",
            "[two",
            "[--json]")
        .contains("[-jar]", "[" + jar() + "]", "[-Dpaperboy.terminals=]", "[-Dpaperboy.columns=]");
  }

  @Test
  void putsTheUsersOptionsBehindItsOwn() throws Exception {
    Outcome outcome = run(Map.of("PAPERBOY_OPTS", "-Xmx64m -Dall=*"), "today");
    assertThat(outcome.arguments())
        .containsSubsequence(
            "[-XX:+UseSerialGC]", "[-Xmx256m]", "[-Xmx64m]", "[-Dall=*]", "[-jar]");

    outcome = run(Map.of("PAPERBOY_OPTS", "-XX:+UseG1GC"), "today");
    assertThat(outcome.arguments()).contains("[-XX:+UseG1GC]").doesNotContain("[-XX:+UseSerialGC]");
  }

  @Test
  void staysInTheWorkingDirectoryAndReadsArgumentsAsUtf8() throws Exception {
    Outcome outcome = run(Map.of("LC_ALL", "C"), "today");

    assertThat(outcome.out()).contains("in " + folder.toRealPath() + "\n").contains("C.UTF-8\n");
  }

  @Test
  void worksThroughSymbolicLinks() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("bin dir"));
    Path absolute =
        Files.createSymbolicLink(elsewhere.resolve("absolute"), root.resolve("paperboy"));
    Path relative = Files.createSymbolicLink(elsewhere.resolve("relative"), Path.of("absolute"));

    assertThat(run(absolute, Map.of(), "today").arguments()).contains("[" + jar() + "]");
    assertThat(run(relative, Map.of(), "today").arguments()).contains("[" + jar() + "]");
  }

  @Test
  void aFailedBuildIsSaidAndNoOldJarIsRun() throws Exception {
    run("today");
    maven("echo '[ERROR] A.java:1 no such symbol'; exit 1");
    touch(root.resolve("pom.xml"), builtAt().plusSeconds(5));

    Outcome outcome = run("today");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains("[ERROR] A.java:1 no such symbol")
        .endsWith("paperboy: the build failed; what Maven said stands above\n");
  }

  @Test
  void withoutMavenSaysInOneLineWhatToInstall() throws Exception {
    Files.delete(tools.resolve("mvn"));

    Outcome outcome = run("today");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).startsWith("paperboy: Maven 3.8 or newer is needed").hasLineCount(1);
  }

  @Test
  void ofTwoFirstStartsOneBuildsAndTheOtherWaits() throws Exception {
    twoFirstStarts();
  }

  @Test
  void ofTwoFirstStartsOneBuildsWhereThereIsNoFlock() throws Exception {
    Files.deleteIfExists(tools.resolve("flock"));
    twoFirstStarts();
    assertThat(root.resolve("target/.held")).doesNotExist();
  }

  private void twoFirstStarts() throws Exception {
    Path gate = folder.resolve("gate");
    assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor()).isZero();
    maven("cat '" + gate + "'; made");
    Process one = start(root.resolve("paperboy"), Map.of(), "today");
    Process other = null;
    try (BufferedReader oneSays = one.errorReader(StandardCharsets.UTF_8)) {
      assertThat(oneSays.readLine()).contains("building");
      other = start(root.resolve("paperboy"), Map.of(), "today");
      try (BufferedReader otherSays = other.errorReader(StandardCharsets.UTF_8)) {
        assertThat(otherSays.readLine()).contains("waiting for another start");
        Files.writeString(gate, "go\n");
        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
      }
    } finally {
      one.destroy();
      if (other != null) {
        other.destroy();
      }
    }
    assertThat(builds()).hasSize(1);
  }

  @Test
  void takesOverTheLockOfAStartThatDied() throws Exception {
    Files.deleteIfExists(tools.resolve("flock"));
    Process dead = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
    dead.waitFor();
    Files.createDirectories(root.resolve("target"));
    Files.createSymbolicLink(root.resolve("target/.held"), Path.of("pid-" + dead.pid()));

    Outcome outcome = run("today");

    assertThat(outcome.status()).isZero();
    assertThat(builds()).hasSize(1);
    assertThat(root.resolve("target/.held")).doesNotExist();
  }

  @Test
  void trainsTheStartUpCacheOnceForEachJar() throws Exception {
    Map<String, String> newest = Map.of("JAVA_HOME", jdk("jdk 25", "25.0.3").toString());
    Path cache = root.resolve("bot-core/target/paperboy-console.aot");

    Outcome first = run(newest, "today");
    Outcome second = run(newest, "today");

    assertThat(first.err()).contains("preparing quick starts, once");
    assertThat(second.err()).isEmpty();
    assertThat(second.arguments()).contains("[-XX:AOTCache=" + cache + "]");
    touch(jar(), builtAt().plusSeconds(5));
    assertThat(run(newest, "today").err()).contains("preparing quick starts, once");
  }

  @Test
  void aCacheThatCannotBeTrainedIsNotTriedAgainAndHarmsNothing() throws Exception {
    Path newest = jdk("jdk 25", "25.0.3");
    executable(
        newest.resolve("bin/java"),
        "#!/bin/sh\ncase \"$*\" in *AOTCacheOutput*) exit 1 ;; esac\nprintf '[%s]\\n' \"$@\"\n");

    Outcome first = run(Map.of("JAVA_HOME", newest.toString()), "today");
    Outcome second = run(Map.of("JAVA_HOME", newest.toString()), "today");

    assertThat(first.status()).isZero();
    assertThat(second.err()).isEmpty();
    assertThat(second.arguments())
        .endsWith("[today]")
        .noneMatch(argument -> argument.startsWith("[-XX:AOTCache"));
  }

  @Test
  void aBotIsAModuleOfItsOwn() throws Exception {
    Files.createDirectories(root.resolve("discord-adapter/src/main"));
    Files.writeString(root.resolve("discord-adapter/pom.xml"), "<project/>");
    maven("made discord-adapter/target paperboy-discord.jar");

    Outcome outcome = run("discord");

    assertThat(builds()).singleElement().asString().contains("-pl discord-adapter -am");
    assertThat(outcome.arguments())
        .endsWith(
            "[" + root.toRealPath().resolve("discord-adapter/target/paperboy-discord.jar") + "]");
  }

  private Path jar() throws IOException {
    return root.toRealPath().resolve("bot-core/target/paperboy-console.jar");
  }

  private Instant builtAt() throws IOException {
    return Files.getLastModifiedTime(jar()).toInstant();
  }

  private List<String> builds() throws IOException {
    Path log = folder.resolve("maven.log");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  private Path jdk(String name, String version) throws IOException {
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
  private void maven(String instead) throws IOException {
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

  private static void executable(Path file, String script) throws IOException {
    Files.writeString(file, script, StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void touch(Path file, Instant when) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(when));
  }

  private Outcome run(String... words) throws Exception {
    return run(Map.of(), words);
  }

  private Outcome run(Map<String, String> environment, String... words) throws Exception {
    return run(root.resolve("paperboy"), environment, words);
  }

  private Outcome run(Path launcher, Map<String, String> environment, String... words)
      throws Exception {
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

  private Process start(Path launcher, Map<String, String> environment, String... words)
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
