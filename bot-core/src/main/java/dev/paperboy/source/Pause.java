package dev.paperboy.source;

import java.time.Duration;

/** How waiting is done, so that a test can let time pass without sleeping. */
@FunctionalInterface
public interface Pause {
  Pause SLEEP = Thread::sleep;

  void lasting(Duration time) throws InterruptedException;
}
