package dev.paperboy.catalog;

/**
 * The store could not do its work: full disk, unreadable folder, locked, corrupt, or written by a
 * newer program. The message says which in words for people; nothing was changed.
 */
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }

  public StoreFailure(String message) {
    super(message);
  }
}
