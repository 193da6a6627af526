package dev.paperboy.delivery;

import java.net.URI;

/** A platform on which a test can see what people see. */
public interface WatchedPlatform extends AutoCloseable {
  /** What a sending process is told of it. */
  URI address();

  /** Waits until so many messages were taken, answered or not. */
  void awaitAccepted(int count) throws InterruptedException;

  /** How many messages people see. */
  int visible();

  /** How many they see that they had seen before. */
  int duplicates();

  /** How many tries came before the platform had said, or faster than it allows. */
  int early();

  /** What it did, in words for people. */
  String account();

  @Override
  void close();
}
