package dev.paperboy.source.arxiv;

import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.source.AnswerFormat;
import dev.paperboy.source.Answers;
import dev.paperboy.source.Fetched;
import dev.paperboy.source.Incoming;
import dev.paperboy.source.Listing;
import dev.paperboy.source.PaperSource;
import dev.paperboy.source.Patience;
import dev.paperboy.source.SourceFailure;
import dev.paperboy.source.Upstream;
import dev.paperboy.when.Period;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * arXiv's query API: papers by id, the newest of a category, and its search. Knows no popularity.
 *
 * <p>At most one request in 3 seconds over one connection, as its terms of use ask of all of a
 * user's programs together: make one for a process. Its results change once a day, so an answer is
 * served again for 24 hours, an empty one for 10 minutes.
 */
public final class Arxiv implements PaperSource {
  /** Where the public API lives. */
  public static final URI PUBLIC = URI.create("https://export.arxiv.org");

  private static final Duration GAP = Duration.ofSeconds(3);
  private static final Duration FRESH = Duration.ofHours(24);
  private static final Duration FRESH_NOTHING = Duration.ofMinutes(10);
  private static final int MOST_IDS = 100;

  /** The most entries arXiv gives in one answer. */
  private static final int MOST_RESULTS = 2_000;

  private static final int MOST_WORDS = 30;
  private static final Pattern CATEGORY = Pattern.compile("[a-z-]{2,20}(?:\\.[A-Za-z*-]{1,20})?");
  private static final Pattern PHRASE_OR_WORD =
      Pattern.compile("\"([^\"]+)\"|[\\p{L}\\p{N}][\\p{L}\\p{N}'._-]*");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Ids of months that never were; arXiv refuses a whole request for one of them. */
  private static final Pattern NO_MONTH = Pattern.compile("\\d{2}(?:00|1[3-9]|[2-9]\\d)\\..*");

  private static final Pattern SUBJECT_CLASS = Pattern.compile("\\.[A-Za-z]{2}(?=/)");

  /** What an answer holds. */
  private record Page(List<Sighting> papers, int skipped) {
    private Page {
      papers = List.copyOf(papers);
    }
  }

  private final Upstream upstream;
  private final Answers<Page> pages;

  public static Arxiv at(URI base, InstantSource clock) {
    return new Arxiv(upstream(base, clock).build());
  }

  /** The beginning of an upstream for {@link #Arxiv}, with the manners that arXiv asks for. */
  public static Upstream.Builder upstream(URI base, InstantSource clock) {
    return Upstream.named(Origin.ARXIV.word(), base, clock).gap(GAP);
  }

  public Arxiv(Upstream upstream) {
    this.upstream = upstream;
    this.pages = upstream.answers(new PageFormat(upstream));
  }

  @Override
  public Origin origin() {
    return Origin.ARXIV;
  }

  /** Always empty, and never asked for: arXiv publishes no list of a date that people ranked. */
  @Override
  public Listing papersOn(Period period, Patience patience) {
    return new Listing(List.of(), 0, upstream.now());
  }

