package dev.paperboy.command;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.StoreFailure;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandHandler;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Understanding;
import dev.paperboy.edition.EditionDesk;
import dev.paperboy.edition.Marks;
import dev.paperboy.edition.TrendDesk;
import dev.paperboy.progress.Progress;
import dev.paperboy.reader.Readers;
import dev.paperboy.search.PaperIndex;
import dev.paperboy.search.PaperViews;
import dev.paperboy.source.PaperFiles;
import dev.paperboy.source.PaperSource;
import dev.paperboy.source.SourceFailure;
import dev.paperboy.summary.Summarizer;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every command; what fails is an answer too. */
public final class Commands implements CommandHandler, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Commands.class);

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
      Progress progress) {
    public Tools {
      sources = List.copyOf(sources);
    }
  }

  private final LastLists lastLists;
  private final EditionWords editions;
  private final SearchWords searches;
  private final PaperWords papers;
  private final ImportWord imports;
  private final HouseWords house;

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
        new HouseWords(holdings, tools.desk(), tools.version(), tools.storedAt(), tools.clock());
  }

  @Override
  public Message handle(Command command, Caller caller) {
    try {
      return switch (command) {
        case Command.Today today -> editions.today(today, caller);
        case Command.Trending trending -> editions.trending(trending, caller);
        case Command.Search search -> searches.search(search, caller);
        case Command.Similar similar -> searches.similar(similar, caller);
        case Command.Show show -> papers.show(show, caller);
        case Command.Summarize summarize -> papers.summarize(summarize, caller);
        case Command.Save save -> papers.save(save, caller);
        case Command.Saved saved -> papers.saved(saved, caller);
        case Command.Status status -> house.status();
        case Command.Help help -> house.help(help);
        case Command.Import files -> imports.take(files);
        case Command.OfSubscription later -> notYet();
        case Command.Catchup later -> notYet();
        case Command.Why later -> notYet();
        case Command.Settings later -> notYet();
        case Command.Privacy later -> notYet();
        case Command.Deliver later -> notYet();
        case Command.Doctor later -> notYet();
      };
    } catch (StoreFailure failure) {
      log.error("store", failure);
      return Replies.failed("store", String.valueOf(failure.getMessage()), List.of());
    } catch (SourceFailure failure) {
      return Replies.failed("source", String.valueOf(failure.getMessage()), List.of());
    } catch (RuntimeException fault) {
      String incident =
          String.format(Locale.ROOT, "%06x", ThreadLocalRandom.current().nextInt(0x1000000));
      log.error("incident {} in {}", incident, command.getClass().getSimpleName(), fault);
      return Replies.failed(
          "failure",
          "Something went wrong in Paperboy itself; the log has it as incident " + incident + ".",
          List.of());
    }
  }

  private static Message notYet() {
    return Replies.failed("failure", "This Paperboy keeps no subscriptions yet.", List.of());
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
