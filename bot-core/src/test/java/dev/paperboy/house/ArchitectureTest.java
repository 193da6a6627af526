package dev.paperboy.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds the code against the picture in docs/architecture.md. */
@Tag("house")
class ArchitectureTest {
  private static final String ROOT = "dev.paperboy";
  private static final Pattern ROW =
      Pattern.compile("(?m)^ (\\d)  ((?:[a-z.]+|Paperboy)(?: [a-z.]+)*)(?:  .*)?$");
  private static final Pattern PLATFORM_WORD =
      Pattern.compile("(?i)\\b(block ?kit|mrkdwn|guilds?|discord|slack)\\b");
  private static final Set<String> VALUES = Set.of("paper", "query", "when", "progress");

  private static JavaClasses classes;
  private static Map<String, Integer> rows;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    rows = new TreeMap<>();
    Matcher row = ROW.matcher(Repository.text("docs/architecture.md"));
    while (row.find()) {
      for (String name : row.group(2).split(" ", -1)) {
        rows.put(name.equals("Paperboy") ? "" : name, Integer.parseInt(row.group(1)));
      }
    }
  }

  @Test
  void thePictureNamesEveryPackageAndNoOther() {
    Set<String> packages = new TreeSet<>();
    classes.forEach(type -> packages.add(room(type)));
    assertThat(rows.keySet()).isEqualTo(packages);
  }

  @Test
  void aPackageImportsOnlyFromTheRowsBelowItsOwn() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : classes) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass();
        if (!target.getPackageName().startsWith(ROOT) || room(target).equals(room(type))) {
          continue;
        }
        if (rows.getOrDefault(room(target), 0) <= rows.getOrDefault(room(type), 9)) {
          wrong.add(room(type) + " -> " + room(target) + " (" + type.getSimpleName() + ")");
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theValuesImportNothingButJava() {
    Set<String> wrong = new TreeSet<>();
    for (JavaClass type : classes) {
      if (!VALUES.contains(room(type))) {
        continue;
      }
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass();
        String name = target.getPackageName();
        boolean own = name.startsWith(ROOT);
        if (!own
            && !name.isEmpty()
            && !name.startsWith("java.")
            && !name.startsWith("org.jspecify")) {
          wrong.add(type.getName() + " -> " + target.getName());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theCoreKnowsNoPlatformsSdk() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("net.dv8tion..", "com.slack..")
        .check(classes);
  }

  @Test
  void theCoreSpeaksNoPlatformsWords() throws IOException {
    Set<String> wrong = new TreeSet<>();
    for (Path file : Repository.sources()) {
      String path = Repository.root().relativize(file).toString();
      if (!path.startsWith("bot-core/src/main") || path.contains("/console/")) {
        continue;
      }
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      for (String line : lines) {
        boolean comment = line.strip().startsWith("*") || line.strip().startsWith("/*");
        if (!comment && PLATFORM_WORD.matcher(line).find()) {
          wrong.add(path + ": " + line.strip());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void timeAndEnvironmentAreReadInOnePlaceEach() throws IOException {
    Pattern clocks =
        Pattern.compile(
            "Instant\\.now\\(|LocalDate\\.now\\(|currentTimeMillis|systemUTC|System\\.getenv");
    Map<String, Integer> readers = new TreeMap<>();
    for (Path file : Repository.sources()) {
      String path = Repository.root().relativize(file).toString();
      if (path.contains("src/main")) {
        Matcher matcher = clocks.matcher(Files.readString(file, StandardCharsets.UTF_8));
        while (matcher.find()) {
          readers.merge(path, 1, Integer::sum);
        }
      }
    }
    // the main of each module
    assertThat(readers.keySet().stream().map(path -> path.substring(0, path.indexOf('/'))))
        .doesNotHaveDuplicates();
    assertThat(readers.values()).allMatch(times -> times <= 2);
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    Set<Path> without = new TreeSet<>();
    for (Path file : Repository.sources()) {
      if (file.toString().contains("src/main")
          && !Files.exists(file.resolveSibling("package-info.java"))) {
        without.add(Repository.root().relativize(file.getParent()));
      }
    }
    assertThat(without).isEmpty();
  }

  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
  }
}
