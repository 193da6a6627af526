package dev.paperboy.store;

import static dev.paperboy.catalog.CannedSightings.NOON;
import static dev.paperboy.catalog.CannedSightings.WEDNESDAY;
import static dev.paperboy.catalog.CannedSightings.full;
import static dev.paperboy.catalog.CannedSightings.id;
import static dev.paperboy.catalog.CannedSightings.listed;
import static dev.paperboy.catalog.CannedSightings.signal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paperboy.catalog.StoreFailure;
import dev.paperboy.paper.Origin;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;

class StoreOpeningTest {
  @TempDir Path folder;

  private Path database() {
    return folder.resolve("paperboy.db");
  }

  private static void keepAnOwl(Store store) {
    store
        .catalog()
        .write(writer -> {
          writer.paper(listed(full("owl"), WEDNESDAY, signal(5, NOON)), Origin.HUGGINGFACE);
          return true;
        });
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void makesTheFoldersForTheirOwnerOnly() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path home = folder.resolve("share/paperboy");

    Store.open(home).close();

    for (Path made : List.of(home, home.getParent())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
          .isEqualTo("rwx------");
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.resolve("paperboy.db"))))
        .isEqualTo("rw-------");
  }

  @Test
  void leavesTheModeOfAFolderThatIsThere() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));

    Store.open(folder).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwxr-x---");
  }

  @Test
  void findsWhatWasKeptBefore() {
    try (Store store = Store.open(folder)) {
      keepAnOwl(store);
      store.readers().save("terminal:ada", id("owl"), NOON);
    }
    try (Store store = Store.open(folder)) {
      assertThat(store.catalog().find(id("owl")).orElseThrow().paper()).isEqualTo(full("owl"));
      assertThat(store.catalog().changeNumber()).isEqualTo(1);
      assertThat(store.readers().saved("terminal:ada")).containsExactly(id("owl"));
    }
  }

  @Test
  void tellsEachConnectionToBeSafe() throws SQLException {
    try (Sqlite engine = Sqlite.in(folder)) {
      Store.open(engine, SqlLogger.NOP_SQL_LOGGER).catalog().count();
      List<Connection> all = new ArrayList<>();
      for (int n = 0; n < 4; n++) {
        Connection connection = engine.dataSource().getConnection();
        all.add(connection);
        assertThat(answer(connection, "pragma journal_mode")).isEqualTo("wal");
        assertThat(answer(connection, "pragma synchronous")).isEqualTo("2");
        assertThat(answer(connection, "pragma foreign_keys")).isEqualTo("1");
        assertThat(answer(connection, "pragma busy_timeout")).isEqualTo("20000");
      }
      for (Connection connection : all) {
        connection.close();
      }
    }
  }

  private static String answer(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        var answer = statement.executeQuery(question)) {
      return answer.getString(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "100% #1", "what?mode=memory", "a&b='c'"})
  void opensAFolderOfAnyName(String name) {
    Path home = folder.resolve(name);
    try (Store store = Store.open(home)) {
      keepAnOwl(store);
    }
    assertThat(home.resolve("paperboy.db")).isNotEmptyFile();
    try (Store store = Store.open(home)) {
      assertThat(store.catalog().count()).isEqualTo(1);
    }
  }

  @Test
  void anEmptyFileIsANewStore() throws IOException {
    Files.createFile(database());

    try (Store store = Store.open(folder)) {
      assertThat(store.catalog().count()).isZero();
    }
  }

  @Test
  void manyMayOpenANewFolderAtOnce() throws Exception {
    Path home = folder.resolve("new");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> opened = new ArrayList<>();
      for (int n = 0; n < 6; n++) {
        opened.add(
            threads.submit(() -> {
              try (Store store = Store.open(home)) {
                return store.catalog().changeNumber();
              }
            }));
      }
      for (Future<Long> each : opened) {
        assertThat(each.get()).isZero();
      }
    }
  }

  @Test
  void waitsOnlySoLongForAnotherThatPreparesTheFolder() throws IOException {
    Path lockFile = Files.createFile(folder.resolve("paperboy.lock"));
    SQLiteConfig impatient = Sqlite.settings();
    impatient.setBusyTimeout(100);

    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      assertThat(held.isValid()).isTrue();
      assertThatThrownBy(() -> Store.open(Sqlite.in(folder, impatient), SqlLogger.NOP_SQL_LOGGER))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("another process has been preparing " + database())
          .hasMessageContaining("100 ms");
    }
    Store.open(folder).close();
  }

  @Test
  void refusesAHomeThatIsAFile() throws IOException {
    Path home = Files.writeString(folder.resolve("home"), "mine");

    assertThatThrownBy(() -> Store.open(home))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining(home + " is a file, not a folder");
    assertThatThrownBy(() -> Store.open(home.resolve("below")))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("cannot make the folder " + home.resolve("below"));
    assertThat(Files.readString(home)).isEqualTo("mine");
  }

  @Test
  void refusesADatabaseThatIsAFolder() throws IOException {
    Files.createDirectory(database());

    assertThatThrownBy(() -> Store.open(folder))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining(database() + " is a folder, not a file");
  }

  @Test
  void refusesAFolderThatMayNotBeWritten() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    assumeFalse(Files.isWritable(folder), "this user may write everywhere");

    assertThatThrownBy(() -> Store.open(folder))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("cannot make " + database() + ": permission denied");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 4_096, 100_000})
  void refusesAFileThatIsNoDatabaseAndLeavesItAsItIs(int size) throws IOException {
    byte[] garbage = new byte[size];
    new Random(size).nextBytes(garbage);
    Files.write(database(), garbage);

    assertThatThrownBy(() -> Store.open(folder))
        .isInstanceOf(StoreFailure.class)
        .hasMessage(
            database()
                + " is damaged; nothing was changed. Move it away to start anew, or restore a"
                + " backup.");
    assertThat(Files.readAllBytes(database())).isEqualTo(garbage);
    assertThat(files()).containsExactly("paperboy.db");
  }

  @Test
  void refusesTheDatabaseOfAnotherProgramAndLeavesItAsItIs() throws Exception {
    execute("create table recipe (name text)");
    byte[] before = Files.readAllBytes(database());

    assertThatThrownBy(() -> Store.open(folder))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining(database() + " belongs to another program");
    assertThat(Files.readAllBytes(database())).isEqualTo(before);
    assertThat(files()).containsExactly("paperboy.db");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "17.1", "20270101120000"})
  void refusesTheStoreOfANewerPaperboyAndLeavesItAsItIs(String version) throws Exception {
    try (Store store = Store.open(folder)) {
      keepAnOwl(store);
    }
    execute(
        "insert into flyway_schema_history (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success) values (99, '"
            + version
            + "', 'later', 'SQL', 'later.sql', '', 1, 1)");
    byte[] before = Files.readAllBytes(database());

    assertThatThrownBy(() -> Store.open(folder))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("was written by a newer Paperboy")
        .hasMessageContaining(database().toString());
    assertThat(Files.readAllBytes(database())).isEqualTo(before);
  }

  @Test
  void saysThatADatabaseIsDamagedInTheMiddle() throws IOException {
    try (Store store = Store.open(folder)) {
      keepAnOwl(store);
    }
    byte[] bytes = Files.readAllBytes(database());
    byte[] garbage = "no page of a tree ".repeat(2_000).getBytes(StandardCharsets.US_ASCII);
    int from = bytes.length / 4;
    System.arraycopy(garbage, 0, bytes, from, Math.min(garbage.length, bytes.length - from));
    Files.write(database(), bytes);

    assertThatThrownBy(
            () -> {
              try (Store store = Store.open(folder)) {
                store.catalog().count();
                store.catalog().find(id("owl"));
                store.catalog().signals(id("owl"));
              }
            })
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining(database() + " is damaged; nothing was changed");
    assertThat(Files.readAllBytes(database())).isEqualTo(bytes);
  }
}
