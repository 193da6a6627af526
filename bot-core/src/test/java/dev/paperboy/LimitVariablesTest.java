package dev.paperboy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.command.Limits;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitVariablesTest {
  @TempDir Path folder;

  @Test
  void theUsualOnesHoldWhereNothingIsSaid() {
    assertThat(limits(Map.of())).isEqualTo(Limits.USUAL);
  }

  @Test
  void eachCanBeSet() {
    assertThat(
            limits(
                Map.of(
                    "PAPERBOY_MAX_SUBSCRIPTIONS",
                    "3",
                    "PAPERBOY_MAX_DIGESTS",
                    "4",
                    "PAPERBOY_MAX_COMMANDS",
                    "999999")))
        .isEqualTo(new Limits(3, 4, 999_999));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "1000000", "2.5"})
  void whatIsNoCountIsAProblemWithItsRange(String value) {
    assertThatThrownBy(() -> limits(Map.of("PAPERBOY_MAX_DIGESTS", value)))
        .isInstanceOf(Environment.Unusable.class)
        .hasMessage("PAPERBOY_MAX_DIGESTS must be a whole number from 1 to 999999.");
  }

  private Limits limits(Map<String, String> environment) {
    return Environment.read(environment, folder, folder).limits();
  }
}
