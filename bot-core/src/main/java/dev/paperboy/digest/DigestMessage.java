package dev.paperboy.digest;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Action;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.Ages;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.PaperView;
import dev.paperboy.chat.ShareCode;
import dev.paperboy.chat.Span;
import dev.paperboy.digest.Choice.Chosen;
import dev.paperboy.digest.Decision.Verdict;
import dev.paperboy.paper.Readable;
import dev.paperboy.query.Query;
import dev.paperboy.search.PaperIndex;
import dev.paperboy.search.PaperViews;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.when.Occasion;
import dev.paperboy.when.Schedule.Due;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words a digest: its heading, where it comes from, its papers and the ways on. */
final class DigestMessage {
  private final Catalog catalog;
  private final PaperIndex index;
  private final PaperViews views;

  DigestMessage(Catalog catalog, PaperIndex index, PaperViews views) {
    this.catalog = catalog;
    this.index = index;
    this.views = views;
  }

  /** The messages of a digest, one for each part. */
  List<Message> of(
      Subscription subscription,
      Occasion occasion,
      Query query,
      Shortlist shortlist,
      List<Chosen> chosen,
      Instant now) {
    List<PaperView> shown =
        chosen.stream()
            .filter(each -> each.verdict() == Verdict.SHOWN)
            .map(each -> views.view(each.paper(), query, index, 0, each.marks()))
            .toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(heading(subscription, occasion)));
    blocks.add(new Block.FinePrint(state(subscription, shortlist, now)));
    if (shown.isEmpty()) {
      blocks.add(Block.Text.of(whyEmpty(shortlist, chosen, subscription, now)));
    }
    List<Message> parts = new ArrayList<>();
    int parted = Math.max(1, (shown.size() - 1) / Numbers.PAPERS_OF_A_PART + 1);
    for (int part = 0; part < parted; part++) {
      int first = part * Numbers.PAPERS_OF_A_PART;
      int end = Math.min(shown.size(), first + Numbers.PAPERS_OF_A_PART);
      for (int i = first; i < end; i++) {
        blocks.add(new Block.PaperCard(shown.get(i), i + 1, false, ways(shown.get(i))));
      }
      if (part == parted - 1) {
        foot(blocks, subscription, occasion, chosen, now);
      }
      parts.add(
          new Message(
              Status.ANSWERED,
              blocks,
              new Content.Papers(
                  shown.subList(first, end),
                  chosen.stream().filter(each -> each.verdict() != Verdict.HELD).count(),
                  shortlist.asOf(),
                  shortlist.origin(),
                  List.of()),
              subscription.layout()));
      blocks = new ArrayList<>();
    }
    return parts;
  }

  /** Why there is nothing to show: a weekend, no match, all seen, or a source that is down. */
  String whyEmpty(
      Shortlist shortlist, List<Chosen> chosen, Subscription subscription, Instant now) {
    String trouble = shortlist.trouble();
    if (trouble != null) {
      Instant asOf = shortlist.asOf();
      return asOf == null
          ? "The source cannot be asked (" + trouble + "), and nothing is kept yet."
          : "The source has not answered since "
              + Ages.moment(asOf, now)
              + " ("
              + trouble
              + "); the data is "
              + Ages.old(asOf, now)
              + ". What comes late is not lost: it comes with a later digest.";
    }
    DayOfWeek weekday = now.atZone(subscription.schedule().zone()).getDayOfWeek();
    boolean isWeekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    if (isWeekend && shortlist.today() == 0) {
      return "No list is published at weekends, and all that matches was shown here before.";
    }
    if (shortlist.listed() == 0) {
      return "No list was published since " + Ages.day(shortlist.from()) + ".";
    }
    if (!chosen.isEmpty()) {
      return "Nothing new: all "
          + Ages.count(chosen.size(), "paper")
          + " that match were shown here before.";
    }
    return Ages.count(shortlist.listed(), "paper")
        + ", none matches"
        + shortlist
            .nearest()
            .flatMap(catalog::find)
            .map(paper -> "; the nearest is “" + title(paper) + "” (" + paper.id() + ")")
            .orElse("")
        + ".";
  }

  private static String title(CatalogPaper paper) {
    return Readable.title(paper.paper().title());
  }

  private static String heading(Subscription subscription, Occasion occasion) {
    String what = subscription.query().isEmpty() ? "Trending papers" : subscription.query();
    return what + " · " + Ages.day(LocalDate.parse(occasion.text().substring(0, 10)));
  }

  private static List<Span> state(Subscription subscription, Shortlist shortlist, Instant now) {
    StringBuilder state = new StringBuilder();
    String since = "listed since " + Ages.day(shortlist.from());
    if (subscription.query().isEmpty()) {
      state.append(Ages.count(shortlist.listed(), "paper")).append(' ').append(since);
    } else {
      state
          .append(shortlist.matching().size())
          .append(" of ")
          .append(String.format(Locale.ROOT, "%,d", shortlist.listed()))
          .append(' ')
          .append(since)
          .append(shortlist.matching().size() == 1 ? " matches" : " match");
    }
    state.append(" · ").append(shortlist.origin().label());
    List<Span> spans = new ArrayList<>();
    Instant asOf = shortlist.asOf();
    if (asOf != null) {
      spans.add(new Span.Plain(state.append(", ").toString()));
      spans.add(new Span.Moment(Ages.old(asOf, now), asOf, true));
      state.setLength(0);
    }
    if (shortlist.filling()) {
      state.append(", today still filling");
    }
    if (shortlist.trouble() != null) {
      state.append(" · the source cannot be asked now");
    }
    if (!state.isEmpty()) {
      spans.add(new Span.Plain(state.toString()));
    }
    return spans;
  }

  /** The same subscription for whoever presses the button. */
  private static ShareCode code(Subscription subscription) {
    return new ShareCode(
        subscription.query(),
        subscription.schedule(),
        subscription.cap(),
        subscription.layout(),
        switch (subscription.quiet()) {
          case SAY -> Command.Quiet.SAY;
          case SILENT -> Command.Quiet.SILENT;
        });
  }

  private static List<Action> ways(PaperView paper) {
    String id = paper.known().id().value();
    return List.of(
        new Action("More", "show " + id),
        new Action("Save", "save " + id),
        new Action("Why", "why " + id));
  }

  private static void foot(
      List<Block> blocks,
      Subscription subscription,
      Occasion occasion,
      List<Chosen> chosen,
      Instant now) {
    boolean isShared = subscription.to().kind() != Address.Kind.DIRECT;
    String word = isShared ? "digest " : "";
    int number = subscription.number();
    long over = chosen.stream().filter(each -> each.verdict() == Verdict.OVERFLOW).count();
    List<Action> ways = new ArrayList<>();
    if (over > 0) {
      ways.add(new Action("+" + over + " more", word + "more " + number + " " + occasion.text()));
    }
    if (isShared) {
      ways.add(new Action("Send me this by DM", "subscribe " + code(subscription).text()));
    } else {
      ways.add(new Action("Make it a channel's", "share " + number));
    }
    if (isShared) {
      ways.add(new Action("Why these?", "digest history " + number));
    }
    blocks.add(new Block.Actions(ways));
    Due next = subscription.schedule().after(now);
    ZonedDateTime local = next.at().atZone(subscription.schedule().zone());
    String words =
        Ages.day(local.toLocalDate())
            + ", "
            + "%02d:%02d".formatted(local.getHour(), local.getMinute())
            + " "
            + subscription.schedule().zone().getId();
    blocks.add(
        new Block.FinePrint(
            List.of(
                new Span.Plain("Next: "),
                new Span.Moment(words, next.at(), false),
                new Span.Plain((isShared ? " · digest " : " · subscription ") + number))));
  }
}
