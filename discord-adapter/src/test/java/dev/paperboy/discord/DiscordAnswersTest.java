package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Command.Layout;
import dev.paperboy.discord.fake.Channel;
import dev.paperboy.discord.fake.Choice;
import dev.paperboy.discord.fake.Dialog;
import dev.paperboy.discord.fake.FakeDiscord;
import dev.paperboy.discord.fake.Guild;
import dev.paperboy.discord.fake.Human;
import dev.paperboy.discord.fake.Interaction;
import dev.paperboy.discord.fake.Posted;
import dev.paperboy.discord.fake.Rights;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscription.State;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do on Discord, and what comes back. */
class DiscordAnswersTest {
  @TempDir Path home;
  private FakeDiscord discord;
  private DiscordHouse house;
  private Guild lab;
  private Channel papers;
  private Human ann;

  @BeforeEach
  void open() {
    discord = FakeDiscord.start();
    lab = discord.guild("Lab");
    papers = lab.channel("papers");
    ann = discord.human("Ann", lab);
    house = new DiscordHouse(discord, home).open();
  }

  @AfterEach
  void close() {
    house.close();
    discord.close();
  }

  @Test
  void anAnswerIsSeenByOneUntilItIsShared() {
    Posted answer = answer(ann.uses(papers, "papers today", Map.of("limit", 3)));
    assertThat(answer.onlyFor()).isEqualTo("Ann");
    assertThat(answer.everything()).contains("Agents that remember", "Diffusion of video");
    Posted shared = ann.presses(answer, "Share").reply();
    assertThat(shared.onlyFor()).isNull();
    assertThat(shared.everything()).contains("Agents that remember", "Shared by Ann");
    assertThat(shared.ways()).doesNotContain("Share");
    assertThat(discord.problems()).isEmpty();
  }

  @Test
  void theFirstWordIsWelcomedOnceAndInDirectMessagesNothingIsHidden() {
    Interaction first = ann.uses(ann.directMessages(), "papers status");
    assertThat(first.reply(this::isWelcome).onlyFor()).isNull();
    Interaction second = ann.uses(papers, "papers status");
    assertThat(second.reply().everything()).contains("papers");
    assertThat(discord.messages(papers)).noneMatch(this::isWelcome);
  }

  @Test
  void optionsCompleteFromWhatIsKnown() {
    Posted unused = answer(ann.uses(papers, "papers today"));
    assertThat(ann.types(papers, "papers show", "paper", "diffu", Map.of()))
        .extracting(Choice::name)
        .containsExactlyInAnyOrder("Diffusion of video", "Diffusion and agents");
    assertThat(ann.types(papers, "papers settings", "zone", "berl", Map.of()))
        .extracting(Choice::value)
        .containsExactly("Europe/Berlin");
    assertThat(ann.types(papers, "papers search", "query", "agents -lau", Map.of()))
        .extracting(Choice::value)
        .startsWith("agents -lau");
    Interaction made = subscribed(Map.of("filter", "agents", "zone", "Europe/Berlin"));
    assertThat(made.reply().everything()).contains("agents");
    assertThat(ann.types(papers, "papers unsubscribe", "number", "", Map.of()))
        .extracting(Choice::value)
        .containsExactly("1", "all");
  }

  @Test
  void aZoneIsAskedForOnceAndWhatWasTypedIsNotLost() {
    Dialog asked =
        ann.uses(
                papers,
                "papers subscribe",
                Map.of("filter", "agents", "max", 3, "layout", "compact"))
            .dialog();
    assertThat(asked.fields())
        .containsEntry("Which papers?", "agents")
        .containsEntry("How many papers at most?", "3");
    Interaction sent =
        ann.submits(asked, Map.of("At what time, and in which time zone?", "8:30 berlin"));
    assertThat(answer(sent).everything()).contains("agents", "08:30", "Europe/Berlin");
    Posted second = answer(ann.uses(papers, "papers subscribe", Map.of("filter", "diffusion")));
    assertThat(second.everything()).contains("Europe/Berlin");
    List<Subscription> mine = house.subscriptions(ann);
    assertThat(mine).extracting(Subscription::query).containsExactly("agents", "diffusion");
    assertThat(mine.get(0).layout()).isEqualTo(Layout.COMPACT);
    assertThat(mine.get(0).cap()).isEqualTo(3);
    assertThat(mine).extracting(s -> s.to().key()).containsOnly("discord::@" + ann.id());
  }

