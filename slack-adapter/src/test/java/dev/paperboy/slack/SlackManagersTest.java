package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.Secret;
import dev.paperboy.chat.Caller.Manages;
import dev.paperboy.slack.SlackSettings.Managers;
import dev.paperboy.slack.fake.FakeSlack;
import dev.paperboy.slack.fake.Fault;
import dev.paperboy.slack.fake.Human;
import dev.paperboy.slack.fake.Workspace.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may change the digests of a channel. */
class SlackManagersTest {
  private static final Instant NOW = Instant.parse("2026-08-12T09:00:00Z");

  private final FakeSlack slack = FakeSlack.start();
  private final CannedDesk desk = new CannedDesk();
  private Instant now = NOW;

  @BeforeEach
  void open() {
    var unused = slack.workspace("T1");
    slack.channel("T1", "C1");
    slack.privateChannel("T1", "C2");
  }

  @AfterEach
  void close() {
    slack.close();
    assertThat(slack.problems()).isEmpty();
  }

  @Test
  void fullMembersManageTheChannelsTheyAreIn() {
    var unused = slack.human("T1", "U1");
    assertThat(manages("U1", "C1", "digest create agents")).isEqualTo(Manages.PLACE);
    assertThat(manages("U1", "C2", "Feed list")).isEqualTo(Manages.PLACE);
    slack.admin("T1").kick("C1", "U1");
    slack.admin("T1").kick("C2", "U1");
    assertThat(manages("U1", "C1", "digest create agents")).isEqualTo(Manages.NOTHING);
    assertThat(manages("U1", "C2", " digest list")).isEqualTo(Manages.NOTHING);
  }

  @Test
  void aMemberIsFoundBehindManyOtherChannels() {
    for (int i = 0; i < 950; i++) {
      slack.channel("T1", "A%04d".formatted(i));
    }
    var unused = slack.human("T1", "U1");
    assertThat(manages("U1", "C1", "digest list")).isEqualTo(Manages.PLACE);
    assertThat(slack.calls("users.conversations")).hasSize(2);
  }

  @Test
  void administratorsManageEverywhereAndGuestsNowhere() {
    var admin = slack.human("T1", new Person("U1", "ann", "Europe/Berlin", true, false, false));
    var guest = slack.human("T1", new Person("U2", "ben", "Europe/Berlin", false, true, false));
    slack.admin("T1").kick("C1", "U1");
    assertThat(manages("U1", "C1", "digest list")).isEqualTo(Manages.SPACE);
    assertThat(manages("U2", "C1", "digest list")).isEqualTo(Manages.NOTHING);
    assertThat(admin).isNotEqualTo(guest);
  }

  @Test
  void peopleOfAnotherWorkspaceManageNothingInASharedChannel() {
    var unused = slack.visitor("T1", "U9", "T7");
    assertThat(manages("U9", "C1", "digest list")).isEqualTo(Manages.NOTHING);
  }

  @Test
  void whereItCannotBeFoundOutNobodyButAdministratorsManages() {
    var unused = slack.human("T1", "U1");
    slack.next(Fault.status("users.conversations", 500));
    assertThat(manages("U1", "C1", "digest list")).isEqualTo(Manages.NOTHING);
    assertThat(manages("U1", "C1", "digest list")).isEqualTo(Manages.PLACE);
    slack.withoutScope("T1", "channels:read");
    assertThat(manages("U1", "C1", "digest list")).isEqualTo(Manages.NOTHING);
  }

  @Test
  void membershipIsAskedForOnlyWhereItMattersAndAtMostEveryTenMinutes() {
    var unused = slack.human("T1", "U1");
    SlackPeople people = people(Managers.MEMBERS);
    SlackConversation conversation = conversation(people);
    for (String line : new String[] {"today", "subscribe digest", "digest list", "digest list"}) {
      var ignored = conversation.caller(where("U1", "C1"), line);
    }
    assertThat(slack.calls("users.conversations")).hasSize(1);
    now = NOW.plus(Duration.ofMinutes(11));
    var ignored = conversation.caller(where("U1", "C1"), "digest list");
    assertThat(slack.calls("users.conversations")).hasSize(2);
  }

  @Test
  void theDeskIsToldByADialogTooWhoManages() {
    Human ann = slack.human("T1", "U1");
    slack.admin("T1").kick("C1", "U1");
    SlackConversation conversation = conversation(people(Managers.MEMBERS));
    var unused = conversation.message(where("U1", "C1"), "digest list");
    assertThat(desk.said.element().caller().manages()).isEqualTo(Manages.NOTHING);
    assertThat(ann).isNotNull();
  }

  private Manages manages(String person, String channel, String line) {
    return conversation(people(Managers.MEMBERS)).caller(where(person, channel), line).manages();
  }

  private static SlackWhere where(String person, String channel) {
    return new SlackWhere("T1", person, channel, null, false);
  }

  private SlackPeople people(Managers managers) {
    return new SlackPeople(web(), this::token, managers, clock());
  }

  private SlackConversation conversation(SlackPeople people) {
    return new SlackConversation(
        desk,
        people,
        new SlackRenderer(line -> "help"),
        new SlackReplies(web(), this::token, new SlackPace(clock())));
  }

  private SlackWeb web() {
    return new SlackWeb(slack.apiUrl(), Duration.ofSeconds(5));
  }

  private Optional<Secret> token(String space) {
    return Optional.of(new Secret(slack.workspace(space).botToken()));
  }

  private InstantSource clock() {
    return () -> now;
  }
}
