package dev.paperboy.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Address;
import dev.paperboy.delivery.Outbox.Entry;
import dev.paperboy.delivery.Outbox.State;
import dev.paperboy.delivery.SendingProcess.Stop;
import dev.paperboy.store.ChildJvm;
import dev.paperboy.store.FreshStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Ends sending processes as kill -9 does, and looks at what people see. */
public final class KillContract {
  private final FreshStore fresh;
  private final Class<?> process;

  /**
   * @param process a main that calls {@link SendingProcess#run}
   */
  public KillContract(FreshStore fresh, Class<?> process) {
    this.fresh = fresh;
    this.process = process;
  }

  KillContract(FreshStore fresh) {
    this(fresh, SendingProcess.class);
  }

  private ChildJvm start(WatchedPlatform platform, Stop stop) throws Exception {
    return ChildJvm.start(process, fresh.place(), platform.address().toString(), stop.name());
  }

  private static List<Address> places(String platform, String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> Address.channel(platform, "space", prefix + "-" + n))
        .toList();
  }

  /** Kills at one step, lets another process go on, and counts. */
  void crashAt(Stop stop) throws Exception {
    Sendings.plan(fresh.store(), places(Sendings.NONCE, "place", 10), 1);
    Sendings.plan(fresh.store(), places(Sendings.LOOK, "place", 10), 1);
    try (FakePlatform platform = new FakePlatform(false, 0)) {
      try (ChildJvm child = start(platform, stop)) {
        assertThat(child.hears(("at " + stop)::equals)).as("%s", child.heard()).isTrue();
        child.killAfter(0);
      }
      try (ChildJvm second = start(platform, Stop.NOWHERE)) {
        assertThat(second.hears("sending"::equals)).as("%s", second.heard()).isTrue();
        List<Entry> entries = Sendings.awaitAll(fresh.store(), Duration.ofSeconds(60));
        assertThat(entries).hasSize(20).allMatch(entry -> entry.state() == State.SENT);
      }
      assertThat(platform.visible()).as(platform.account()).isEqualTo(20);
      assertThat(platform.duplicates()).as(platform.account()).isZero();
    }
  }

  /** Kills a process when its platform has asked it to wait, and lets another go on at once. */
  void restartWithinARateLimit() throws Exception {
    Sendings.plan(fresh.store(), places(Sendings.NONCE, "place", 10), 2);
    Sendings.plan(fresh.store(), places(Sendings.LOOK, "place", 10), 2);
    try (FakePlatform platform = new FakePlatform(false, 0)) {
      platform.rest(Duration.ofSeconds(8));
      try (ChildJvm first = start(platform, Stop.NOWHERE)) {
        Sendings.await(
            fresh.store(), entry -> entry.state() == State.RETRY || entry.state() == State.SENT);
        first.killAfter(0);
      }
      int sentAway = platform.limited();
      assertThat(sentAway).as(platform.account()).isPositive();
      try (ChildJvm second = start(platform, Stop.NOWHERE)) {
        assertThat(second.hears("sending"::equals)).as("%s", second.heard()).isTrue();
        assertAllSent(40, platform);
      }
      assertThat(platform.early()).as(platform.account()).isZero();
      assertThat(platform.limited()).as(platform.account()).isEqualTo(sentAway);
    }
  }

  /** As {@link #killInTheMiddle(WatchedPlatform, List, int, int, Duration)}, on a faulty one. */
  String killInTheMiddle(int places, int each, boolean two, Duration most) throws Exception {
    int bad = Math.max(1, places / 100);
    List<Address> all = new ArrayList<>();
    for (String platform : List.of(Sendings.NONCE, Sendings.LOOK)) {
      all.addAll(places(platform, "bad", bad));
      all.addAll(places(platform, "place", places / 2 - bad));
    }
    try (FakePlatform platform = new FakePlatform(true, 0)) {
      return two
          ? killOneOfTwo(platform, all, each, 2 * bad, most)
          : killInTheMiddle(platform, all, each, 2 * bad, most);
    }
  }

  /**
   * Kills a process when two fifths were taken, lets another one go on, and counts.
   *
   * @param bad how many of the places take nothing, ever
   * @return what happened, in words for people
   */
  public String killInTheMiddle(
      WatchedPlatform platform, List<Address> places, int each, int bad, Duration most)
      throws Exception {
    Sendings.plan(fresh.store(), places, each);
    int all = places.size() * each;
    long began = System.nanoTime();
    try (ChildJvm first = start(platform, Stop.NOWHERE)) {
      platform.awaitAccepted(all * 2 / 5);
      first.killAfter(0);
    }
    try (ChildJvm second = start(platform, Stop.NOWHERE)) {
      assertThat(second.hears("sending"::equals)).as("%s", second.heard()).isTrue();
      return account(platform, all, bad * each, began, most);
    }
  }

  private String killOneOfTwo(
      WatchedPlatform platform, List<Address> places, int each, int bad, Duration most)
      throws Exception {
    Sendings.plan(fresh.store(), places, each);
    int all = places.size() * each;
    long began = System.nanoTime();
    try (ChildJvm first = start(platform, Stop.NOWHERE);
        ChildJvm second = start(platform, Stop.NOWHERE)) {
      platform.awaitAccepted(all * 2 / 5);
      first.killAfter(0);
      assertThat(second.hears("sending"::equals)).as("%s", second.heard()).isTrue();
      return account(platform, all, bad * each, began, most);
    }
  }

  private String account(WatchedPlatform platform, int all, int dead, long began, Duration most)
      throws Exception {
    List<Entry> entries = Sendings.awaitAll(fresh.store(), most);
    assertThat(entries).hasSize(all);
    assertThat(entries.stream().filter(e -> e.state() == State.DEAD)).hasSize(dead);
    assertThat(entries.stream().filter(e -> e.state() == State.SENT)).hasSize(all - dead);
    assertThat(platform.visible()).as(platform.account()).isEqualTo(all - dead);
    assertThat(platform.duplicates()).as(platform.account()).isZero();
    assertThat(platform.early()).as(platform.account()).isZero();
    return "%d deliveries in %.1f s: %s"
        .formatted(all, (System.nanoTime() - began) / 1e9, platform.account());
  }

  /** Stops a process for longer than its lease while its messages are on their way. */
  void stopAndContinue() throws Exception {
    Sendings.plan(fresh.store(), places(Sendings.LOOK, "place", 60), 1);
    try (FakePlatform platform = new FakePlatform(false, 0)) {
      platform.holdAnswers();
      try (ChildJvm zombie = start(platform, Stop.NOWHERE)) {
        // some are taken and not answered, some half written, some about to be
        platform.awaitAccepted(20);
        signal("-STOP", zombie);
        while (!fresh.takesWrites()) {
          // stopped within a write: whoever shares its file waits for it, and no lease is at stake
          signal("-CONT", zombie);
          signal("-STOP", zombie);
        }
        platform.answerAgain();
        try (ChildJvm second = start(platform, Stop.NOWHERE)) {
          assertThat(second.hears("sending"::equals)).as("%s", second.heard()).isTrue();
          assertAllSent(60, platform);
        }
        signal("-CONT", zombie);
        zombie.tell("end");
        zombie.hears(line -> false);
      }
      assertAllSent(60, platform);
    }
  }

  /** Lets a process go on, after its lease, with claims that another has worked on meanwhile. */
  void goOnWithOldClaims() throws Exception {
    Sendings.plan(fresh.store(), places(Sendings.LOOK, "place", 30), 1);
    try (FakePlatform platform = new FakePlatform(false, 0);
        ChildJvm late = start(platform, Stop.AFTER_CLAIM)) {
      assertThat(late.hears(("at " + Stop.AFTER_CLAIM)::equals)).as("%s", late.heard()).isTrue();
      try (ChildJvm second = start(platform, Stop.NOWHERE)) {
        assertThat(second.hears("sending"::equals)).as("%s", second.heard()).isTrue();
        assertAllSent(30, platform);
      }
      late.tell("go on");
      late.tell("end");
      late.hears(line -> false);
      assertAllSent(30, platform);
    }
  }

  private void assertAllSent(int count, FakePlatform platform) throws InterruptedException {
    List<Entry> entries = Sendings.awaitAll(fresh.store(), Duration.ofSeconds(60));
    assertThat(entries).hasSize(count).allMatch(entry -> entry.state() == State.SENT);
    assertThat(platform.visible()).as(platform.account()).isEqualTo(count);
    assertThat(platform.duplicates()).as(platform.account()).isZero();
  }

  private static void signal(String signal, ChildJvm child) throws Exception {
    assertThat(new ProcessBuilder("kill", signal, String.valueOf(child.pid())).start().waitFor())
        .isZero();
  }
}
