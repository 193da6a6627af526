package dev.paperboy.access;

import java.time.Instant;

/**
 * One space that has let Paperboy in.
 *
 * @param platform the name of a courier
 * @param space opaque id of the server or workspace
 * @param name what its people call it
 * @param bot opaque id of Paperboy's own account there
 * @param grants what Paperboy may do there, as the platform lists it
 * @param installedBy opaque id of the person who let it in
 * @param sealed the key to it, sealed by its platform's program; never the key itself
 */
public record Installation(
    String platform,
    String space,
    String name,
    String bot,
    String grants,
    String installedBy,
    String sealed,
    Instant installedAt) {
  /** Without the key, even sealed. */
  @Override
  public String toString() {
    return platform + ":" + space + " (" + name + ")";
  }
}
