package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperboy.discord.fake.Call;
import dev.paperboy.discord.fake.Channel;
import dev.paperboy.discord.fake.Choice;
import dev.paperboy.discord.fake.FakeDiscord;
import dev.paperboy.discord.fake.Fault;
import dev.paperboy.discord.fake.Guild;
import dev.paperboy.discord.fake.Human;
import dev.paperboy.discord.fake.Interaction;
import dev.paperboy.discord.fake.Posted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fake behaves as Discord does, seen through JDA alone: no word of Paperboy's own code. */
class FakeDiscordTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(InstantSource.system().instant());
  private FakeDiscord discord;
  private Guild lab;
  private Channel papers;
  private Human ann;
  private @Nullable EchoBot bot;

  @BeforeEach
  void open() {
    discord = FakeDiscord.start(now::get, 0);
    lab = discord.guild("Lab");
    papers = lab.channel("papers");
    ann = discord.human("Ann", lab);
  }

  @AfterEach
  void close() {
    if (bot != null) {
      bot.close();
    }
    discord.close();
  }

  private EchoBot started() {
    EchoBot begun = EchoBot.start(discord);
    bot = begun;
    return begun;
  }

  @Test
  void commandsWorkInServersInDirectMessagesAndWhereOnlyAPersonBroughtTheApp() {
    EchoBot unusedBot = started();
    Guild elsewhere = discord.guildWithoutBot("Elsewhere");
    Channel foreign = elsewhere.channel("chat");
    Human bob = discord.human("Bob", elsewhere).installs();
    for (var use : Map.of(ann, papers, bob, foreign).entrySet()) {
      Interaction asked = use.getKey().uses(use.getValue(), "echo say", Map.of("text", "hello"));
      assertThat(asked.firstAnswer()).isLessThan(Duration.ofSeconds(3));
      assertThat(asked.reply().onlyFor()).isEqualTo(use.getKey().name());
      assertThat(asked.reply().everything()).contains("hello");
    }
    Interaction direct = ann.uses(ann.directMessages(), "echo say", Map.of("text", "hi"));
    assertThat(direct.reply().everything()).contains("hi");
    Interaction group = bob.uses(discord.group(ann, bob), "echo say", Map.of("text", "all"));
    assertThat(group.reply().everything()).contains("all");
    assertThatThrownBy(() -> ann.uses(foreign, "echo say", Map.of("text", "x")))
        .hasMessageContaining("not offered");
    assertThat(discord.problems()).isEmpty();
  }

  @Test
  void optionsCompleteAndAreHeldAgainstWhatWasRegistered() {
    EchoBot unusedBot = started();
    assertThat(ann.types(papers, "echo say", "text", "ag", Map.of()))
        .extracting(Choice::name)
        .containsExactly("ag 1", "ag 2");
    assertThatThrownBy(() -> ann.uses(papers, "echo say")).hasMessageContaining("needs \"text\"");
    assertThatThrownBy(() -> ann.uses(papers, "echo say", Map.of("text", "x".repeat(101))))
        .hasMessageContaining("does not take 101");
    assertThatThrownBy(() -> ann.uses(papers, "echo shout")).hasMessageContaining("knows no");
  }

  @Test
  void buttonsMenusDialogsAndActionsWork() {
    EchoBot unusedBot = started();
    Posted answer = ann.uses(papers, "echo say", Map.of("text", "one")).reply();
    assertThat(answer.ways()).containsExactly("More", "Ask", "First", "Second");
    Interaction more = ann.presses(answer, "More");
    assertThat(more.reply(posted -> posted.content().equals("more")).id()).isEqualTo(answer.id());
    Interaction second =
        ann.chooses(ann.uses(papers, "echo say", Map.of("text", "two")).reply(), "Second");
    assertThat(second.reply(posted -> posted.content().equals("chosen 2")).content()).isNotNull();
    Posted third = ann.uses(papers, "echo say", Map.of("text", "three")).reply();
    var dialog = ann.presses(third, "Ask").dialog();
    assertThat(dialog.fields()).containsEntry("Keyword", "agents");
    assertThat(ann.submits(dialog, Map.of("Keyword", "memory")).reply().content())
        .isEqualTo("asked memory");
    assertThat(ann.actsOn(papers, "Echo this", "a message").reply().content())
        .isEqualTo("a message");
    assertThat(discord.problems()).isEmpty();
  }

  @Test
  void aLateFirstAnswerAndALateFollowUpAreRefused() {
    EchoBot echo = started();
    echo.pausedBeforeAnswers();
    Interaction slow = ann.uses(papers, "echo say", Map.of("text", "late"));
    slow.ages(Duration.ofSeconds(4));
    echo.goesOn();
    assertThat(echo.failure()).isEqualTo(ErrorResponse.UNKNOWN_INTERACTION);
    Interaction old = ann.uses(papers, "echo say", Map.of("text", "old"));
    var first = old.reply();
    old.end();
    ann.presses(first, "More").reply(posted -> posted.content().equals("more"));
    assertThat(echo.editsLastHook()).isEqualTo(ErrorResponse.INVALID_WEBHOOK_TOKEN);
    assertThat(discord.problems()).containsExactly("an answer: later than three seconds");
  }

  @Test
  void aNonceStandsForOneMessageForAFewMinutes() {
    EchoBot echo = started();
    String first = echo.posts(papers, "a digest", "n1");
    assertThat(echo.posts(papers, "a digest", "n1")).isEqualTo(first);
    assertThat(discord.messages(papers)).hasSize(1);
    now.updateAndGet(then -> then.plus(Duration.ofMinutes(10)));
    assertThat(echo.posts(papers, "a digest", "n1")).isNotEqualTo(first);
  }

  @Test
  void whatGoesWrongOnTheWayIsTriedAgainByJdaWithTheSameNonce() {
    EchoBot echo = started();
    discord.next(
        Fault.badGateway(Fault.POSTS),
        Fault.limited(Fault.POSTS, Duration.ofMillis(200)),
        Fault.limitedEverywhere(Fault.POSTS, Duration.ofMillis(200)),
        Fault.acceptedThenBadGateway(Fault.POSTS));
    String unused = echo.posts(papers, "a digest", "n1");
    assertThat(discord.messages(papers)).hasSize(1);
    assertThat(discord.calls("POST", "/channels/\\d+/messages"))
        .extracting(Call::status)
        .containsExactly(502, 429, 429, 502, 200);
  }

  @Test
  void closedDoorsSayWhichOneIsClosed() {
    EchoBot echo = started();
    Human shy = discord.human("Shy", lab);
    shy.takesDirectMessages(false);
    assertThat(echo.refusal(shy.directMessages())).isEqualTo(50007);
    assertThat(echo.refusal(discord.human("Stranger").directMessages())).isEqualTo(50278);
    Channel closed = lab.channel("closed");
    lab.delete(closed);
    assertThat(echo.refusal(closed)).isEqualTo(10003);
  }

  @Test
  void whatHappensWhileTheLineIsCutIsHeardAfterwards() {
    EchoBot unusedBot = started();
    discord.shutGateway(true);
    discord.closeSockets(4000);
    discord.awaits("the line to be cut", () -> discord.connections() == 0);
    Interaction meanwhile = ann.uses(papers, "echo say", Map.of("text", "meanwhile"));
    discord.shutGateway(false);
    assertThat(meanwhile.reply().everything()).contains("meanwhile");
    discord.askToReconnect();
    discord.awaits("a second RESUME", () -> discord.resumes() >= 2);
    discord.connected(1);
    assertThat(ann.uses(papers, "echo say", Map.of("text", "after")).reply().everything())
        .contains("after");
    assertThat(discord.identifies()).isEqualTo(1);
  }

  @Test
  void anInvalidSessionBeginsAnew() {
    EchoBot unusedBot = started();
    discord.invalidateSessions();
    discord.awaits("a new session", () -> discord.identifies() == 2);
    discord.connected(1);
    assertThat(ann.uses(papers, "echo say", Map.of("text", "anew")).reply().everything())
        .contains("anew");
    assertThat(discord.intents()).containsOnly(1);
  }

  @Test
  void eachShardHearsOfItsOwnServers() {
    discord.advise(3);
    Guild second = discord.guild("Second");
    Guild third = discord.guild("Third");
    EchoBot unusedBot = started();
    discord.connected(3);
    for (Guild guild : List.of(lab, second, third)) {
      Channel channel = guild.channel("any");
      Interaction asked = ann.joins(guild).uses(channel, "echo shard");
      assertThat(asked.reply().content())
          .isEqualTo("shard " + List.of("Lab", "Second", "Third").indexOf(guild.name()));
    }
  }

  @Test
  void aWrongTokenIsRefused() {
    assertThatThrownBy(() -> EchoBot.start(discord, "a.b.c"))
        .isNotInstanceOf(ErrorResponseException.class)
        .hasMessageContaining("token");
  }
}
