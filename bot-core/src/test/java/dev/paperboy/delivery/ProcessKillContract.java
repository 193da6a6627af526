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

/** What a store keeps when a process that sends is killed, stopped or late. */
@Timeout(300)
abstract class ProcessKillContract {
  @RegisterExtension final FreshStore fresh;

  private final boolean two;

  /**
   * @param two whether another process works beside the one that is killed
   */
  ProcessKillContract(FreshStore fresh, boolean two) {
    this.fresh = fresh;
    this.two = two;
  }

  @ParameterizedTest
  @EnumSource(names = "NOWHERE", mode = EnumSource.Mode.EXCLUDE)
  void aProcessKilledAtAnyStepLosesAndDoublesNothing(Stop stop) throws Exception {
    new KillContract(fresh).crashAt(stop);
  }

  @Test
  void aProcessKilledInTheMiddleOfManyLosesAndDoublesNothing() throws Exception {
    new KillContract(fresh).killInTheMiddle(100, 2, two, Duration.ofSeconds(90));
  }

  @Test
  void aProcessThatBeginsWithinARateLimitWaitsForItsEnd() throws Exception {
    new KillContract(fresh).restartWithinARateLimit();
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
        getClass().getSimpleName()
            + ": "
            + new KillContract(fresh).killInTheMiddle(1_000, 5, two, Duration.ofMinutes(10)));
  }
}
