package dev.paperboy.command;

import dev.paperboy.catalog.KeptList;
import dev.paperboy.chat.Action;
import dev.paperboy.chat.Ages;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Command;
import dev.paperboy.chat.CommandWord;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.Nearest;
import dev.paperboy.chat.Span;
import dev.paperboy.edition.EditionDesk;
import dev.paperboy.edition.Freshness;
import dev.paperboy.search.Meaning;
import dev.paperboy.when.Period;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code status} and {@code help}. */
final class HouseWords {
  private static final String QUERY_HELP =
      """
      agents memory        both words (search: the more of them, the better)
      agents, 4d           either: a comma, | or OR means any of
      "state space"        these words together, exactly so
      -video  -"3D scene"  without it
      diffus*              words that begin so
      (a OR b) c           brackets group
      title:agents  abstract:…  author:"Yann LeCun"  org:nvidia
      topic:cs.CL          arXiv's categories and Hugging Face's keywords
      id:2608.10915        one paper
      upvotes:>=50  comments:2..9  stars:>1000
      date:2026-08  date:>=2026-08-01  date:2026-08-01..2026-08-14
      has:code  has:project  has:abstract

      Plurals and inflections meet, case and accents do not matter, and short forms
      meet their long forms (LLM, VLM, RLHF, MoE …). `search` ranks by free words and
      requires none; in `today` and `trending` every word is required.
      Anywhere in a line: limit:1..100  page:2  sort:relevance|trending|upvotes|new
      layout:cards|compact|plain
      """;

  private static final String MODEL = "model:";

  private final Holdings holdings;
  private final EditionDesk desk;
  private final String summariesBy;
  private final String version;
  private final String storedAt;
  private final InstantSource clock;

  HouseWords(
      Holdings holdings,
      EditionDesk desk,
      String summariesBy,
      String version,
      String storedAt,
      InstantSource clock) {
    this.holdings = holdings;
    this.desk = desk;
    this.summariesBy = summariesBy;
    this.version = version;
    this.storedAt = storedAt;
    this.clock = clock;
  }

  /**
   * @param atHome whether whoever asks sits at the machine: nobody else is told where its files lie
   */
  Message status(boolean atHome) {
    Instant now = clock.instant();
    LocalDate today = desk.today();
    long papers = holdings.catalog().count();
    Map<String, Object> fields = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    fields.put("version", version);
    fields.put("papers", papers);
    if (atHome) {
      fields.put("storedAt", storedAt);
    }
    lines.add("Paperboy " + version + (atHome ? ", stored in " + storedAt : ""));
    lines.add(Ages.count(papers, "paper") + " known");
    Optional<LocalDate> newest = holdings.catalog().newestList();
    if (newest.isPresent()) {
      KeptList list = holdings.catalog().list(new Period.Day(newest.get())).orElseThrow();
      fields.put("newestList", newest.get().toString());
      fields.put("asOf", list.fetchedAt().toString());
      lines.add(
          "Newest list: "
              + Ages.day(newest.get())
              + ", "
              + Ages.count(list.papers().size(), "paper")
              + ", "
              + list.origin().label()
              + ", "
              + Ages.old(list.fetchedAt(), now));
    } else {
      lines.add("No list is kept yet; `today` fetches one");
    }
    int kept =
        holdings
            .catalog()
            .listsKeptBetween(today.minusDays(Freshness.FILLED_DATES - 1L), today)
            .size();
    fields.put("lastDatesKept", kept);
    lines.add(kept + " of the last " + Freshness.FILLED_DATES + " dates are kept");
    search(fields, lines);
    fields.put("summaries", summariesBy);
    lines.add(
        summariesBy.startsWith(MODEL)
            ? "Summaries by the language model "
                + summariesBy.substring(MODEL.length())
                + ", from the abstracts until it has written them"
            : "Summaries from the abstracts");
    String text = String.join("\n", lines);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading("Status"));
    lines.forEach(line -> blocks.add(Block.Text.of(line)));
    return new Message(Status.ANSWERED, blocks, new Content.Words(text, fields));
  }

  private void search(Map<String, Object> fields, List<String> lines) {
    Meaning.Standing meaning = holdings.meaning();
    fields.put("vectors", meaning.off().isPresent() ? "off" : "on");
    if (meaning.off().isPresent()) {
      fields.put("vectorsOff", meaning.off().get());
      lines.add("Search by words alone: " + meaning.off().get());
      return;
    }
    fields.put("embeddings", meaning.model());
    fields.put("embedded", meaning.embedded());
    lines.add(
        "Search by words and by meaning ("
            + meaning.model()
            + "), "
            + (meaning.embedded() >= meaning.papers()
                ? "all papers read for it"
                : Ages.count(meaning.embedded(), "paper") + " of them read for it so far"));
  }

  Message help(Command.Help command) {
    String topic = command.topic();
    if (topic == null) {
      return allWords();
    }
    String name = topic.toLowerCase(Locale.ROOT).strip();
    if (name.equals("query") || name.equals("queries") || name.equals("filter")) {
      return new Message(
          Status.ANSWERED,
          List.of(new Block.Heading("The query language"), new Block.Preformatted(QUERY_HELP)),
          new Content.Words(QUERY_HELP, Map.of("topic", "query")));
    }
    Optional<CommandWord> word = CommandWord.of(name);
    if (word.isPresent()) {
      return oneWord(word.get());
    }
    List<String> topics = new ArrayList<>();
    topics.add("query");
    Arrays.stream(CommandWord.values()).map(CommandWord::word).forEach(topics::add);
    return Replies.misunderstood(
        "unknown-word",
        "There is no help on “" + topic + "”. Topics: " + String.join(", ", topics) + ".",
        Nearest.of(name, topics).map(near -> "help " + near).orElse("help"));
  }

  private static Message allWords() {
    int width =
        Arrays.stream(CommandWord.values()).mapToInt(w -> w.word().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    List<String> words = new ArrayList<>();
    for (CommandWord word : CommandWord.values()) {
      text.append(String.format(Locale.ROOT, "%-" + width + "s  %s%n", word.word(), word.help()));
      words.add(word.word());
    }
    return new Message(
        Status.ANSWERED,
        List.of(
            new Block.Heading("What Paperboy understands"),
            new Block.Preformatted(text.toString()),
            new Block.Actions(
                List.of(
                    new Action("one word in full", "help today"),
                    new Action("the filter language", "help query")))),
        new Content.Words(text.toString(), Map.of("words", words)));
  }

  private static Message oneWord(CommandWord word) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(word.word()));
    blocks.add(Block.Text.of(word.help()));
    blocks.add(new Block.Preformatted(word.form()));
    StringBuilder examples = new StringBuilder();
    word.examples().forEach(example -> examples.append(example).append('\n'));
    blocks.add(new Block.Text(List.of(new Span.Strong("For example"))));
    blocks.add(new Block.Preformatted(examples.toString()));
    if (!word.synonyms().isEmpty()) {
      blocks.add(Block.FinePrint.of("Also understood: " + String.join(", ", word.synonyms())));
    }
    String text = word.form() + "\n" + word.help() + "\n" + examples;
    return new Message(
        Status.ANSWERED, blocks, new Content.Words(text, Map.of("topic", word.word())));
  }
}
