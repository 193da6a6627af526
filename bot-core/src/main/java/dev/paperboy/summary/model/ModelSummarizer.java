package dev.paperboy.summary.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.langchain4j.exception.HttpException;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Readable;
import dev.paperboy.progress.Progress;
import dev.paperboy.summary.Summarizer;
import dev.paperboy.summary.Summary;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Summaries by a language model, with the abstract's own sentence wherever there is none: not yet
 * made, withheld, or the model does not answer within its time. Never throws.
 *
 * <p>Each abstract is sent once; what came is kept. At most {@value #AT_ONCE} requests are under
 * way and {@value #WAITING} wait; after a failure the model rests for a minute.
 */
public final class ModelSummarizer implements Summarizer, AutoCloseable {
  /** How long one answer may take. */
  public static final Duration LIMIT = Duration.ofSeconds(10);

  private static final Logger log = LoggerFactory.getLogger(ModelSummarizer.class);
  private static final Duration REST = Duration.ofSeconds(60);
  private static final int AT_ONCE = 2;
  private static final int WAITING = 200;
  private static final int REMEMBERED = 4_000;

  /** What one text is made from. */
  private record Key(PaperId paper, String hash) {}

  private final LanguageModel model;
  private final String name;
  private final Summarizer own;
  private final KeptSummaries kept;
  private final InstantSource clock;
  private final Duration limit;
  private final Cache<Key, String> remembered =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  private final ConcurrentMap<Key, CompletableFuture<Optional<String>>> underWay =
      new ConcurrentHashMap<>();
  private final ExecutorService calls =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("model-call-", 0).factory());
  private final ExecutorService background =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING),
          Thread.ofPlatform().daemon().name("model-summaries-", 0).factory());
  private volatile Instant restsUntil = Instant.MIN;

  ModelSummarizer(
      LanguageModel model,
      String name,
      Summarizer own,
      KeptSummaries kept,
      InstantSource clock,
      Duration limit) {
    this.model = model;
    this.name = name;
    this.own = own;
    this.kept = kept;
    this.clock = clock;
    this.limit = limit;
  }

  /**
   * Asks nothing yet.
   *
   * @param own what stands in, and gives the second sentence
   */
  public static ModelSummarizer at(
      ModelAddress address, Summarizer own, KeptSummaries kept, InstantSource clock) {
    return at(address, own, kept, clock, LIMIT);
  }

  static ModelSummarizer at(
      ModelAddress address,
      Summarizer own,
      KeptSummaries kept,
      InstantSource clock,
      Duration limit) {
    return new ModelSummarizer(
        new ChatEndpoint(address, limit), address.model(), own, kept, clock, limit);
  }

  @Override
  public Summary summarize(Paper paper) {
    Summary fallback = own.summarize(paper);
    if (fallback.text().isEmpty()) {
      return fallback;
    }
    Key key = key(paper);
    Optional<String> text = known(key).or(() -> waited(begun(key, paper)));
    return said(text, fallback);
  }

  @Override
  public Summary atHand(Paper paper) {
    Summary fallback = own.atHand(paper);
    if (fallback.text().isEmpty()) {
      return fallback;
    }
    Key key = key(paper);
    Optional<String> text = known(key);
    if (text.isEmpty()) {
      var unused = begun(key, paper);
    }
    return said(text, fallback);
  }

  private Summary said(Optional<String> text, Summary fallback) {
    return text.filter(t -> !t.isEmpty())
        .map(t -> new Summary(t, fallback.second(), by()))
        .orElse(fallback);
  }

  /** What the model has said before; the empty text where it was withheld. */
  private Optional<String> known(Key key) {
    String here = remembered.getIfPresent(key);
    if (here != null) {
      return Optional.of(here);
    }
    try {
      Optional<String> stored = kept.find(key.paper(), key.hash(), name);
      stored.ifPresent(text -> remembered.put(key, text));
      return stored;
    } catch (RuntimeException e) {
      log.warn("summaries that are kept cannot be read: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** The request for it, begun now where none is under way; null where none may begin. */
  private @Nullable CompletableFuture<Optional<String>> begun(Key key, Paper paper) {
    if (clock.instant().isBefore(restsUntil)) {
      return null;
    }
    CompletableFuture<Optional<String>> mine = new CompletableFuture<>();
    CompletableFuture<Optional<String>> theirs = underWay.putIfAbsent(key, mine);
    if (theirs != null) {
      return theirs;
    }
    try {
      background.execute(() -> {
        Optional<String> text = Optional.empty();
        try {
          text = made(key, Readable.text(paper.abstractText()));
        } catch (RuntimeException e) {
          log.warn("a summary cannot be made or kept: {}", e.getClass().getSimpleName());
        } finally {
          // first, so that whoever sees the end of this request can begin another
          underWay.remove(key);
          mine.complete(text);
        }
      });
      return mine;
    } catch (RejectedExecutionException full) {
      underWay.remove(key);
      mine.complete(Optional.empty());
      return null;
    }
  }

  private Optional<String> waited(@Nullable CompletableFuture<Optional<String>> request) {
    if (request == null) {
      return Optional.empty();
    }
    try {
      return request.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    }
  }

  /** Asks the model, checks and keeps what it says; empty where it did not answer. */
  private Optional<String> made(Key key, String abstractText) {
    if (clock.instant().isBefore(restsUntil)) {
      return Optional.empty();
    }
    String mark = key.hash().substring(0, 12);
    Future<String> call =
        calls.submit(() -> model.answer(Prompt.RULES, Prompt.data(abstractText, mark)));
    try {
      String answer = call.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      String text =
          switch (Answer.checked(answer, abstractText)) {
            case Answer.Checked.Fit fit -> fit.text();
            case Answer.Checked.Withheld withheld -> {
              log.warn(
                  "the summary of {} by {} is withheld: {}", key.paper(), name, withheld.why());
              yield "";
            }
          };
      remembered.put(key, text);
      kept.keep(key.paper(), key.hash(), name, text, clock.instant());
      return Optional.of(text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      rest("no answer within " + limit.toMillis() + " ms");
    } catch (ExecutionException e) {
      rest(why(e.getCause()));
    } finally {
      call.cancel(true);
    }
    return Optional.empty();
  }

  private void rest(String why) {
    restsUntil = clock.instant().plus(REST);
    log.warn("{} wrote no summary ({}); it is asked again in {} s", name, why, REST.toSeconds());
  }

  /** Never the endpoint's own words: they may repeat the key. */
  private static String why(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException http) {
        return "status " + http.statusCode();
      }
    }
    return failure == null ? "unknown" : failure.getClass().getSimpleName();
  }

  private static Key key(Paper paper) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(paper.abstractText().getBytes(StandardCharsets.UTF_8));
      return new Key(paper.id(), HexFormat.of().formatHex(digest, 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("summary: every Java knows SHA-256", e);
    }
  }

  /**
   * Waits until the summaries that lists have asked for are written.
   *
   * @param atMost how long
   * @return how many are not written then
   */
  public int finish(Duration atMost, Progress progress) {
    List<CompletableFuture<Optional<String>>> begun = List.copyOf(underWay.values());
    Instant deadline = clock.instant().plus(atMost);
    int done = 0;
    try {
      for (CompletableFuture<Optional<String>> request : begun) {
        progress.at("Writing summaries for the next time", done, begun.size());
        long left = clock.instant().until(deadline, ChronoUnit.MILLIS);
        Optional<String> unused = request.get(Math.max(0, left), TimeUnit.MILLISECONDS);
        done++;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // said by the number
    } finally {
      progress.over();
    }
    return underWay.size();
  }

  @Override
  public String by() {
    return "model:" + name;
  }

  /** Drops what waits and cuts off what is under way. */
  @Override
  public void close() {
    background.shutdownNow();
    calls.shutdownNow();
  }
}
