package dev.paperboy.planner;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.delivery.Dispatcher;
import dev.paperboy.delivery.RecordingCourier;
import dev.paperboy.delivery.RecordingCourier.Sent;
import dev.paperboy.delivery.Timing;
import dev.paperboy.digest.DigestEditor;
import dev.paperboy.edition.CannedSource;
import dev.paperboy.edition.EditionDesk;
import dev.paperboy.edition.Rounds;
import dev.paperboy.edition.SettableClock;
import dev.paperboy.edition.TrendDesk;
import dev.paperboy.progress.Progress;
import dev.paperboy.search.Meaning;
import dev.paperboy.search.PaperIndex;
import dev.paperboy.search.PaperViews;
import dev.paperboy.store.Store;
import dev.paperboy.subscription.Subscription;
import dev.paperboy.subscription.Subscription.Quiet;
import dev.paperboy.subscription.Subscriptions.Draft;
import dev.paperboy.summary.AbstractSummarizer;
import dev.paperboy.when.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** All that digests need, over a real store and index, with a clock and a source to be set. */
final class DigestRoom implements AutoCloseable {
  private static final Duration STEP = Duration.ofHours(1);

  final SettableClock clock;
  final CannedSource source;
  final Store store;
  final PaperIndex index;
  final DigestEditor editor;
  final Planner planner;
  final RecordingCourier courier;
  final Dispatcher dispatcher;
  private final Rounds rounds;

  DigestRoom(Path home, String now) {
    clock = new SettableClock(now);
    source = new CannedSource(clock);
    store = Store.open(home);
    EditionDesk desk = new EditionDesk(store.catalog(), source, clock);
    index =
        PaperIndex.open(
            home.resolve("index"),
            store.catalog(),
            Meaning.none("off in this test"),
            Progress.SILENT);
    editor =
        new DigestEditor(
            store.catalog(),
            store.ledger(),
            index,
            desk,
            new TrendDesk(store.catalog(), clock),
            new PaperViews(new AbstractSummarizer()),
            clock);
    planner = new Planner(store.agenda(), store.subscriptions(), clock);
    courier = new RecordingCourier("chat", clock);
    dispatcher =
        new Dispatcher(
            store.claims(), editor, List.of(courier), clock, Timing.USUAL, "one", gone -> {});
    rounds = new Rounds(desk, clock);
  }

  Subscription subscribe(Address to, String query, Schedule schedule, int cap, Quiet quiet) {
    return store
        .subscriptions()
        .add(
            new Draft(
                Subscription.personal("chat:w1:ada"),
                to,
                "chat:w1:ada",
                query,
                schedule,
                cap,
                Layout.CARDS,
                quiet),
            25,
            clock.instant())
        .orElseThrow();
  }

  /** Lets time go by in steps of an hour, each with all that a running bot does. */
  void passTo(String moment) {
    Instant end = Instant.parse(moment);
    while (clock.instant().isBefore(end)) {
      Instant next = clock.instant().plus(STEP);
      clock.set(next.isAfter(end) ? moment : next.toString());
      turn();
    }
  }

  /** What a running bot does once. */
  void turn() {
    boolean unused = rounds.make(Progress.SILENT);
    int planned = planner.sweep();
    int worked = dispatcher.runDue();
    if (planned > 0 && worked == 0) {
      throw new IllegalStateException("planned " + planned + " and worked on none");
    }
  }

  /** The ids of the papers that were sent to a place, in order. */
  List<String> shown(Address to) {
    return courier.sent().stream()
        .filter(sent -> sent.to().equals(to))
        .flatMap(sent -> papers(sent).stream())
        .toList();
  }

  static List<String> papers(Sent sent) {
    return sent.message().content() instanceof Content.Papers papers
        ? papers.papers().stream().map(paper -> paper.known().id().value()).toList()
        : List.of();
  }

  /** What a message says besides its papers. */
  static String words(Sent sent) {
    StringBuilder words = new StringBuilder();
    for (Block block : sent.message().blocks()) {
      switch (block) {
        case Block.Heading heading -> words.append(heading.text());
        case Block.Text text -> text.spans().forEach(span -> words.append(span.text()));
        case Block.FinePrint print -> print.spans().forEach(span -> words.append(span.text()));
        case Block.Actions actions ->
            actions.actions().forEach(each -> words.append('[').append(each.label()).append(']'));
        case Block.PaperCard card ->
            words.append('#').append(card.rank()).append(card.paper().marks());
        case Block.Preformatted text -> words.append(text.text());
        case Block.Image image -> words.append(image.inWords());
      }
      words.append('\n');
    }
    return words.toString();
  }

  @Override
  public void close() {
    dispatcher.close();
    index.close();
    store.close();
  }
}
