package dev.paperboy.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.people.People.Person;
import dev.paperboy.people.People.Removed;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What every store of people promises of their settings. */
public abstract class PeopleContract {
  private static final Instant NOW = Instant.parse("2026-08-12T12:00:00Z");
  private static final String ADA = "chat:w1:ada";
  private static final Address DIRECT = Address.direct("chat", "w1", "ada");

  /** The people under test, none at the start of each test. */
  protected abstract People people();

  @Test
  protected void knowsNothingOfAStranger() {
    assertThat(people().find(ADA)).isEqualTo(new Person(ADA, null, null, null));
    People.Everything all = people().everything(ADA, DIRECT);
    assertThat(all.person()).isEqualTo(new Person(ADA, null, null, null));
    assertThat(all.subscriptions()).isEmpty();
    assertThat(all.saved()).isEmpty();
    assertThat(all.lastList()).isEmpty();
    assertThat(all.told()).isEmpty();
    assertThat(all.sent()).isEmpty();
    assertThat(all.changes()).isEmpty();
    assertThat(people().forget(ADA, DIRECT, NOW))
        .isEqualTo(new Removed(0, 0, 0, 0, false, false, 0, 0));
  }

  @Test
  protected void keepsEachSettingByItself() {
    people().setZone(ADA, ZoneId.of("Australia/Lord_Howe"));
    people().setLayout(ADA, Layout.PLAIN);
    people().setLayout("chat:w2:ada", Layout.COMPACT);

    assertThat(people().find(ADA))
        .isEqualTo(new Person(ADA, ZoneId.of("Australia/Lord_Howe"), Layout.PLAIN, null));

    people().setZone(ADA, null);
    people().setLayout(ADA, Layout.CARDS);
    assertThat(people().find(ADA)).isEqualTo(new Person(ADA, null, Layout.CARDS, null));
    assertThat(people().find("chat:w2:ada").layout()).isEqualTo(Layout.COMPACT);
  }

  @Test
  protected void welcomesOnce() {
    people().setLayout(ADA, Layout.PLAIN);

    assertThat(people().welcome(ADA, NOW)).isTrue();
    assertThat(people().welcome(ADA, NOW.plusSeconds(1))).isFalse();
    assertThat(people().welcome("chat:w2:ada", NOW)).isTrue();

    assertThat(people().find(ADA)).isEqualTo(new Person(ADA, null, Layout.PLAIN, NOW));
  }

  @Test
  protected void whoIsForgottenIsAStrangerAgain() {
    people().setLayout(ADA, Layout.PLAIN);
    people().setLayout("chat:w2:ada", Layout.COMPACT);
    people().welcome(ADA, NOW);

    assertThat(people().forget(ADA, DIRECT, NOW))
        .isEqualTo(new Removed(0, 0, 0, 0, false, true, 0, 0));

    assertThat(people().find(ADA)).isEqualTo(new Person(ADA, null, null, null));
    assertThat(people().find("chat:w2:ada").layout()).isEqualTo(Layout.COMPACT);
    assertThat(people().welcome(ADA, NOW)).isTrue();
  }
}
