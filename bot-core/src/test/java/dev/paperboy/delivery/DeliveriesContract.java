package dev.paperboy.delivery;

import static dev.paperboy.delivery.Daily.DUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.delivery.Claims.Claim;
import dev.paperboy.delivery.Claims.Composed;
import dev.paperboy.delivery.Claims.Freezing;
import dev.paperboy.delivery.Claims.Gate;
import dev.paperboy.delivery.Claims.Settlement;
import dev.paperboy.delivery.Outbox.State;
import dev.paperboy.digest.Decision;
import dev.paperboy.digest.Decision.Verdict;
import dev.paperboy.digest.Ledger;
import dev.paperboy.digest.Order;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import dev.paperboy.store.Store;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of deliveries promises once they are planned: claims, ends and the ledger. */
public abstract class DeliveriesContract {
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final PaperId OWL = new PaperId("2608.00001");
  private static final PaperId FOX = new PaperId("2608.00002");

  protected abstract Store store();

  private Subscriptions subscriptions() {
    return store().subscriptions();
  }

  private Agenda agenda() {
    return store().agenda();
  }

  private Outbox outbox() {
    return store().outbox();
  }

  private Claims claims() {
    return store().claims();
  }

  private Ledger ledger() {
    return store().ledger();
  }

  private Subscription subscribe(String person) {
    return Daily.subscribe(subscriptions(), person);
  }

  private void plan(Instant now) {
    int unused = Daily.plan(agenda(), now);
  }

  private List<Claim> claim(Instant now) {
    return claims().claim(Set.of("chat"), "one", now, now.plus(LEASE), 100);
  }

  private Claim claimOne(Instant now) {
    List<Claim> claimed = claim(now);
    assertThat(claimed).hasSize(1);
    return claimed.getFirst();
  }

  private static Decision decision(Claim claim, PaperId paper, Verdict verdict) {
    return new Decision(
        claim.subscription().to().key(),
        paper,
        claim.subscription().id(),
        claim.occasion(),
        verdict,
        verdict == Verdict.SHOWN ? "new" : "over the cap",
        new Signal(12, 3, null, DUE),
        true,
        DUE,
        null);
  }

  private Composed composed(Claim claim, long version, String... bodies) {
    return new Composed(
        claim,
        List.of(bodies),
        List.of(bodies).stream().map(body -> 1).toList(),
        List.of(decision(claim, OWL, Verdict.SHOWN), decision(claim, FOX, Verdict.OVERFLOW)),
        version);
  }

  private static Settlement end(Claim claim, State state, Instant notBefore) {
    return new Settlement(
        claim,
        state,
        notBefore,
        true,
        "tried",
        state == State.SENT ? "message 7" : null,
        state == State.SENT ? null : "as it was",
        null,
        null,
        false,
        List.of());
  }

  private Claim frozen(Claim claim) {
    assertThat(
            claims()
                .freeze(
                    List.of(
                        composed(
                            claim, ledger().version(claim.subscription().to().key()), "hello")),
                    DUE))
        .containsExactly(Freezing.FROZEN);
    return claim;
  }

  @Test
  void aDeliveryIsClaimedByOneOnly() {
    subscribe("ada");
    plan(DUE);

    Claim claim = claimOne(DUE);
    assertThat(claim.state()).isEqualTo(State.SENDING);
    assertThat(claim.body()).isNull();
    assertThat(claim.occasion().text()).isEqualTo("2026-08-12");
    assertThat(claim.isByHand()).isFalse();
    assertThat(claim(DUE)).isEmpty();
    assertThat(claims().claim(Set.of("other"), "two", DUE, DUE.plus(LEASE), 10)).isEmpty();
  }

  @Test
  void whatWasOpenAndNotComposedIsSentByWhoeverTakesItOver() {
    subscribe("ada");
    plan(DUE);
    Claim lost = claimOne(DUE);

    Claim taken = claimOne(DUE.plus(LEASE).plusMillis(1));
    assertThat(taken.state()).isEqualTo(State.SENDING);
    assertThat(taken.fence()).isGreaterThan(lost.fence());
    assertThat(claims().freeze(List.of(composed(lost, 0, "hello")), DUE))
        .containsExactly(Freezing.LOST);
    assertThat(ledger().version(lost.subscription().to().key())).isZero();
  }

  @Test
  void whatMayHaveLeftIsReconciledByWhoeverTakesItOver() {
    subscribe("ada");
    plan(DUE);
    Claim lost = frozen(claimOne(DUE));

    Claim taken = claimOne(DUE.plus(LEASE).plusMillis(1));
    assertThat(taken.state()).isEqualTo(State.UNCERTAIN);
    assertThat(taken.body()).isEqualTo("hello");
    assertThat(taken.sendingAt()).isEqualTo(DUE);
    assertThat(claims().settle(List.of(end(lost, State.SENT, DUE)), DUE)).isEmpty();
    assertThat(claims().settle(List.of(end(taken, State.SENT, DUE)), DUE)).hasSize(1);
  }

