package dev.paperboy.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paperboy.console.FakeProject.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
  @TempDir private Path folder;
  private FakeProject project;

  @BeforeEach
  void layOutAProject() throws IOException {
    Path launcher = Path.of(System.getProperty("paperboy.root", ""), "paperboy");
    assumeTrue(Files.isExecutable(launcher) && Files.isExecutable(Path.of("/bin/sh")));
    project = new FakeProject(folder, launcher);
  }

  @Test
  void printsTheJdkThatItFound() throws Exception {
    Outcome outcome = project.run(Map.of("JAVA_HOME", project.jdk.toString()), "--jdk");

    assertThat(outcome).isEqualTo(new Outcome(0, project.jdk + "\n", ""));
  }

  @Test
  void passesOverAnOldJdkAndResolvesTheJavacOnThePath() throws Exception {
    Path old = project.jdk("jdk 17", "17.0.15");
    Path between =
        Files.createSymbolicLink(folder.resolve("javac"), project.jdk.resolve("bin/javac"));
    Files.createSymbolicLink(project.tools.resolve("javac"), between);

    Outcome outcome = project.run(Map.of("JAVA_HOME", old.toString()), "--jdk");

    assertThat(outcome).isEqualTo(new Outcome(0, project.jdk + "\n", ""));
  }

  @Test
  void withoutAJdkSaysInOneLineWhatToInstall() throws Exception {
    Path runtime = project.jdk("jre 21", "21.0.4");
    Files.delete(runtime.resolve("bin/javac"));

    Outcome outcome = project.run(Map.of("JAVA_HOME", runtime.toString()), "today");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("paperboy: a JDK 21 or newer is needed").hasLineCount(1);
  }

  @Test
  void buildsAtTheFirstStartOnly() throws Exception {
    Outcome first = project.run("today");
    Outcome second = project.run("today");

    assertThat(first.status()).isZero();
    assertThat(first.err()).contains("building Paperboy, once").contains("maven was here");
    assertThat(first.out()).doesNotContain("maven");
    assertThat(second.err()).isEmpty();
    assertThat(project.builds())
        .containsExactly("-B -ntp -q -Dfast -DskipTests -pl bot-core -am package");
  }

  @Test
  void buildsAgainWhenASourceOrAPomIsNewerOrASourceIsGone() throws Exception {
    project.run("today");
    for (String changed : List.of("bot-core/src/main/java/A.java", "bot-core/pom.xml", "pom.xml")) {
      FakeProject.touch(project.root.resolve(changed), project.builtAt().plusSeconds(5));
      int before = project.builds().size();
      project.run("today");
      assertThat(project.builds()).as(changed).hasSize(before + 1);
      FakeProject.touch(project.root.resolve(changed), project.builtAt().minusSeconds(60));
    }
    int before = project.builds().size();
    FakeProject.touch(project.jar(), project.builtAt().minusSeconds(30));
    FakeProject.touch(
        project.root.resolve("bot-core/src/main/java"), project.builtAt().minusSeconds(60));
    Files.delete(project.root.resolve("bot-core/src/main/java/A.java"));
    project.run("today");
    assertThat(project.builds()).hasSize(before + 1);
  }

  @Test
  void passesArgumentsOnUntouched() throws Exception {
    Outcome outcome =
        project.run(
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
        .contains(
            "[-jar]",
            "[" + project.jar() + "]",
            "[-Dpaperboy.terminals=]",
            "[-Dpaperboy.columns=]");
  }

  @Test
  void putsTheUsersOptionsBehindItsOwn() throws Exception {
    Outcome outcome = project.run(Map.of("PAPERBOY_OPTS", "-Xmx64m -Dall=*"), "today");
    assertThat(outcome.arguments())
        .containsSubsequence(
            "[-XX:+UseSerialGC]", "[-Xmx256m]", "[-Xmx64m]", "[-Dall=*]", "[-jar]");

    outcome = project.run(Map.of("PAPERBOY_OPTS", "-XX:+UseG1GC"), "today");
    assertThat(outcome.arguments()).contains("[-XX:+UseG1GC]").doesNotContain("[-XX:+UseSerialGC]");
  }

  @Test
  void staysInTheWorkingDirectoryAndReadsArgumentsAsUtf8() throws Exception {
    Outcome outcome = project.run(Map.of("LC_ALL", "C"), "today");

    assertThat(outcome.out()).contains("in " + folder.toRealPath() + "\n").contains("C.UTF-8\n");
  }

  @Test
  void aClosedInputIsAnEmptyOne() throws Exception {
    FakeProject.executable(
        project.jdk.resolve("bin/java"), "#!/bin/sh\ncat && echo nothing to read\n");
    Path closing = folder.resolve("closing");
    FakeProject.executable(
        closing, "#!/bin/sh\nexec '" + project.root.resolve("paperboy") + "' \"$@\" <&-\n");
    project.run("today");

    Outcome outcome = project.run(closing, Map.of(), "today");

    assertThat(outcome).isEqualTo(new Outcome(0, "nothing to read\n", ""));
  }

  @Test
  void worksThroughSymbolicLinks() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("bin dir"));
    Path absolute =
        Files.createSymbolicLink(elsewhere.resolve("absolute"), project.root.resolve("paperboy"));
    Path relative = Files.createSymbolicLink(elsewhere.resolve("relative"), Path.of("absolute"));

    assertThat(project.run(absolute, Map.of(), "today").arguments())
        .contains("[" + project.jar() + "]");
    assertThat(project.run(relative, Map.of(), "today").arguments())
        .contains("[" + project.jar() + "]");
  }

  @Test
  void aFailedBuildIsSaidAndNoOldJarIsRun() throws Exception {
    project.run("today");
    project.maven("echo '[ERROR] A.java:1 no such symbol'; exit 1");
    FakeProject.touch(project.root.resolve("pom.xml"), project.builtAt().plusSeconds(5));

    Outcome outcome = project.run("today");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains("[ERROR] A.java:1 no such symbol")
        .endsWith("paperboy: the build failed; what Maven said stands above\n");
  }

  @Test
  void withoutMavenSaysInOneLineWhatToInstall() throws Exception {
    Files.delete(project.tools.resolve("mvn"));

    Outcome outcome = project.run("today");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).startsWith("paperboy: Maven 3.8 or newer is needed").hasLineCount(1);
  }

  @Test
  void ofTwoFirstStartsOneBuildsAndTheOtherWaits() throws Exception {
    twoFirstStarts();
  }

  @Test
  void ofTwoFirstStartsOneBuildsWhereThereIsNoFlock() throws Exception {
    Files.deleteIfExists(project.tools.resolve("flock"));
    twoFirstStarts();
    assertThat(project.root.resolve("target/.held")).doesNotExist();
  }

  private void twoFirstStarts() throws Exception {
    Path gate = folder.resolve("gate");
    assertThat(new ProcessBuilder("mkfifo", gate.toString()).start().waitFor()).isZero();
    project.maven("cat '" + gate + "'; made");
    Process one = project.start(project.root.resolve("paperboy"), Map.of(), "today");
    Process other = null;
    try (BufferedReader oneSays = one.errorReader(StandardCharsets.UTF_8)) {
      assertThat(oneSays.readLine()).contains("building");
      other = project.start(project.root.resolve("paperboy"), Map.of(), "today");
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
    assertThat(project.builds()).hasSize(1);
  }

  @Test
  void takesOverTheLockOfAStartThatDied() throws Exception {
    Files.deleteIfExists(project.tools.resolve("flock"));
    Process dead = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
    dead.waitFor();
    Files.createDirectories(project.root.resolve("target"));
    Files.createSymbolicLink(project.root.resolve("target/.held"), Path.of("pid-" + dead.pid()));

    Outcome outcome = project.run("today");

    assertThat(outcome.status()).isZero();
    assertThat(project.builds()).hasSize(1);
    assertThat(project.root.resolve("target/.held")).doesNotExist();
  }

  @Test
  void trainsTheStartUpCacheOnceForEachJar() throws Exception {
    Map<String, String> newest = Map.of("JAVA_HOME", project.jdk("jdk 25", "25.0.3").toString());
    Path cache = project.root.resolve("bot-core/target/paperboy-console.aot");

    Outcome first = project.run(newest, "today");
    Outcome second = project.run(newest, "today");

    assertThat(first.err()).contains("preparing quick starts, once");
    assertThat(second.err()).isEmpty();
    assertThat(second.arguments()).contains("[-XX:AOTCache=" + cache + "]");
    FakeProject.touch(project.jar(), project.builtAt().plusSeconds(5));
    assertThat(project.run(newest, "today").err()).contains("preparing quick starts, once");
  }

  @Test
  void aCacheThatCannotBeTrainedIsNotTriedAgainAndHarmsNothing() throws Exception {
    Path newest = project.jdk("jdk 25", "25.0.3");
    FakeProject.executable(
        newest.resolve("bin/java"),
        "#!/bin/sh\ncase \"$*\" in *AOTCacheOutput*) exit 1 ;; esac\nprintf '[%s]\\n' \"$@\"\n");

    Outcome first = project.run(Map.of("JAVA_HOME", newest.toString()), "today");
    Outcome second = project.run(Map.of("JAVA_HOME", newest.toString()), "today");

    assertThat(first.status()).isZero();
    assertThat(second.err()).isEmpty();
    assertThat(second.arguments())
        .endsWith("[today]")
        .noneMatch(argument -> argument.startsWith("[-XX:AOTCache"));
  }

  @Test
  void aBotIsAModuleOfItsOwn() throws Exception {
    Files.createDirectories(project.root.resolve("discord-adapter/src/main"));
    Files.writeString(project.root.resolve("discord-adapter/pom.xml"), "<project/>");
    project.maven("made discord-adapter/target paperboy-discord.jar");

    Outcome outcome = project.run("discord");

    assertThat(project.builds()).singleElement().asString().contains("-pl discord-adapter -am");
    assertThat(outcome.arguments())
        .endsWith(
            "["
                + project.root.toRealPath().resolve("discord-adapter/target/paperboy-discord.jar")
                + "]");
  }
}
