package dev.paperboy.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a model of {@link EmbeddingModel} on ONNX Runtime. It is loaded when first needed, takes
 * some 150 to 300 MB outside the heap while it is, and is let go after ten minutes without use. All
 * of it happens on one thread of its own: native calls would hold up virtual threads.
 */
public final class OnnxEmbedder implements Embedder {
  /** Not needed for as long, the model is let go. */
  static final Duration IDLE = Duration.ofMinutes(10);

  private static final int REMEMBERED_QUESTIONS = 256;
  private static final Logger LOG = LoggerFactory.getLogger(OnnxEmbedder.class);

  private final EmbeddingModel model;
  private final InstantSource clock;
  private final ScheduledThreadPoolExecutor thread;
  private final Map<String, float[]> questions = new Remembered();

  // Of the thread alone.
  private @Nullable OnnxNetwork network;
  private Instant lastUsed = Instant.EPOCH;

  private volatile @Nullable String off;
  private volatile boolean tried;

  public OnnxEmbedder(EmbeddingModel model, InstantSource clock) {
    this.model = model;
    this.clock = clock;
    thread =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("embedding").factory());
    thread.setKeepAliveTime(1, TimeUnit.MINUTES);
    thread.setRemoveOnCancelPolicy(true);
  }

  @Override
  public String name() {
    return model.name() + "/" + EmbeddingModel.LIMIT;
  }

  @Override
  public Optional<String> off() {
    if (!tried && off == null) {
      on(() -> {
        try {
          OrtEnvironment unused = OnnxNetwork.environment();
          tried = true;
        } catch (LinkageError | RuntimeException e) {
          failed(e);
        }
        return null;
      });
    }
    return Optional.ofNullable(off);
  }

  @Override
  public Optional<float[]> question(String text) {
    return begin(text).get();
  }

  @Override
  public Supplier<Optional<float[]>> begin(String text) {
    synchronized (questions) {
      float[] known = questions.get(text);
      if (known != null) {
        return () -> Optional.of(known);
      }
    }
    if (off != null) {
      return Optional::empty;
    }
    Supplier<float @Nullable []> making = start(() -> vector(model.questionPrefix() + text));
    return () -> {
      Optional<float[]> made = Optional.ofNullable(making.get());
      made.ifPresent(vector -> {
        synchronized (questions) {
          questions.put(text, vector);
        }
      });
      return made;
    };
  }

  @Override
  public Optional<float[]> paper(String title, String text) {
    return embed(model.paperPrefix() + title + " " + text);
  }

  private Optional<float[]> embed(String text) {
    return off == null ? Optional.ofNullable(on(() -> vector(text))) : Optional.empty();
  }

  private float @Nullable [] vector(String text) {
    try {
      OnnxNetwork loaded = network;
      if (loaded == null) {
        loaded = new OnnxNetwork(model);
        network = loaded;
        tried = true;
        var unused =
            thread.scheduleWithFixedDelay(this::letGoIfIdle, IDLE.toMinutes(), 1, TimeUnit.MINUTES);
      }
      lastUsed = clock.instant();
      return loaded.embed(text);
    } catch (IOException | OrtException | LinkageError | RuntimeException e) {
      failed(e);
      return null;
    }
  }

  private void failed(Throwable why) {
    String reason = why.getMessage() == null ? why.toString() : why.getMessage();
    off = model.name() + " cannot run here (" + reason.lines().findFirst().orElse("") + ")";
    LOG.warn("embedding: searching by words alone: {}", off, why);
  }

  private void letGoIfIdle() {
    OnnxNetwork loaded = network;
    if (loaded != null && !clock.instant().isBefore(lastUsed.plus(IDLE))) {
      network = null;
      thread.getQueue().clear();
      try {
        loaded.close();
      } catch (OrtException e) {
        LOG.debug("embedding: closing the model: {}", e.toString());
      }
    }
  }

  /** Whether the model is in memory now, after what is idle was let go. */
  boolean isLoaded() {
    return Boolean.TRUE.equals(
        on(() -> {
          letGoIfIdle();
          return network != null;
        }));
  }

  private <T> @Nullable T on(Callable<T> work) {
    return start(work).get();
  }

  /** What is given waits for it; null where it failed. */
  private <T> Supplier<@Nullable T> start(Callable<? extends @Nullable T> work) {
    Future<? extends @Nullable T> started;
    try {
      started = thread.submit(work);
    } catch (RejectedExecutionException closed) {
      return () -> null;
    }
    return () -> {
      try {
        return started.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      } catch (CancellationException closed) {
        return null;
      } catch (ExecutionException e) {
        failed(e.getCause() == null ? e : e.getCause());
        return null;
      }
    };
  }

  @Override
  public void close() {
    var unused =
        on(() -> {
          OnnxNetwork loaded = network;
          network = null;
          if (loaded != null) {
            loaded.close();
          }
          return null;
        });
    thread.shutdownNow();
  }

  /** The latest questions and their vectors. */
  private static final class Remembered extends LinkedHashMap<String, float[]> {
    private static final long serialVersionUID = 1L;

    Remembered() {
      super(16, .75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
      return size() > REMEMBERED_QUESTIONS;
    }
  }
}
