package dev.paperboy.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.subscription.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two processes that subscribe for one person at once, up to the limit. */
@Timeout(60)
class SubscriptionLimitTest {
  @Test
  void twoProcessesOnSqliteKeepToTheLimit() throws Exception {
    subscribeAtOnce(FreshStore.onSqlite());
  }

  @Test
  void twoProcessesOnPostgresKeepToTheLimit() throws Exception {
    subscribeAtOnce(FreshStore.onPostgres());
  }

  private static void subscribeAtOnce(FreshStore fresh) throws Exception {
    fresh.open();
    List<ChildJvm> children = new ArrayList<>();
    try {
      for (int n = 0; n < 2; n++) {
        children.add(ChildJvm.start(EagerSubscriber.class, fresh.place()));
      }
      for (ChildJvm child : children) {
        assertThat(child.hears("opened"::equals)).as("%s", child.heard()).isTrue();
      }
      for (ChildJvm child : children) {
        child.tell("go on");
      }
      int added = 0;
      for (ChildJvm child : children) {
        assertThat(child.hears(line -> line.startsWith("added "))).isTrue();
        added += Integer.parseInt(child.heard().getLast().substring("added ".length()));
      }

      assertThat(added).isEqualTo(EagerSubscriber.MOST);
      assertThat(fresh.store().subscriptions().in(Subscription.personal(EagerSubscriber.PERSON)))
          .extracting(Subscription::number)
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, EagerSubscriber.MOST).boxed().toList());
    } finally {
      children.forEach(ChildJvm::close);
      fresh.close();
    }
  }
}
