package dev.paperboy.command;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.StoreFailure;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.Ages;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.Command.Whose;
import dev.paperboy.chat.CommandHandler;
import dev.paperboy.chat.CommandWord;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Understanding;
import dev.paperboy.delivery.Outbox;
import dev.paperboy.digest.DigestEditor;
import dev.paperboy.digest.Ledger;
import dev.paperboy.edition.EditionDesk;
import dev.paperboy.edition.Marks;
import dev.paperboy.edition.TrendDesk;
import dev.paperboy.people.People;
import dev.paperboy.progress.Progress;
import dev.paperboy.reader.Readers;
import dev.paperboy.search.PaperIndex;
import dev.paperboy.search.PaperViews;
import dev.paperboy.source.PaperFiles;
import dev.paperboy.source.PaperSource;
import dev.paperboy.source.SourceFailure;
import dev.paperboy.subscription.Subscriptions;
import dev.paperboy.summary.Summarizer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every command; what fails is an answer too. */
public final class Commands implements CommandHandler, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Commands.class);

  /**
   * What is kept of people, subscriptions and deliveries.
   *
   * @param obstacles what stands in the way of writing to a place, for the doctor
   */
  public record Keeping(
      Subscriptions subscriptions,
      Outbox outbox,
      Ledger ledger,
      People people,
      DigestEditor editor,
      Limits limits,
      Function<Address, List<String>> obstacles) {}

  /**
   * What the commands work with.
   *
   * @param sources the first is the source of editions and of search; the others are asked for
   *     single papers that it does not hold
   * @param sample null where the bundled sample must never be seen
   * @param storedAt where the data lies, for {@code status}
   */
  public record Tools(
      Catalog catalog,
      Readers readers,
      PaperIndex index,
      List<PaperSource> sources,
      PaperFiles files,
      Summarizer summarizer,
      EditionDesk desk,
      @Nullable Supplier<Sample> sample,
      String version,
      String storedAt,
      InstantSource clock,
      Progress progress,
      Keeping keeping) {
    public Tools {
      sources = List.copyOf(sources);
    }
  }

  /** Nobody hurries at their own terminal. */
  private static final String AT_HOME = "terminal";

  /** What is kept changes by these. */
  private static final Set<CommandWord> CHANGES =
      EnumSet.of(
          CommandWord.SUBSCRIBE,
          CommandWord.UNSUBSCRIBE,
          CommandWord.EDIT,
          CommandWord.PAUSE,
          CommandWord.RESUME,
          CommandWord.CATCHUP,
          CommandWord.SETTINGS,
          CommandWord.PRIVACY,
          CommandWord.DIGEST);

  private final LastLists lastLists;
  private final EditionWords editions;
  private final SearchWords searches;
  private final PaperWords papers;
  private final ImportWord imports;
  private final HouseWords house;
  private final Standing standing;
  private final SubscriptionWords subscriptions;
  private final DeliveryWords deliveries;
  private final PersonWords persons;
  private final Suggestions suggestions;
  private final Pace pace;
  private final InstantSource clock;

  public Commands(Tools tools) {
    Holdings holdings =
        new Holdings(tools.catalog(), tools.index(), tools.progress(), tools.sample());
    PaperViews views = new PaperViews(tools.summarizer());
    TrendDesk trends = new TrendDesk(tools.catalog(), tools.clock());
    lastLists = new LastLists(tools.readers(), tools.clock());
    PaperFinder finder = new PaperFinder(holdings, lastLists, tools.sources());
    editions =
        new EditionWords(
            tools.desk(),
            trends,
            new Marks(tools.catalog(), tools.clock()),
            holdings,
            views,
            lastLists,
            tools.clock(),
            tools.progress());
    searches = new SearchWords(holdings, finder, tools.sources().get(0), trends, views, lastLists);
    papers = new PaperWords(holdings, finder, tools.readers(), views, lastLists, tools.clock());
    imports = new ImportWord(holdings, tools.files(), tools.clock(), tools.progress());
    house =
        new HouseWords(
            holdings,
            tools.desk(),
            tools.summarizer().by(),
            tools.version(),
            tools.storedAt(),
            tools.clock());
    Keeping keeping = tools.keeping();
    clock = tools.clock();
    pace = new Pace(keeping.limits().perMinute());
    standing = new Standing(keeping.subscriptions(), tools.clock());
    suggestions = new Suggestions(holdings, lastLists, standing);
    subscriptions =
        new SubscriptionWords(
            keeping.subscriptions(),
            keeping.outbox(),
            keeping.people(),
            standing,
            keeping.editor(),
            keeping.limits(),
            tools.clock());
    deliveries =
        new DeliveryWords(
            keeping.outbox(),
            keeping.ledger(),
            standing,
            keeping.editor(),
            views,
            holdings,
            lastLists,
            keeping.obstacles(),
            tools.clock());
    persons =
        new PersonWords(
            keeping.people(),
            keeping.subscriptions(),
            keeping.ledger(),
            finder,
            holdings,
            tools.clock());
  }

  /** What may be meant by what is being typed. */
  public Suggestions suggestions() {
    return suggestions;
  }

  @Override
  public Message handle(Command command, Caller caller) {
    return safely(
        caller,
        command.getClass().getSimpleName(),
        () -> withNews(answer(command, caller), caller));
  }

  /**
   * The answer to a line that was not understood; one that would have changed something is noted.
   */
  public Message answer(Understanding.Misunderstood wrong, Caller caller) {
    return safely(
        caller,
        "a line that was not understood",
        () -> {
          CommandWord word = wrong.word();
          if (word != null && CHANGES.contains(word)) {
            Content.Problem problem = wrong.problem();
            var unused = standing.refusal(caller, word.word(), problem.code(), problem.message());
          }
          return answer(wrong);
        });
  }

  private Message safely(Caller caller, String what, Supplier<Message> work) {
    try {
      Optional<Message> hurried = hurried(caller);
      return hurried.isPresent() ? hurried.get() : work.get();
    } catch (Refusal refusal) {
      return refusal.answer();
    } catch (StoreFailure failure) {
      log.error("store", failure);
      return Replies.failed("store", String.valueOf(failure.getMessage()), List.of());
    } catch (SourceFailure failure) {
      return Replies.failed("source", String.valueOf(failure.getMessage()), List.of());
    } catch (RuntimeException fault) {
      String incident =
          String.format(Locale.ROOT, "%06x", ThreadLocalRandom.current().nextInt(0x1000000));
      log.error("incident {} in {}", incident, what, fault);
      return Replies.failed(
          "failure",
          "Something went wrong in Paperboy itself; the log has it as incident " + incident + ".",
          List.of());
    }
  }

  private Message answer(Command command, Caller caller) {
    boolean isForPlace = command instanceof Command.Doctor doctor && doctor.whose() == Whose.PLACE;
    if (isForPlace) {
      standing.check(command, Whose.PLACE, caller);
    } else if (isForTerminal(command) && !isAtHome(caller)) {
      // import reads any file that the server's own account may read
      throw standing.refusal(
          caller,
          command.getClass().getSimpleName().toLowerCase(Locale.ROOT),
          "not-here",
          "That word works only in the terminal of the machine that Paperboy runs on.");
    }
    return switch (command) {
      case Command.Today today -> editions.today(today, caller);
      case Command.Trending trending -> editions.trending(trending, caller);
      case Command.Search search -> searches.search(search, caller);
      case Command.Similar similar -> searches.similar(similar, caller);
      case Command.Show show -> papers.show(show, caller);
      case Command.Summarize summarize -> papers.summarize(summarize, caller);
      case Command.Save save -> papers.save(save, caller);
      case Command.Saved saved -> papers.saved(saved, caller);
      case Command.Status status -> house.status(isAtHome(caller));
      case Command.Help help -> house.help(help);
      case Command.Import files -> imports.take(files);
      case Command.OfSubscription words -> ofSubscription(words, caller);
      case Command.Catchup catchup -> deliveries.catchup(catchup, caller);
      case Command.Why why -> persons.why(why, caller);
      case Command.Settings settings -> persons.settings(settings, caller);
      case Command.Privacy privacy -> persons.privacy(privacy, caller);
      case Command.Deliver deliver ->
          Replies.refused("not-here", "Only the terminal's own program delivers to it.");
      case Command.Doctor doctor ->
          deliveries.doctor(doctor, caller, house.status(isAtHome(caller)));
    };
  }

  private static boolean isAtHome(Caller caller) {
    return caller.platform().equals(AT_HOME);
  }

  private static boolean isForTerminal(Command command) {
    return command instanceof Command.Import
        || command instanceof Command.Deliver
        || command instanceof Command.Doctor;
  }

  private Message ofSubscription(Command.OfSubscription command, Caller caller) {
    standing.check(command, command.whose(), caller);
    return switch (command) {
      case Command.Subscribe subscribe -> subscriptions.subscribe(subscribe, caller);
      case Command.Subscriptions list -> subscriptions.list(list, caller);
      case Command.Unsubscribe unsubscribe -> subscriptions.unsubscribe(unsubscribe, caller);
      case Command.Edit edit -> subscriptions.edit(edit, caller);
      case Command.Preview preview -> deliveries.preview(preview, caller);
      case Command.Pause pause -> subscriptions.pause(pause, caller);
      case Command.Resume resume -> subscriptions.resume(resume, caller);
      case Command.Share share -> subscriptions.share(share, caller);
      case Command.More more -> deliveries.more(more, caller);
      case Command.RunDigest run -> deliveries.run(run, caller);
      case Command.History history -> deliveries.history(history, caller);
    };
  }

  /** Too many commands in a minute: says when to go on. Empty where there is no hurry. */
  private Optional<Message> hurried(Caller caller) {
    if (isAtHome(caller)) {
      return Optional.empty();
    }
    Duration left = pace.take(caller.key(), clock.instant());
    return left.isZero()
        ? Optional.empty()
        : Optional.of(
            Replies.refused(
                "limit",
                "That was a lot of commands in one minute. Go on in "
                    + Ages.count(Math.max(1, left.toSeconds()), "second")
                    + "."));
  }

  /** Says once, above an answer, what was suspended and goes on now that its owner has spoken. */
  private Message withNews(Message answer, Caller caller) {
    Optional<String> news = subscriptions.wake(caller);
    if (news.isEmpty()) {
      return answer;
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Text.of(news.get()));
    blocks.addAll(answer.blocks());
    return new Message(answer.status(), blocks, answer.content(), answer.layout());
  }

  /** The answer to a line that was not understood. */
  public static Message answer(Understanding.Misunderstood wrong) {
    return Replies.misunderstood(wrong);
  }

  /** Keeps what was only in memory. */
  @Override
  public void close() {
    lastLists.close();
  }
}
