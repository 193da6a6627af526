package dev.paperboy;

import dev.paperboy.access.Installations;
import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Command.Options;
import dev.paperboy.chat.CommandParser;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Inbox;
import dev.paperboy.chat.LongLines;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Understanding;
import dev.paperboy.command.Commands;
import dev.paperboy.command.Sample;
import dev.paperboy.command.Suggestions;
import dev.paperboy.delivery.Courier;
import dev.paperboy.delivery.Suspensions;
import dev.paperboy.digest.DigestEditor;
import dev.paperboy.edition.EditionDesk;
import dev.paperboy.edition.Rounds;
import dev.paperboy.edition.TrendDesk;
import dev.paperboy.embedding.Embedder;
import dev.paperboy.embedding.OnnxEmbedder;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Signal;
import dev.paperboy.people.People;
import dev.paperboy.progress.Progress;
import dev.paperboy.search.Meaning;
import dev.paperboy.search.PaperIndex;
import dev.paperboy.search.PaperViews;
import dev.paperboy.source.PaperFiles;
import dev.paperboy.source.arxiv.Arxiv;
import dev.paperboy.source.arxiv.ArxivAtom;
import dev.paperboy.source.file.JsonLines;
import dev.paperboy.source.huggingface.HuggingFace;
import dev.paperboy.source.huggingface.HuggingFaceBodies;
import dev.paperboy.source.sample.SampleEdition;
import dev.paperboy.store.Store;
import dev.paperboy.summary.AbstractSummarizer;
import dev.paperboy.summary.Summarizer;
import dev.paperboy.summary.model.ModelSummarizer;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running Paperboy: everything below the platforms, put together. */
public final class Paperboy implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Paperboy.class);

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** It is asked after every few papers whether it shall go on. */
  private static final Duration ENDS_BY_ITSELF = Duration.ofSeconds(5);

  private static final Duration TIDY_AFTER = Duration.ofMinutes(5);
  private static final Duration TIDY_EVERY = Duration.ofDays(1);
  private static final Duration SWEEP_EVERY = Duration.ofSeconds(5);
  private static final Duration PROBE_EVERY = Duration.ofDays(1);

  private final Clock clock;
  private final Store store;
  private final PaperIndex index;
  private final Embedder embedder;
  private final Commands commands;
  private final CommandParser parser;
  private final Rounds rounds;
  private final Progress progress;
  private final @Nullable ModelSummarizer model;
  private final DigestEditor editor;
  private volatile List<Courier> served = List.of();
  private @Nullable Delivering delivering;
  private @Nullable Recurring sweeps;
  private @Nullable Recurring roundsman;
  private @Nullable Recurring embeddingRounds;
  private volatile boolean closing;

  private Paperboy(Settings settings, Clock clock, Progress progress, boolean sampleAllowed) {
    this.progress = progress;
    this.clock = clock;
    store = settings.database().map(Store::open).orElseGet(() -> Store.open(settings.home()));
    embedder =
        settings
            .embeddings()
            .<Embedder>map(model -> new OnnxEmbedder(model, clock))
            .orElseGet(() -> Embedder.none("PAPERBOY_VECTORS is off"));
    try {
      index =
          PaperIndex.open(
              settings.home().resolve("index"),
              store.catalog(),
              Meaning.by(embedder, store.vectors()),
              progress);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
    HuggingFace huggingFace =
        HuggingFace.at(
            settings.huggingFace(), settings.huggingFaceToken().map(Secret::value), clock);
    Arxiv arxiv = Arxiv.at(settings.arxiv(), clock);
    EditionDesk desk = new EditionDesk(store.catalog(), huggingFace, clock);
    Summarizer own = new AbstractSummarizer();
    model =
        settings
            .languageModel()
            .map(address -> ModelSummarizer.at(address, own, store.keptSummaries(), clock))
            .orElse(null);
    rounds = new Rounds(desk, clock);
    editor =
        new DigestEditor(
            store.catalog(),
            store.ledger(),
            index,
            desk,
            new TrendDesk(store.catalog(), clock),
            new PaperViews(model == null ? own : model),
            clock);
    parser = new CommandParser(clock);
    commands =
        new Commands(
            new Commands.Tools(
                store.catalog(),
                store.readers(),
                index,
                List.of(huggingFace, arxiv),
                new PaperFiles(
                    List.of(new HuggingFaceBodies(clock), new ArxivAtom(), new JsonLines(clock))),
                model == null ? own : model,
                desk,
                sampleAllowed ? Paperboy::sample : null,
                version(),
                stored(settings),
                clock,
                progress,
                new Commands.Keeping(
                    store.subscriptions(),
                    store.outbox(),
                    store.ledger(),
                    store.people(),
                    editor,
                    settings.limits(),
                    this::obstacles)));
  }

  /**
   * Opens the store and the index.
   *
   * @param sampleAllowed whether the bundled sample may step in: only in a terminal
   * @throws dev.paperboy.catalog.StoreFailure where the store cannot be opened
   */
  public static Paperboy open(
      Settings settings, Clock clock, Progress progress, boolean sampleAllowed) {
    return new Paperboy(settings, clock, progress, sampleAllowed);
  }

  /** Answers one line of the grammar. Never throws. */
  public Message answer(String line, Caller caller) {
    return switch (parser.parse(line)) {
      case Understanding.Understood understood -> answer(understood.command(), caller);
      case Understanding.Misunderstood wrong -> commands.answer(wrong, caller);
    };
  }

  /** What is wrong with a line, found out without doing anything. */
  public Optional<Content.Problem> problem(String line) {
    return parser.parse(line) instanceof Understanding.Misunderstood wrong
            && Commands.answer(wrong).content() instanceof Content.Problem problem
        ? Optional.of(problem)
        : Optional.empty();
  }

  /** The spaces that have let Paperboy in, for platforms that keep a key to each. */
  public Installations installations() {
    return store.installations();
  }

  private Message answer(Command command, Caller caller) {
    boolean searches = command instanceof Command.Search || command instanceof Command.Similar;
    if (searches) {
      embedUnlessInBackground();
    }
    Message message = commands.handle(command, caller);
    if (command instanceof Command.Import) {
      embedUnlessInBackground();
    }
    return message;
  }

  private void embedUnlessInBackground() {
    boolean inBackground;
    synchronized (this) {
      inBackground = embeddingRounds != null;
    }
    if (!inBackground) {
      embedMissing(progress);
    }
  }

  /** What cannot be embedded now is found by its words. */
  private void embedMissing(Progress shown) {
    try {
      index.catchUp(shown);
      long unused = index.embedMissing(shown, () -> !closing);
    } catch (RuntimeException e) {
      if (!closing) {
        LOG.warn("embedding: not all papers were embedded", e);
      }
    }
  }

  /** What has come in, so that what a platform delivers twice is worked on once. */
  public Inbox inbox() {
    return store.inbox();
  }

  /** The lines behind buttons that are too long for them. */
  public LongLines longLines() {
    return store.longLines();
  }

  /** What may be meant by what is being typed, for platforms that complete typed options. */
  public Suggestions suggestions() {
    return commands.suggestions();
  }

  /** Paperboy as the program of one platform sees it. */
  public FrontDesk desk(String platform) {
    return new StaffedDesk(this, platform, clock);
  }

  /** What people have set, and whether they were welcomed. */
  public People people() {
    return store.people();
  }

  /** The layout that a line asks for, where it does. */
  public Optional<Layout> layout(String line) {
    return parser.parse(line) instanceof Understanding.Understood understood
        ? understood.command().said().map(Options::layout)
        : Optional.empty();
  }

  /** Ids, topics and names that begin so, for completion. */
  public List<String> completions(String prefix, int limit) {
    return index.complete(prefix, limit);
  }

  /**
   * Begins to fetch by itself, once a minute whatever is due, to embed what came, and to tidy the
   * store once a day; until closed.
   */
  public synchronized void startRounds(Progress progress) {
    if (roundsman == null) {
      embeddingRounds =
          new Recurring("embedding rounds", ENDS_BY_ITSELF)
              .every(MINUTE, Duration.ZERO, "embedding", () -> embedMissing(Progress.SILENT));
      roundsman =
          new Recurring("rounds", Duration.ZERO)
              .every(MINUTE, Duration.ZERO, "a round", () -> fetch(progress))
              .every(TIDY_EVERY, TIDY_AFTER, "tidying", () -> store.tidy(clock.instant()));
    }
  }

  /**
   * Begins to deliver through these couriers, and to fetch by itself, until closed. What other
   * processes of the same store hold couriers for is left to them.
   */
  public synchronized void serve(Collection<Courier> couriers) {
    if (delivering != null) {
      throw new IllegalStateException("it serves already");
    }
    startRounds(Progress.SILENT);
    served = List.copyOf(couriers);
    Delivering begun = new Delivering(store, editor, couriers, clock);
    delivering = begun;
    begun.start();
    sweeps =
        new Recurring("planner", Duration.ZERO)
            .every(SWEEP_EVERY, Duration.ZERO, "planning", begun::plan)
            .every(PROBE_EVERY, PROBE_EVERY, "probing", begun::probe);
  }

  private List<String> obstacles(Address to) {
    return served.stream()
        .filter(courier -> courier.platform().equals(to.platform()))
        .flatMap(courier -> courier.obstacles(to).stream())
        .toList();
  }

  /** Plans and delivers once what is due now. Returns how many deliveries were worked on. */
  public int deliverDue(Collection<Courier> couriers) {
    try (Delivering once = new Delivering(store, editor, couriers, clock)) {
      return once.once();
    }
  }

  /**
   * A place can be written to again: somebody let Paperboy back in. Its suspended subscriptions go
   * on.
   *
   * @param how what happened, for the history
   * @return how many went on
   */
  public int accessIsBack(Address to, String how) {
    return new Suspensions(store.subscriptions(), store.agenda(), store.claims(), List.of(), clock)
        .accessIsBack(to, how);
  }

  private void fetch(Progress progress) {
    if (rounds.make(progress)) {
      index.catchUp(Progress.SILENT);
    }
  }

  private static String stored(Settings settings) {
    String home = settings.home().toString();
    return settings.database().map(at -> at.place() + "; the index is in " + home).orElse(home);
  }

  /** The version of this build. */
  public static String version() {
    String version = Paperboy.class.getPackage().getImplementationVersion();
    return version == null ? "in development" : version;
  }

  private static Sample sample() {
    SampleEdition edition = SampleEdition.load();
    List<CatalogPaper> papers =
        edition.papers().stream()
            .map(sighting ->
                new CatalogPaper(
                    sighting.paper(),
                    edition.date(),
                    sighting.signals().isEmpty()
                        ? Signal.NONE
                        : sighting.signals().get(sighting.signals().size() - 1),
                    Origin.SAMPLE))
            .toList();
    return new Sample(edition.date(), edition.capturedAt(), papers, PaperIndex.of(papers));
  }

  /**
   * Waits, ten seconds at most, for the summaries that a language model is still writing for lists
   * already shown. Returns how many it has not written then; they are asked for again another time.
   */
  public int finishSummaries() {
    return model == null ? 0 : model.finish(ModelSummarizer.LIMIT, progress);
  }

  @Override
  public synchronized void close() {
    closing = true;
    if (sweeps != null) {
      sweeps.close();
    }
    if (delivering != null) {
      delivering.close();
    }
    if (roundsman != null) {
      roundsman.close();
    }
    if (embeddingRounds != null) {
      embeddingRounds.close();
    }
    if (model != null) {
      model.close();
    }
    try (store;
        index;
        embedder) {
      commands.close();
    }
  }
}