  @Test
  void keepsWhatWasSentWithItsTriesAndItsDecisions() {
    Subscription ada = subscribe("ada");
    plan(DUE);
    Claim claim = frozen(claimOne(DUE));
    String destination = ada.to().key();

    claims().settle(List.of(end(claim, State.SENT, DUE)), DUE.plusSeconds(1));
    assertThat(claim(DUE.plus(Duration.ofDays(30)))).isEmpty();
    assertThat(outbox().history(ada.id(), 10))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.state()).isEqualTo(State.SENT);
          assertThat(entry.receipt()).isEqualTo("message 7");
          assertThat(entry.papers()).isEqualTo(1);
          assertThat(entry.sentAt()).isEqualTo(DUE.plusSeconds(1));
          assertThat(entry.tries()).extracting(Outbox.Attempt::outcome).containsExactly("tried");
        });
    assertThat(ledger().shown(destination, List.of(OWL, FOX))).containsOnlyKeys(OWL);
    assertThat(ledger().of(ada.id(), "2026-08-12"))
        .extracting(Decision::paper)
        .containsExactly(OWL, FOX);
    assertThat(ledger().about(destination, FOX))
        .singleElement()
        .satisfies(decision -> {
          assertThat(decision.verdict()).isEqualTo(Verdict.OVERFLOW);
          assertThat(decision.reason()).isEqualTo("over the cap");
          assertThat(decision.signal().upvotes()).isEqualTo(12);
          assertThat(decision.delivery()).isEqualTo(claim.id());
        });
    assertThat(ledger().version(destination)).isEqualTo(1);
    assertThat(ledger().lastComposed(destination)).contains(DUE);
    assertThat(ledger().lastComposed("chat:w1:@nobody")).isEmpty();
    assertThat(ledger().shown(destination, List.of())).isEmpty();
    assertThat(ledger().considered(destination, List.of(FOX, OWL, new PaperId("2608.00003"))))
        .containsExactlyInAnyOrder(FOX, OWL);
    assertThat(ledger().considered(destination, List.of())).isEmpty();
  }

  @Test
  void whatWasGivenUpWasNotShown() {
    Subscription ada = subscribe("ada");
    plan(DUE);
    Claim claim = frozen(claimOne(DUE));

    claims().settle(List.of(end(claim, State.DEAD, DUE)), DUE);
    assertThat(ledger().shown(ada.to().key(), List.of(OWL))).isEmpty();
    assertThat(outbox().troubled("chat", 10)).extracting(Outbox.Entry::id).contains(claim.id());
  }

  @Test
  void twoDigestsAtOnceCannotShowTheSame() {
    subscribe("ada");
    subscribe("ada");
    plan(DUE);
    List<Claim> claimed = claim(DUE);
    assertThat(claimed).hasSize(2);

    assertThat(
            claims()
                .freeze(
                    List.of(
                        composed(claimed.get(0), 0, "hello"), composed(claimed.get(1), 0, "again")),
                    DUE))
        .containsExactly(Freezing.FROZEN, Freezing.LEDGER_MOVED);
    assertThat(ledger().of(claimed.get(1).subscription().id(), "2026-08-12")).isEmpty();
  }

  @Test
  void theSecondPartWaitsForTheReceiptOfTheFirst() {
    Subscription ada = subscribe("ada");
    plan(DUE);
    Claim first = claimOne(DUE);
    assertThat(claims().freeze(List.of(composed(first, 0, "part one", "part two")), DUE))
        .containsExactly(Freezing.FROZEN);
    assertThat(claim(DUE.plusSeconds(5))).isEmpty();

    claims().settle(List.of(end(first, State.SENT, DUE)), DUE.plusSeconds(6));
    Claim second = claimOne(DUE.plusSeconds(6));
    assertThat(second.part()).isEqualTo(2);
    assertThat(second.body()).isEqualTo("part two");
    assertThat(second.key().first()).isEqualTo("message 7");
    assertThat(second.state()).isEqualTo(State.SENDING);
    assertThat(outbox().history(ada.id(), 10)).hasSize(2);
  }

  @Test
  void withoutTheFirstPartThereIsNoSecond() {
    Subscription ada = subscribe("ada");
    plan(DUE);
    Claim first = claimOne(DUE);
    claims().freeze(List.of(composed(first, 0, "part one", "part two")), DUE);

    claims().settle(List.of(end(first, State.DEAD, DUE)), DUE);
    assertThat(outbox().history(ada.id(), 10))
        .extracting(Outbox.Entry::state)
        .containsExactlyInAnyOrder(State.DEAD, State.SKIPPED);
  }

  @Test
  void aRetryWaitsForItsTimeAndSendsTheSameBytes() {
    subscribe("ada");
    plan(DUE);
    Claim claim = frozen(claimOne(DUE));

    claims().settle(List.of(end(claim, State.RETRY, DUE.plusSeconds(30))), DUE);
    assertThat(claim(DUE.plusSeconds(29))).isEmpty();
    Claim again = claimOne(DUE.plusSeconds(30));
    assertThat(again.body()).isEqualTo("hello");
    assertThat(again.attempts()).isEqualTo(1);
    assertThat(again.state()).isEqualTo(State.SENDING);
    assertThat(again.sendingAt()).isEqualTo(DUE.plusSeconds(30));
  }

  @Test
  void aClosedGateHoldsBackAllThatPassThroughIt() {
    Subscription ada = subscribe("ada");
    Instant now = DUE.minusSeconds(600);
    for (String scope : List.of("chat", "chat:w1", "chat:w1:@ada")) {
      outbox().planByHand(ada.id(), "2026-08-11", Order.USUAL, now);
      outbox().planByHand(ada.id(), "2026-08-11", Order.USUAL, now);
      List<Claim> claimed = claim(now);
      assertThat(claimed).as(scope).hasSize(2);
      claims().settle(List.of(gated(claimed.get(0), scope, now.plusSeconds(20))), now);
      // a shorter rest does not open it sooner
      claims().settle(List.of(gated(claimed.get(1), scope, now.plusSeconds(10))), now);

      assertThat(claim(now.plusSeconds(19))).as(scope).isEmpty();
      for (Claim each : claim(now.plusSeconds(20))) {
        assertThat(claims().settle(List.of(end(each, State.SENT, now)), now)).hasSize(1);
      }
      now = now.plusSeconds(60);
    }
  }

  private static Settlement gated(Claim claim, String scope, Instant until) {
    return new Settlement(
        claim,
        State.RETRY,
        until.minusSeconds(20),
        false,
        "rate limit",
        null,
        "slow down",
        null,
        new Gate(scope, until),
        false,
        List.of());
  }

  @Test
  void anUnreachablePlaceSuspendsAllThatGoesThere() {
    Subscription one = subscribe("ada");
    Subscription two = subscribe("ada");
    Subscription bob = subscribe("bob");
    plan(DUE);
    Claim claim =
        claim(DUE).stream()
            .filter(each -> each.subscription().id().equals(one.id()))
            .findFirst()
            .orElseThrow();
    outbox().planByHand(two.id(), "2026-08-12", Order.USUAL, DUE);

    List<Settlement> kept =
        claims()
            .settle(
                List.of(
                    new Settlement(
                        claim,
                        State.DEAD,
                        DUE,
                        true,
                        "unreachable",
                        null,
                        "direct messages are closed",
                        null,
                        null,
                        true,
                        List.of())),
                DUE);
    claims().told(List.of(one.id()));
    // direct messages are never probed
    assertThat(agenda().suspendedPlaces(List.of("chat"), 10)).isEmpty();
    assertThat(agenda().suspendedPlaces(List.of(), 10)).isEmpty();

    assertThat(kept).hasSize(1);
    for (String id : List.of(one.id(), two.id())) {
      Subscription now = subscriptions().byId(id).orElseThrow();
      assertThat(now.state()).isEqualTo(Subscription.State.SUSPENDED);
      assertThat(now.suspendedWhy()).isEqualTo("direct messages are closed");
      assertThat(now.nextAt()).isNull();
      assertThat(now.query()).isEqualTo("agents");
    }
    assertThat(subscriptions().byId(bob.id()).orElseThrow().state())
        .isEqualTo(Subscription.State.ACTIVE);
    assertThat(outbox().history(two.id(), 1).getFirst().state()).isEqualTo(State.SKIPPED);
    assertThat(subscriptions().changesOf(one.id(), 1).getFirst().action()).isEqualTo("suspend");
  }

  @Test
  void aQuietDayIsKeptWithWhatItHeldBack() {
    Subscription ada = subscribe("ada");
    plan(DUE);
    Claim claim = claimOne(DUE);

    claims()
        .settle(
            List.of(
                new Settlement(
                    claim,
                    State.SKIPPED,
                    DUE,
                    false,
                    "skipped",
                    null,
                    "nothing matches",
                    DUE,
                    null,
                    false,
                    List.of(decision(claim, FOX, Verdict.HELD)))),
            DUE);
    assertThat(ledger().about(ada.to().key(), FOX)).hasSize(1);
    assertThat(ledger().shown(ada.to().key(), List.of(FOX))).isEmpty();
    assertThat(ledger().lastComposed(ada.to().key())).contains(DUE);
  }
}
