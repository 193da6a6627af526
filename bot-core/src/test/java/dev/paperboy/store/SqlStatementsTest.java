package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.CatalogContract;
import dev.paperboy.catalog.ChangesContract;
import dev.paperboy.embedding.Vectors;
import dev.paperboy.embedding.VectorsContract;
import dev.paperboy.reader.Readers;
import dev.paperboy.reader.ReadersContract;
import dev.paperboy.summary.model.KeptSummaries;
import dev.paperboy.summary.model.KeptSummariesContract;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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

  /** A statement that nothing executes fails here, and so does one that stands elsewhere. */
  @Test
  void theContractsRunEveryStatementOfTheCodeAndNoOther() throws Exception {
    for (Method test : testsOf(CatalogContract.class)) {
      try (Store store = open(test)) {
        run(
            test,
            new CatalogContract() {
              @Override
              protected Catalog catalog() {
                return store.catalog();
              }
            });
      }
    }
    for (Method test : testsOf(ChangesContract.class)) {
      try (Store store = open(test)) {
        run(
            test,
            new ChangesContract() {
              @Override
              protected Catalog catalog() {
                return store.catalog();
              }
            });
      }
    }
    for (Method test : testsOf(ReadersContract.class)) {
      try (Store store = open(test)) {
        run(
            test,
            new ReadersContract() {
              @Override
              protected Readers readers() {
                return store.readers();
              }
            });
      }
    }
    for (Method test : testsOf(VectorsContract.class)) {
      try (Store store = open(test)) {
        run(
            test,
            new VectorsContract() {
              @Override
              protected Vectors vectors() {
                return store.vectors();
              }
            });
      }
    }
    for (Method test : testsOf(KeptSummariesContract.class)) {
      try (Store store = open(test)) {
        run(
            test,
            new KeptSummariesContract() {
              @Override
              protected KeptSummaries kept() {
                return store.keptSummaries();
              }
            });
      }
    }
    try (Store again = open(testsOf(ReadersContract.class).getFirst())) {
      assertThat(again.catalog().count()).isZero();
    }

    Set<String> named = new TreeSet<>();
    named.addAll(statementsOf(Sql.class));
    named.addAll(statementsOf(SqlSummaries.class));
    named.addAll(statementsOf(SqliteSql.class));
    named.addAll(statementsOf(SqlVectors.class));
    assertThat(recording.executed).isEqualTo(named);
  }

  private Store open(Method test) {
    Path home = folder.resolve(test.getDeclaringClass().getSimpleName()).resolve(test.getName());
    return Store.open(Sqlite.in(home), recording);
  }

  private static List<Method> testsOf(Class<?> contract) {
    List<Method> tests =
        Arrays.stream(contract.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .toList();
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private static void run(Method test, Object contract) throws ReflectiveOperationException {
    test.setAccessible(true);
    test.invoke(contract);
  }

  private static List<String> statementsOf(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isPrivate(field.getModifiers()) && !field.isSynthetic())
        .flatMap(SqlStatementsTest::text)
        .toList();
  }

  private static Stream<String> text(Field field) {
    try {
      return Stream.of((String) field.get(null));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
