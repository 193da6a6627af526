package dev.paperboy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ErrandsTest {
  @Test
  void soManyAreHeldAndNoMore() throws InterruptedException {
    CountDownLatch open = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(Errands.AT_ONCE);
    AtomicInteger most = new AtomicInteger();
    AtomicInteger now = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    try (Errands errands = new Errands("post")) {
      for (int i = 0; i < Errands.WAITING; i++) {
        errands.execute(() -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          begun.countDown();
          awaits(open);
          now.decrementAndGet();
          done.incrementAndGet();
        });
      }
      begun.await();
      assertThatThrownBy(() -> errands.execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class);
      open.countDown();
    }
    assertThat(most).hasValue(Errands.AT_ONCE);
    assertThat(done).hasValue(Errands.WAITING);
  }

  @Test
  void whatFailsKeepsNobodyElseFromTheirs() {
    AtomicInteger done = new AtomicInteger();
    try (Errands errands = new Errands("post")) {
      errands.execute(() -> {
        throw new IllegalStateException("broken");
      });
      errands.execute(done::incrementAndGet);
    }
    assertThat(done).hasValue(1);
  }

  private static void awaits(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