  @Test
  void aDialogThatIsNotUnderstoodOpensAgainWithWhatWasEntered() {
    Dialog empty = ann.uses(papers, "papers subscribe").dialog();
    Posted wrong =
        answer(
            ann.submits(
                empty,
                Map.of(
                    "Which papers?", "(agents",
                    "At what time, and in which time zone?", "09:00 Europe/Berlin")));
    assertThat(house.subscriptions(ann)).isEmpty();
    Posted nowhere =
        answer(
            ann.submits(
                ann.presses(wrong, "Change it …").dialog(),
                Map.of(
                    "Which papers?", "agents",
                    "At what time, and in which time zone?", "09:00 Atlantis")));
    assertThat(nowhere.everything()).contains("no time zone “Atlantis”");
    Dialog again = ann.presses(wrong, "Change it …").dialog();
    assertThat(again.fields())
        .containsEntry("Which papers?", "(agents")
        .containsEntry("At what time, and in which time zone?", "09:00 Europe/Berlin");
    Posted right = answer(ann.submits(again, Map.of("Which papers?", "agents")));
    assertThat(right.everything()).contains("number 1");
    assertThat(house.subscriptions(ann)).hasSize(1);
  }

  @Test
  void anEditBeginsWithWhatIsKept() {
    Posted unused = answer(subscribed(Map.of("filter", "agents", "zone", "Europe/Berlin")));
    Dialog edit = ann.uses(papers, "papers edit", Map.of("number", "1")).dialog();
    assertThat(edit.fields())
        .containsEntry("Which papers?", "agents")
        .containsEntry("At what time, and in which time zone?", "09:00 Europe/Berlin")
        .containsEntry("How often?", "weekdays");
    Posted changed = answer(ann.submits(edit, Map.of("How often?", "weekly fri")));
    assertThat(changed.everything()).contains("weekly fri");
    Dialog settings = ann.uses(papers, "papers settings").dialog();
    assertThat(answer(ann.submits(settings, Map.of("Your time zone", "tokyo"))).everything())
        .contains("Asia/Tokyo");
  }

  @Test
  void onlyWhoManagesTheServerMakesItsDigestsWhateverItsOwnersLetThemSee() {
    lab.letEverybodyUse("digest");
    Posted refused =
        answer(
            ann.uses(
                papers,
                "digest create",
                Map.of("filter", "agents", "often", "daily", "zone", "Europe/Berlin")));
    assertThat(refused.everything()).contains("those who manage");
    assertThat(house.digests(lab.id())).isEmpty();
    Human eve = discord.human("Eve").manages(lab);
    Channel other = lab.channel("elsewhere");
    Posted made =
        answer(
            eve.uses(
                papers,
                "digest create",
                Map.of(
                    "filter", "agents",
                    "often", "daily",
                    "zone", "Europe/Berlin",
                    "channel", other)));
    assertThat(made.onlyFor()).isEqualTo("Eve");
    assertThat(house.digests(lab.id()))
        .singleElement()
        .extracting(s -> s.to().key())
        .isEqualTo("discord:" + lab.id() + ":" + other.id());
    assertThat(answer(eve.uses(papers, "digest list")).everything())
        .contains("<#" + other.id() + ">");
  }

  @Test
  void aMessageWithALinkIsSummarized() {
    Posted unused = answer(ann.uses(papers, "papers today"));
    Interaction asked =
        ann.actsOn(papers, "Summarize paper", "look: https://arxiv.org/abs/2608.00004 !");
    assertThat(answer(asked).everything()).contains("State space models");
  }

