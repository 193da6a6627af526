package dev.paperboy.summary.model;

import dev.paperboy.paper.PaperId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps in memory; wakes those who wait for something to be kept. */
final class RecordingKeptSummaries implements KeptSummaries {
  final Map<String, String> texts = new ConcurrentHashMap<>();

  @Override
  public Optional<String> find(PaperId paper, String abstractHash, String model) {
    return Optional.ofNullable(texts.get(paper + " " + abstractHash + " " + model));
  }

  @Override
  public synchronized void keep(
      PaperId paper, String abstractHash, String model, String text, Instant at) {
    texts.put(paper + " " + abstractHash + " " + model, text);
    notifyAll();
  }

  synchronized void awaitKept(int count) throws InterruptedException {
    while (texts.size() < count) {
      wait(10_000);
    }
  }
}
