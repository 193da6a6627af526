package dev.paperboy.digest;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Message;
import dev.paperboy.digest.Choice.Chosen;
import dev.paperboy.digest.Decision.Verdict;
import dev.paperboy.edition.EditionDesk;
import dev.paperboy.edition.TrendDesk;
import dev.paperboy.paper.PaperId;
import dev.paperboy.query.Query;
import dev.paperboy.query.QueryParser;
import dev.paperboy.query.QueryResult;
import dev.paperboy.search.PaperIndex;
import dev.paperboy.search.PaperViews;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscription.Quiet;
import dev.paperboy.when.Cadence;
import dev.paperboy.when.Occasion;
import dev.paperboy.when.Schedule;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Composes digests by the one rule. */
public final class DigestEditor implements Composer {
  private final Catalog catalog;
  private final Ledger ledger;
  private final Shortlists shortlists;
  private final DigestMessage messages;
  private final InstantSource clock;

  public DigestEditor(
      Catalog catalog,
      Ledger ledger,
      PaperIndex index,
      EditionDesk desk,
      TrendDesk trends,
      PaperViews views,
      InstantSource clock) {
    this.catalog = catalog;
    this.ledger = ledger;
    this.clock = clock;
    shortlists = new Shortlists(catalog, index, desk, trends, clock);
    messages = new DigestMessage(catalog, index, views);
  }

  @Override
  public Composition compose(Subscription subscription, Occasion occasion, Order order) {
    Instant now = clock.instant();
    String destination = subscription.to().key();
    // read first: what is written meanwhile is noticed when the digest is frozen
    long version = ledger.version(destination);
    Query query = query(subscription.query());
    Shortlist shortlist = shortlist(query, subscription, order, now);
    List<Chosen> chosen =
        Choice.of(
            shortlist.matching(),
            past(destination, shortlist.matching()),
            subscription.cap(),
            order.repost());
    boolean isEmpty = chosen.stream().noneMatch(each -> each.verdict() == Verdict.SHOWN);
    if (isEmpty && shortlist.trouble() != null && mayWait(subscription, occasion, now)) {
      return new Composition.Later(
          now.plus(Numbers.LOOKS_EVERY), "the source cannot be asked: " + shortlist.trouble());
    }
    List<Decision> decisions = decisions(subscription, occasion, chosen, now);
    if (isEmpty && !isByHand(occasion) && staysSilent(subscription)) {
      return new Composition.Silent(
          messages.whyEmpty(shortlist, chosen, subscription, now), decisions);
    }
    List<Message> parts = messages.of(subscription, occasion, query, shortlist, chosen, now);
    return new Composition.Ready(parts, decisions, version);
  }

  /**
   * The papers of a digest that did not fit under its cap, as they stand now, best first.
   *
   * @param occasion of a digest that was sent
   */
  public List<CatalogPaper> overflow(String subscription, String occasion) {
    List<PaperId> ids =
        ledger.of(subscription, occasion).stream()
            .filter(decision -> decision.verdict() == Verdict.OVERFLOW)
            .map(Decision::paper)
            .toList();
    var known = catalog.find(ids);
    return ids.stream().filter(known::containsKey).map(known::get).toList();
  }

  /**
   * What a subscription would have sent in the last seven days.
   *
   * @param papers how many in all
   * @param digests how many messages they would have come in
   * @param matching how many papers matched, whether they fitted or not
   */
  public record BackTest(int papers, int digests, int matching) {}

  /** Replays the last seven days by what is known now, each paper in one digest at most. */
  public BackTest backTest(Query query, Schedule schedule, int cap) {
    Instant now = clock.instant();
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate first = today.minusDays(Numbers.WINDOW_DATES - 1L);
    List<CatalogPaper> matching = shortlists.matching(query, first, today);
    Set<PaperId> sent = new HashSet<>();
    int digests = 0;
    Instant from = first.atStartOfDay(ZoneOffset.UTC).toInstant();
    for (Schedule.Due due = schedule.after(from);
        !due.at().isAfter(now);
        due = schedule.after(due.at())) {
      LocalDate date = due.at().atZone(ZoneOffset.UTC).toLocalDate();
      int fitting = 0;
      for (CatalogPaper paper : matching) {
        LocalDate listed = paper.listed();
        boolean isListed = listed != null && !listed.isAfter(date);
        if (fitting < cap && isListed && sent.add(paper.id())) {
          fitting++;
        }
      }
      digests += fitting > 0 ? 1 : 0;
    }
    return new BackTest(sent.size(), digests, matching.size());
  }

  private static Query query(String text) {
    return QueryParser.parse(text) instanceof QueryResult.Parsed parsed
        ? parsed.query()
        : Query.EVERYTHING;
  }

  private Shortlist shortlist(Query query, Subscription subscription, Order order, Instant now) {
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate wanted = order.from() == null ? from(subscription.composedAt(), now) : order.from();
    LocalDate longest = today.minusDays(Numbers.LONGEST_WINDOW_DATES - 1L);
    boolean isTooLong = order.to() == null && wanted.isBefore(longest);
    return shortlists.of(
        query, isTooLong ? longest : wanted, order.to() == null ? today : order.to());
  }

  /** Seven dates, or back to the last digest where that is longer. */
  private static LocalDate from(@Nullable Instant composedAt, Instant now) {
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate usual = today.minusDays(Numbers.WINDOW_DATES - 1L);
    if (composedAt == null) {
      return usual;
    }
    LocalDate last = composedAt.atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate longest = today.minusDays(Numbers.LONGEST_WINDOW_DATES - 1L);
    LocalDate wanted = last.isBefore(usual) ? last : usual;
    return wanted.isBefore(longest) ? longest : wanted;
  }

  private Choice.Past past(String destination, List<CatalogPaper> matching) {
    List<PaperId> ids = matching.stream().map(CatalogPaper::id).toList();
    Instant last = ledger.lastComposed(destination).orElse(null);
    return new Choice.Past(
        last,
        ledger.shown(destination, ids),
        ledger.considered(destination, ids),
        last == null ? Map.of() : catalog.signalsAt(ids, last));
  }

  private static boolean isByHand(Occasion occasion) {
    return occasion.text().indexOf('#') >= 0;
  }

  private static boolean staysSilent(Subscription subscription) {
    return subscription.quiet() == Quiet.SILENT
        || subscription.schedule().cadence() == Cadence.HOURLY;
  }

  /** A digest that would be empty waits a while for its source; one that somebody ran does not. */
  private static boolean mayWait(Subscription subscription, Occasion occasion, Instant now) {
    if (isByHand(occasion) || subscription.schedule().cadence() == Cadence.HOURLY) {
      return false;
    }
    Instant due =
        LocalDate.parse(occasion.text())
            .atTime(subscription.schedule().time())
            .atZone(subscription.schedule().zone())
            .toInstant();
    return now.isBefore(due.plus(Numbers.WAITS_FOR_SOURCE));
  }

  private static List<Decision> decisions(
      Subscription subscription, Occasion occasion, List<Chosen> chosen, Instant now) {
    List<Decision> decisions = new ArrayList<>();
    int noted = 0;
    for (Chosen each : chosen) {
      if (each.verdict() == Verdict.SHOWN || noted++ < Numbers.NOTED) {
        decisions.add(
            new Decision(
                subscription.to().key(),
                each.paper().id(),
                subscription.id(),
                occasion,
                each.verdict(),
                each.reason(),
                each.paper().signal(),
                each.paper().paper().code() != null,
                now,
                null));
      }
    }
    return decisions;
  }
}
