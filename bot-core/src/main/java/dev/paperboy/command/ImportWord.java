package dev.paperboy.command;

import dev.paperboy.catalog.Catalog;
import dev.paperboy.catalog.KeptList;
import dev.paperboy.chat.Ages;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.progress.Progress;
import dev.paperboy.source.BrokenFile;
import dev.paperboy.source.PaperFiles;
import dev.paperboy.when.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code import}: one file, one transaction; committed first, then indexed. */
final class ImportWord {
  private static final Pattern QUOTED_OR_BARE = Pattern.compile("\"([^\"]+)\"|(\\S+)");

  private final Holdings holdings;
  private final PaperFiles files;
  private final InstantSource clock;
  private final Progress progress;

  ImportWord(Holdings holdings, PaperFiles files, InstantSource clock, Progress progress) {
    this.holdings = holdings;
    this.files = files;
    this.clock = clock;
    this.progress = progress;
  }

  Message take(Command.Import command) {
    List<String> done = new ArrayList<>();
    List<Map<String, Object>> fields = new ArrayList<>();
    for (Path file : paths(command.files())) {
      try {
        Taken taken = take(file);
        done.add(
            Ages.count(taken.papers(), "paper")
                + " from "
                + file
                + (taken.lists().isEmpty()
                    ? "."
                    : ", on the lists of "
                        + Ages.count(taken.lists().size(), "date")
                        + " from "
                        + taken.lists().firstKey()
                        + " to "
                        + taken.lists().lastKey()
                        + "."));
        fields.add(
            Map.of(
                "file", file.toString(), "papers", taken.papers(), "dates", taken.lists().size()));
      } catch (BrokenFile broken) {
        return broken(
            done,
            file
                + (broken.line() > 0 ? ", line " + broken.line() : "")
                + ": "
                + broken.getMessage());
      } catch (IOException e) {
        return broken(done, PaperFiles.inWords(file, e));
      } finally {
        progress.over();
      }
    }
    holdings.index();
    String text =
        String.join("\n", done)
            + "\n"
            + Ages.count(holdings.catalog().count(), "paper")
            + " known now.";
    return new Message(
        Status.ANSWERED,
        List.of(Block.Text.of(text)),
        new Content.Words(text, Map.of("imported", fields)));
  }

  private record Taken(int papers, NavigableMap<LocalDate, Set<PaperId>> lists) {}

  private Taken take(Path file) throws IOException {
    Instant now = clock.instant();
    long size = Files.size(file);
    NavigableMap<LocalDate, Set<PaperId>> lists = new TreeMap<>();
    Set<PaperId> papers = new LinkedHashSet<>();
    try {
      holdings
          .catalog()
          .write(writer -> {
            try {
              files.read(
                  file,
                  sighting -> {
                    put(writer, sighting, lists, papers);
                  },
                  read -> progress.at("Importing " + file.getFileName(), read, size));
            } catch (IOException e) {
              throw new Unread(e);
            }
            lists.forEach((date, ids) -> keepList(writer, date, ids, now));
            return true;
          });
    } catch (Unread unread) {
      throw unread.cause;
    }
    return new Taken(papers.size(), lists);
  }

  private static void put(
      Catalog.Writer writer,
      Sighting sighting,
      NavigableMap<LocalDate, Set<PaperId>> lists,
      Set<PaperId> papers) {
    writer.paper(sighting, Origin.IMPORT);
    papers.add(sighting.paper().id());
    LocalDate date = sighting.listed();
    if (date != null) {
      lists.computeIfAbsent(date, d -> new LinkedHashSet<>()).add(sighting.paper().id());
    }
  }

  /** A list that is kept already is added to, never shortened by a file that holds part of it. */
  private void keepList(Catalog.Writer writer, LocalDate date, Set<PaperId> ids, Instant now) {
    Period.Day day = new Period.Day(date);
    Optional<KeptList> kept = holdings.catalog().list(day);
    boolean fetched = kept.isPresent() && kept.get().origin() != Origin.IMPORT;
    Set<PaperId> all = new LinkedHashSet<>();
    if (fetched) {
      all.addAll(kept.get().papers());
    }
    all.addAll(ids);
    kept.ifPresent(list -> all.addAll(list.papers()));
    writer.list(
        day,
        List.copyOf(all),
        fetched ? kept.get().fetchedAt() : now,
        fetched ? kept.get().origin() : Origin.IMPORT);
  }

  private static Message broken(List<String> done, String why) {
    String text =
        (done.isEmpty() ? "" : String.join("\n", done) + "\n")
            + "Nothing of this file was kept: "
            + why;
    return Replies.failed("file", text, List.of());
  }

  /** The whole text where it names one file, else its parts. */
  private static List<Path> paths(String text) {
    try {
      Path whole = Path.of(text);
      if (Files.exists(whole)) {
        return List.of(whole);
      }
    } catch (InvalidPathException e) {
      return List.of();
    }
    Map<String, Path> paths = new LinkedHashMap<>();
    Matcher part = QUOTED_OR_BARE.matcher(text);
    while (part.find()) {
      String name = part.group(1) != null ? part.group(1) : part.group(2);
      paths.put(name, Path.of(name));
    }
    return List.copyOf(paths.values());
  }

  /** Carries an I/O failure out of a transaction, which it rolls back. */
  private static final class Unread extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final IOException cause;

    Unread(IOException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
