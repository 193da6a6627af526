package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A statement that no contract executes fails here, and so does one that stands elsewhere than in
 * the classes of statements: each of them runs on both engines.
 */
class SqlStatementsTest {
  /** Remembers each statement as it stands in the code. */
  private static final class RecordingSqlLogger implements SqlLogger {
    private final Set<String> executed = new ConcurrentSkipListSet<>();

    @Override
    public void logAfterExecution(StatementContext context) {
      executed.add(context.getRawSql());
    }
  }

  @TempDir Path folder;
  private final RecordingSqlLogger recording = new RecordingSqlLogger();

  @Test
  void theContractsRunEveryStatementOnSqliteAndNoOther() throws Exception {
    runContracts(FreshStore.onSqlite());
    Store.open(Sqlite.in(folder), recording).close();
    // the second time it is there already
    Store.open(Sqlite.in(folder), recording).close();

    assertThat(recording.executed).isEqualTo(statements(SqliteSql.class));
  }

  @Test
  void theContractsRunEveryStatementOnPostgresAndNoOther() throws Exception {
    runContracts(FreshStore.onPostgres());
    DatabaseAddress empty = TestPostgres.empty();
    Store.open(Postgres.at(empty), recording).close();
    TestPostgres.drop(empty);

    assertThat(recording.executed).isEqualTo(statements(PostgresSql.class));
  }

  private void runContracts(FreshStore fresh) throws Exception {
    fresh.logging(recording);
    for (StoreContracts.Tried tried : StoreContracts.ALL) {
      List<Method> tests =
          Arrays.stream(tried.contract().getDeclaredMethods())
              .filter(method -> method.isAnnotationPresent(Test.class))
              .toList();
      assertThat(tests).isNotEmpty();
      for (Method test : tests) {
        fresh.open();
        try {
          test.setAccessible(true);
          test.invoke(tried.on().apply(fresh.store()));
        } finally {
          fresh.close();
        }
      }
    }
  }

  /** Those of an engine, and those of all classes of statements that are meant for both. */
  private static Set<String> statements(Class<?> ofEngine) throws Exception {
    Set<String> named = new TreeSet<>(statementsOf(ofEngine));
    try (Stream<Path> files = Files.list(classes())) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.matches("Sql([A-Z]\\w*)?\\.class")) {
          String type = name.substring(0, name.length() - ".class".length());
          named.addAll(statementsOf(Class.forName(Store.class.getPackageName() + "." + type)));
        }
      }
    }
    return named;
  }

  private static Path classes() throws URISyntaxException {
    return Path.of(Store.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .resolve(Store.class.getPackageName().replace('.', '/'));
  }

  private static List<String> statementsOf(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isPrivate(field.getModifiers()) && !field.isSynthetic())
        .flatMap(SqlStatementsTest::text)
        .toList();
  }

  private static Stream<String> text(Field field) {
    try {
      field.setAccessible(true);
      return Stream.of((String) field.get(null));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
