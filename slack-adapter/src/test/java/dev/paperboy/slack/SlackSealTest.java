package dev.paperboy.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What keeps strangers out: seals, signatures and states. */
class SlackSealTest {
  private static final Secret OLD = key(1);
  private static final Secret NEW = key(2);
  private static final Secret TOKEN = new Secret("xoxb-123-äöü");

  @Test
  void whatIsSealedIsOpenedByTheSameKeyForTheSameWorkspaceOnly() {
    SlackSeal seal = new SlackSeal(List.of(OLD));
    String sealed = seal.seal(TOKEN, "T1");
    assertThat(sealed).doesNotContain("xoxb").isNotEqualTo(seal.seal(TOKEN, "T1"));
    assertThat(seal.open(sealed, "T1")).contains(TOKEN);
    assertThat(seal.open(sealed, "T2")).isEmpty();
    assertThat(new SlackSeal(List.of(NEW)).open(sealed, "T1")).isEmpty();
  }

  @Test
  void aNewKeySealsAndTheOldOneStillOpens() {
    String before = new SlackSeal(List.of(OLD)).seal(TOKEN, "T1");
    SlackSeal both = new SlackSeal(List.of(NEW, OLD));
    assertThat(both.open(before, "T1")).contains(TOKEN);
    assertThat(new SlackSeal(List.of(OLD)).open(both.seal(TOKEN, "T1"), "T1")).isEmpty();
  }

  @Test
  void whatIsDamagedIsNotOpened() {
    SlackSeal seal = new SlackSeal(List.of(OLD));
    byte[] sealed = Base64.getDecoder().decode(seal.seal(TOKEN, "T1"));
    for (int i = 0; i < sealed.length; i++) {
      byte[] damaged = sealed.clone();
      damaged[i] ^= 1;
      assertThat(seal.open(Base64.getEncoder().encodeToString(damaged), "T1")).isEmpty();
    }
    assertThat(seal.open("", "T1")).isEmpty();
    assertThat(seal.open("not base64!", "T1")).isEmpty();
  }

  @Test
  void theSignatureIsTheOneOfSlacksOwnExample() {
    Instant sent = Instant.ofEpochSecond(1_531_420_618L);
    SlackSignature signature =
        new SlackSignature(
            new Secret("8f742231b10e8888abcd99yyyzzz85a5"), Clock.fixed(sent, ZoneOffset.UTC));
    String body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text="
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
            + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
    String expected = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    assertThat(signature.isValid("1531420618", expected, bytes)).isTrue();
    bytes[0]++;
    assertThat(signature.isValid("1531420618", expected, bytes)).isFalse();
    assertThat(signature.isValid("1531420618x", expected, bytes)).isFalse();
    assertThat(signature.isValid("99999999999999999999", expected, bytes)).isFalse();
  }

  @Test
  void aStateIsTakenOnceAndForTenMinutes() {
    Instant issued = Instant.parse("2026-08-12T09:00:00Z");
    SlackOAuth.State states = states(issued);
    String state = states.generateNewStateValue();
    assertThat(states.isAvailableInDatabase(state)).isTrue();
    assertThat(states(issued.plus(Duration.ofMinutes(10))).isAvailableInDatabase(state)).isTrue();
    assertThat(states(issued.plus(Duration.ofMinutes(11))).isAvailableInDatabase(state)).isFalse();
    assertThat(states(issued.minusSeconds(1)).isAvailableInDatabase(state)).isFalse();
    assertThat(states.isAvailableInDatabase(state + "0")).isFalse();
    assertThat(states.isAvailableInDatabase("x." + issued.getEpochSecond() + ".y")).isFalse();
    states.deleteStateFromDatastore(state);
    assertThat(states.isAvailableInDatabase(state)).isFalse();
  }

  private static SlackOAuth.State states(Instant now) {
    return new SlackOAuth.State(OLD, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Secret key(int fill) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) fill);
    return new Secret(Base64.getEncoder().encodeToString(bytes));
  }
}
