package dev.paperboy.access;

import dev.paperboy.chat.Address;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store of installations. Throws {@code StoreFailure}. */
public interface Installations {
  /** Keeps it, in place of an earlier one of the same space. */
  void keep(Installation installation);

  Optional<Installation> find(String platform, String space);

  /** By space. */
  List<Installation> on(String platform);

  /**
   * Forgets a space's key and suspends what is sent there, in one transaction. What was set up
   * stays, so that it can go on when the space lets Paperboy in again.
   *
   * @return how many subscriptions were suspended
   */
  int remove(String platform, String space, String why, Instant now);

  /** Where the suspended subscriptions of a space go, each once. */
  List<Address> suspended(String platform, String space);
}
