package dev.paperboy.delivery;

import dev.paperboy.chat.Address;
import dev.paperboy.store.FreshStore;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What every courier keeps when its process is killed: nothing is lost, nothing comes twice. An
 * adapter adds its fake, and a main that calls {@link SendingProcess#run} with its courier.
 */
@Timeout(180)
public abstract class CourierKillContract {
  @RegisterExtension final FreshStore fresh = FreshStore.onSqlite();

  /** The platform, running in this process. */
  protected abstract WatchedPlatform open() throws Exception;

  /** The main of the process that sends: it is told a store, the address and where to stop. */
  protected abstract Class<?> process();

  /** Where it sends to; at least fifty. */
  protected abstract List<Address> places();

  /** How many deliveries go to each place. */
  protected int each() {
    return 4;
  }

  @Test
  void aProcessKilledInTheMiddleOfManyLosesAndDoublesNothing() throws Exception {
    try (WatchedPlatform platform = open()) {
      String account =
          new KillContract(fresh, process())
              .killInTheMiddle(platform, places(), each(), 0, Duration.ofMinutes(2));
      System.out.println(getClass().getSimpleName() + ": " + account);
    }
  }
}
