package dev.paperboy.console;

import dev.paperboy.progress.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Shows on standard error how far a long job has come, once it has taken a second. On a terminal
 * one line is drawn anew, at most ten times a second, and taken away at the end; elsewhere a plain
 * line stands at the start, at each quarter and at the end.
 */
final class ProgressBar implements Progress {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration BETWEEN = Duration.ofMillis(100);
  private static final int CELLS = 20;

  private final Output err;
  private final boolean isRedrawn;
  private final int width;
  private final InstantSource clock;

  private String job = "";
  private long done;
  private long total;
  private @Nullable Instant started;
  private @Nullable Instant drawn;
  private int quarters;

  /**
   * @param isRedrawn whether the output is a terminal that can go back on its line
   * @param width columns of that terminal
   */
  ProgressBar(Output err, boolean isRedrawn, int width, InstantSource clock) {
    this.err = err;
    this.isRedrawn = isRedrawn;
    this.width = width;
    this.clock = clock;
  }

  @Override
  public synchronized void at(String what, long nowDone, long nowTotal) {
    Instant now = clock.instant();
    if (started == null) {
      started = now;
    }
    job = TerminalText.line(what);
    done = Math.max(0, nowDone);
    total = Math.max(0, nowTotal);
    if (now.isBefore(started.plus(PATIENCE))) {
      return;
    }
    if (isRedrawn) {
      if (drawn == null || !now.isBefore(drawn.plus(BETWEEN))) {
        err.write("\r" + Flow.head(line(), width - 1) + "\u001b[K");
        drawn = now;
      }
    } else {
      quarter(now);
    }
  }

  private void quarter(Instant now) {
    int reached = Math.min(3, share(4));
    if (drawn == null) {
      err.write(job + " …\n");
    } else if (reached > quarters) {
      err.write(job + ": " + counted() + "\n");
    }
    quarters = Math.max(reached, quarters);
    drawn = now;
  }

  @Override
  public synchronized void over() {
    if (drawn != null) {
      err.write(isRedrawn ? "\r\u001b[K" : job + ": done\n");
    }
    started = null;
    drawn = null;
    quarters = 0;
  }

  private String line() {
    if (total == 0) {
      return job + (done == 0 ? " …" : " · " + InWords.grouped(done));
    }
    int filled = share(CELLS);
    return job + "  " + "━".repeat(filled) + "─".repeat(CELLS - filled) + "  " + counted();
  }

  private int share(int of) {
    return total == 0 ? 0 : (int) (of * ((double) Math.min(done, total) / total));
  }

  private String counted() {
    return InWords.grouped(done) + " of " + InWords.grouped(total);
  }
}