  @Override
  public Optional<Sighting> paper(PaperId id, Patience patience) {
    if (!mayExist(id)) {
      return Optional.empty();
    }
    try {
      return idList(List.of(id), patience).value().papers().stream()
          .filter(one -> sameButForClass(one.paper().id(), id))
          .map(one -> one.paper().id().equals(id) ? one : renamed(one, id))
          .findFirst();
    } catch (SourceFailure failure) {
      if (failure.refused() && String.valueOf(failure.getMessage()).contains("incorrect id")) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  /**
   * The known ones of these, by the id that arXiv gives them; one request for each 100.
   *
   * @param ids those that are not arXiv's are left out
   */
  public Map<PaperId, Sighting> papers(Collection<PaperId> ids, Patience patience) {
    List<PaperId> asked = ids.stream().distinct().filter(Arxiv::mayExist).toList();
    Map<PaperId, Sighting> papers = new LinkedHashMap<>();
    for (int from = 0; from < asked.size(); from += MOST_IDS) {
      List<PaperId> some = asked.subList(from, Math.min(from + MOST_IDS, asked.size()));
      for (Sighting one : idList(some, patience).value().papers()) {
        papers.putIfAbsent(one.paper().id(), one);
      }
    }
    return papers;
  }

  /**
   * {@inheritDoc} Every word and quoted phrase is required, by relevance.
   *
   * @param limit at most 2,000
   */
  @Override
  public Listing search(String words, int limit, Patience patience) {
    List<String> terms = new ArrayList<>();
    Matcher matcher = PHRASE_OR_WORD.matcher(Incoming.text(words));
    while (matcher.find() && terms.size() < MOST_WORDS) {
      String phrase = matcher.group(1) == null ? matcher.group() : matcher.group(1);
      String plain = NO_LETTER.matcher(phrase).replaceAll(" ").strip();
      if (!plain.isEmpty()) {
        terms.add("all:" + (plain.contains(" ") ? '"' + plain + '"' : plain));
      }
    }
    if (terms.isEmpty() || limit < 1) {
      return new Listing(List.of(), 0, upstream.now());
    }
    return listing("search_query=" + encoded(String.join(" AND ", terms)), limit, patience);
  }

  /**
   * The newest papers of a category ({@code cs.CL}), by submission.
   *
   * @param limit at most 2,000
   */
  public Listing category(String category, int limit, Patience patience) {
    if (!CATEGORY.matcher(category).matches()) {
      throw upstream.refused("not a category: " + category);
    }
    if (limit < 1) {
      return new Listing(List.of(), 0, upstream.now());
    }
    String query = "search_query=" + encoded("cat:" + category);
    return listing(query + "&sortBy=submittedDate&sortOrder=descending", limit, patience);
  }

  private Listing listing(String query, int limit, Patience patience) {
    Fetched<Page> page = ask(query, Math.min(limit, MOST_RESULTS), patience);
    Map<PaperId, Sighting> papers = new LinkedHashMap<>();
    page.value().papers().forEach(one -> papers.putIfAbsent(one.paper().id(), one));
    List<Sighting> first = papers.values().stream().limit(limit).toList();
    return new Listing(first, page.value().skipped(), page.at());
  }

  private Fetched<Page> idList(List<PaperId> ids, Patience patience) {
    String list = ids.stream().map(PaperId::value).collect(Collectors.joining(","));
    return ask("id_list=" + encoded(list), ids.size(), patience);
  }

  private Fetched<Page> ask(String query, int most, Patience patience) {
    return pages.get("/api/query?" + query + "&start=0&max_results=" + most, patience);
  }

  /** arXiv answers {@code math.GT/0309136} with {@code math/0309136}. */
  private static boolean sameButForClass(PaperId answered, PaperId asked) {
    return answered.equals(asked)
        || SUBJECT_CLASS
            .matcher(asked.value())
            .replaceFirst("")
            .equals(SUBJECT_CLASS.matcher(answered.value()).replaceFirst(""));
  }

  private static Sighting renamed(Sighting sighting, PaperId id) {
    Paper paper = sighting.paper();
    return new Sighting(
        new Paper(
            id,
            paper.title(),
            paper.abstractText(),
            paper.authors(),
            paper.organization(),
            paper.topics(),
            paper.aiSummary(),
            paper.published(),
            paper.code(),
            paper.project(),
            paper.thumbnail(),
            paper.withdrawn()),
        sighting.signals(),
        sighting.listed());
  }

  private static boolean mayExist(PaperId id) {
    return id.isArxiv() && !NO_MONTH.matcher(id.value()).matches();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static final class PageFormat implements AnswerFormat<Page> {
    private final Upstream upstream;

    PageFormat(Upstream upstream) {
      this.upstream = upstream;
    }

    @Override
    public Page read(byte[] body, Instant at) throws IOException {
      List<AtomEntry> entries = new ArrayList<>();
      AtomFeed.Extent extent = parse(body, entries);
      if (entries.isEmpty() && extent.total() > extent.start()) {
        throw new IOException("no entry, though there are " + extent.total());
      }
      List<Sighting> papers = new ArrayList<>();
      int skipped = 0;
      for (AtomEntry entry : entries) {
        if (entry.isError()) {
          throw upstream.refused(entry.reason());
        }
        try {
          papers.add(entry.sighting());
        } catch (AtomEntry.Broken e) {
          skipped++;
        }
      }
      return new Page(papers, skipped);
    }

    @Override
    public Duration fresh(Page page) {
      return page.papers().isEmpty() ? FRESH_NOTHING : FRESH;
    }

    @Override
    public Optional<String> reason(byte[] body) {
      List<AtomEntry> entries = new ArrayList<>();
      try {
        parse(body, entries);
      } catch (IOException e) {
        return Optional.empty();
      }
      return entries.stream().filter(AtomEntry::isError).map(AtomEntry::reason).findFirst();
    }

    private static AtomFeed.Extent parse(byte[] body, List<AtomEntry> into) throws IOException {
      return AtomFeed.<RuntimeException>each(
          new ByteArrayInputStream(body), (entry, line) -> into.add(entry));
    }
  }
}
