package dev.paperboy.source.huggingface;

import dev.paperboy.paper.Origin;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Sighting;
import dev.paperboy.source.AnswerFormat;
import dev.paperboy.source.Answers;
import dev.paperboy.source.Fetched;
import dev.paperboy.source.Incoming;
import dev.paperboy.source.Listing;
import dev.paperboy.source.PaperSource;
import dev.paperboy.source.Patience;
import dev.paperboy.source.Upstream;
import dev.paperboy.when.Period;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hugging Face's daily papers, its papers one by one and its search, over its public API. Answers
 * are served again for 10 minutes, stale ones when the source fails. Without a token it allows 500
 * calls in five minutes for an address, with one 1,000.
 *
 * <p>A date after today in UTC is refused. A row that cannot be read is left out and counted.
 */
public final class HuggingFace implements PaperSource {
  /** Where the public API lives. */
  public static final URI PUBLIC = URI.create("https://huggingface.co");

  private static final Duration FRESH = Duration.ofMinutes(10);

  /** The most rows a page has; more is refused. */
  private static final int PAGE = 100;

  private static final int MOST_PAGES = 50;
  private static final int LONGEST_SEARCH = 250;

  private final Answers<HuggingFaceRows.Page> pages;
  private final Answers<Optional<Sighting>> papers;
  private final Upstream upstream;

  /**
   * @param token a user's access token, for the higher limit; never needed
   */
  public static HuggingFace at(URI base, Optional<String> token, InstantSource clock) {
    Upstream.Builder upstream = upstream(base, clock);
    token.ifPresent(upstream::token);
    return new HuggingFace(upstream.build());
  }

  /** The beginning of an upstream for {@link #HuggingFace}, named as its failures are. */
  public static Upstream.Builder upstream(URI base, InstantSource clock) {
    return Upstream.named(Origin.HUGGINGFACE.word(), base, clock);
  }

  public HuggingFace(Upstream upstream) {
    this.upstream = upstream;
    this.pages = upstream.answers(new PageFormat());
    this.papers = upstream.answers(new SinglePaperFormat());
  }

  @Override
  public Origin origin() {
    return Origin.HUGGINGFACE;
  }

  @Override
  public Listing papersOn(Period period, Patience patience) {
    String asked =
        switch (period) {
          case Period.Day day -> "date=" + day.text();
          case Period.Week week -> "week=" + week.text();
          case Period.Month month -> "month=" + month.text();
        };
    LocalDate date = period instanceof Period.Day day ? day.date() : null;
    Gathering gathering = new Gathering();
    for (int page = 0; page < MOST_PAGES; page++) {
      String query = "?" + asked + "&limit=" + PAGE + "&p=" + page;
      Fetched<HuggingFaceRows.Page> got = pages.get("/api/daily_papers" + query, patience);
      gathering.add(got, date);
      if (got.value().rows() < PAGE) {
        break;
      }
    }
    return gathering.listing(Integer.MAX_VALUE);
  }

  @Override
  public Optional<Sighting> paper(PaperId id, Patience patience) {
    if (!id.isArxiv()) {
      return Optional.empty();
    }
    return papers.get("/api/papers/" + encoded(id.value()), patience).value();
  }

  /**
   * {@inheritDoc}
   *
   * @param words cut after 250 characters
   * @param limit at most 100
   */
  @Override
  public Listing search(String words, int limit, Patience patience) {
    String asked = Incoming.start(Incoming.text(words), LONGEST_SEARCH);
    int most = Math.min(limit, PAGE);
    if (asked.isEmpty() || most < 1) {
      return new Listing(List.of(), 0, upstream.now());
    }
    Gathering gathering = new Gathering();
    String query = "?q=" + encoded(asked) + "&limit=" + most;
    gathering.add(pages.get("/api/papers/search" + query, patience), null);
    return gathering.listing(most);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Pages put together: each paper once, where it stood first; as old as the oldest page. */
  private static final class Gathering {
    private final List<Sighting> papers = new ArrayList<>();
    private final Set<PaperId> seen = new HashSet<>();
    private int skipped;
    private Instant asOf = Instant.MAX;

    void add(Fetched<HuggingFaceRows.Page> page, @Nullable LocalDate otherwiseListed) {
      for (Sighting one : page.value().papers()) {
        if (seen.add(one.paper().id())) {
          papers.add(
              one.listed() == null && otherwiseListed != null
                  ? new Sighting(one.paper(), one.signals(), otherwiseListed)
                  : one);
        }
      }
      skipped += page.value().skipped();
      asOf = page.at().isBefore(asOf) ? page.at() : asOf;
    }

    Listing listing(int limit) {
      return new Listing(papers.subList(0, Math.min(limit, papers.size())), skipped, asOf);
    }
  }

  private static final class PageFormat implements AnswerFormat<HuggingFaceRows.Page> {
    @Override
    public HuggingFaceRows.Page read(byte[] body, Instant at) throws IOException {
      return HuggingFaceRows.page(body, at);
    }

    @Override
    public Duration fresh(HuggingFaceRows.Page page) {
      return FRESH;
    }
  }

  private static final class SinglePaperFormat implements AnswerFormat<Optional<Sighting>> {
    @Override
    public Optional<Sighting> read(byte[] body, Instant at) throws IOException {
      return Optional.of(HuggingFaceRows.paper(body, at));
    }

    @Override
    public Duration fresh(Optional<Sighting> paper) {
      return FRESH;
    }

    @Override
    public Optional<Optional<Sighting>> missing() {
      return Optional.of(Optional.empty());
    }
  }
}
