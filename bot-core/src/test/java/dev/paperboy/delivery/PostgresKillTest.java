package dev.paperboy.delivery;

import dev.paperboy.delivery.SendingProcess.Stop;
import dev.paperboy.store.FreshStore;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("long")
@Timeout(300)
class PostgresKillTest {
  @RegisterExtension final FreshStore fresh = FreshStore.onPostgres();

  @ParameterizedTest
  @EnumSource(names = "NOWHERE", mode = EnumSource.Mode.EXCLUDE)
  void aProcessKilledAtAnyStepLosesAndDoublesNothing(Stop stop) throws Exception {
    new KillContract(fresh).crashAt(stop);
  }

  @Test
  void aProcessKilledInTheMiddleOfManyLosesAndDoublesNothing() throws Exception {
    new KillContract(fresh).killInTheMiddle(100, 2, true, Duration.ofSeconds(90));
  }

  @Test
  void aProcessStoppedForLongerThanItsLeaseDoublesNothing() throws Exception {
    new KillContract(fresh).stopAndContinue();
  }

  @Test
  void aProcessThatGoesOnWithOldClaimsSendsNothing() throws Exception {
    new KillContract(fresh).goOnWithOldClaims();
  }

  @Test
  @Tag("long")
  @Timeout(900)
  void aProcessKilledInTheMiddleOfFiveThousandLosesAndDoublesNothing() throws Exception {
    System.out.println(
        "PostgreSQL, two processes, one killed: "
            + new KillContract(fresh).killInTheMiddle(1_000, 5, true, Duration.ofMinutes(10)));
  }
}
