package dev.paperboy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.store.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseVariablesTest {
  @TempDir Path folder;

  private Settings read(Map<String, String> environment) {
    return Environment.read(environment, folder, folder);
  }

  @Test
  void withoutAnAddressTheStoreIsInTheDataFolder() {
    assertThat(read(Map.of()).database()).isEmpty();
  }

  @Test
  void anAddressWithAUserAndAPasswordFromAFileIsTaken() throws IOException {
    Files.writeString(folder.resolve("password"), "open sesame\n");

    Settings settings =
        read(
            Map.of(
                "PAPERBOY_DATABASE_URL",
                "jdbc:postgresql://db.example:6543/papers",
                "PAPERBOY_DATABASE_USER",
                "ada",
                "PAPERBOY_DATABASE_PASSWORD_FILE",
                "password"));

    assertThat(settings.database())
        .contains(
            new DatabaseAddress("jdbc:postgresql://db.example:6543/papers", "ada", "open sesame"));
    assertThat(settings.toString())
        .contains("PostgreSQL at db.example:6543, database papers")
        .doesNotContain("sesame");
  }

  @Test
  void aPasswordInTheAddressIsNotShownEither() {
    Settings settings =
        read(
            Map.of(
                "PAPERBOY_DATABASE_URL",
                "jdbc:postgresql://db.example/papers?user=ada&password=sesame"));

    assertThat(settings.toString()).doesNotContain("sesame");
    assertThatThrownBy(
            () -> read(Map.of("PAPERBOY_DATABASE_URL", "postgres://ada:sesame@db.example/papers")))
        .isInstanceOf(Environment.Unusable.class)
        .hasMessageContaining("such as jdbc:postgresql://localhost/paperboy")
        .hasMessageNotContaining("sesame");
  }

  @Test
  void aPasswordWithoutAnAddressIsWarnedAbout() {
    assertThat(read(Map.of("PAPERBOY_DATABASE_PASSWORD", "sesame")).warnings())
        .singleElement()
        .asString()
        .contains("mean nothing without PAPERBOY_DATABASE_URL")
        .doesNotContain("sesame");
  }
}