  @Test
  void aPageTakesThePlaceOfTheOneBeforeAndButtonsOutliveARestart() {
    Posted first = answer(ann.uses(papers, "papers today", Map.of("limit", 5)));
    String next =
        first.ways().stream()
            .filter(way -> way.matches(".*more.*|Next.*"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(first.ways().toString()));
    house.stop();
    house.open();
    Posted second =
        ann.presses(first, next)
            .reply(posted -> posted.everything().contains("Robots that fold laundry"));
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(discord.problems()).isEmpty();
  }

  @Test
  void aServerThatSendsTheBotAwayKeepsItsDigestsUntilItIsBack() {
    Human eve = discord.human("Eve").manages(lab);
    Posted unused =
        answer(
            eve.uses(
                papers,
                "digest create",
                Map.of("filter", "agents", "often", "daily", "zone", "Europe/Berlin")));
    lab.removeBot();
    discord.awaits("the digest to rest", () -> state() == State.SUSPENDED);
    lab.addBot();
    discord.awaits("the digest to go on", () -> state() == State.ACTIVE);
    Posted hello = discord.message(papers, posted -> isWelcome(posted) && posted.onlyFor() == null);
    assertThat(hello.everything()).contains("Hello");
  }

  @Test
  void whatKeepsADigestFromArrivingIsSaidAtOnce() {
    Human eve = discord.human("Eve").manages(lab);
    lab.deny(papers, Rights.EMBED_LINKS);
    Posted made =
        answer(
            eve.uses(
                papers,
                "digest create",
                Map.of("filter", "agents", "often", "daily", "zone", "Europe/Berlin")));
    assertThat(made.everything()).contains("cannot arrive yet", "Embed Links", "number 1");
  }

  @Test
  void aDigestThatMayNotBePostedRestsAndGoesOnByItselfOnceItMay() {
    Human eve = discord.human("Eve").manages(lab);
    Posted unused =
        answer(
            eve.uses(
                papers,
                "digest create",
                Map.of("filter", "agents", "often", "daily", "zone", "Europe/Berlin")));
    lab.deny(papers, Rights.SEND_MESSAGES);
    house.clock.set("2026-08-13T07:00:01Z");
    house.sendDue();
    discord.awaits("the digest to rest", () -> state() == State.SUSPENDED);
    lab.allow(papers);
    discord.awaits("the digest to go on", () -> state() == State.ACTIVE);
  }

  private State state() {
    return house.digests(lab.id()).get(0).state();
  }

  @Test
  void whatIsNotUnderstoodComesBackWithTheNearestBehindAButton() {
    Posted wrong = answer(ann.uses(papers, "papers search", Map.of("query", "authr:Lovelace")));
    assertThat(wrong.everything()).contains("/papers search author:Lovelace");
    assertThat(answer(ann.presses(wrong, "/papers search author:Lovelace")).everything())
        .contains("Lovelace");
  }

  @Test
  void helpNamesTheCommandsAsTheyAreHere() {
    assertThat(answer(ann.uses(papers, "papers help")).everything())
        .contains("/papers today", "/papers subscribe", "/digest create")
        .doesNotContain("paperboy.txt");
  }

  @Test
  void aServerIsWelcomedWhereTheBotMayWrite() {
    Guild fresh = discord.guildWithoutBot("Fresh");
    Channel silent = fresh.channel("announcements");
    fresh.deny(silent, 1L << 11);
    Channel open = fresh.channel("general");
    fresh.addBot();
    Posted hello = discord.message(open, this::isWelcome);
    assertThat(hello.everything()).contains("/papers today", "/digest create");
    assertThat(discord.messages(silent)).isEmpty();
  }

  @Test
  void whereDirectMessagesCannotComeSubscribeSaysSoAndOffersTheWay() {
    Guild elsewhere = discord.guildWithoutBot("Elsewhere");
    Channel foreign = elsewhere.channel("chat");
    Human bob = discord.human("Bob", elsewhere).installs();
    bob.takesDirectMessages(false);
    Posted answer =
        answer(
            bob.uses(
                foreign, "papers subscribe", Map.of("filter", "agents", "zone", "Europe/Berlin")));
    assertThat(answer.everything()).contains("cannot be reached", "nothing was subscribed");
    assertThat(answer.body().toString()).contains("oauth2/authorize");
    assertThat(house.subscriptions(bob)).isEmpty();
    bob.takesDirectMessages(true);
    Posted now = answer(bob.presses(answer, "Subscribe again"));
    assertThat(now.everything()).contains("number 1");
    assertThat(house.subscriptions(bob)).hasSize(1);
    assertThat(discord.messages(bob.directMessages()))
        .anyMatch(posted -> posted.content().contains("where your digests come"));
  }

  private Interaction subscribed(Map<String, ?> options) {
    return ann.uses(papers, "papers subscribe", options);
  }

  /** The answer itself, not the welcome that may follow it. */
  private Posted answer(Interaction interaction) {
    return interaction.reply(posted -> !isWelcome(posted));
  }

  private boolean isWelcome(Posted posted) {
    return posted.everything().contains("three things to try")
        || posted.everything().contains("Three things to try")
        || posted.everything().contains("Hello. I bring");
  }
}
