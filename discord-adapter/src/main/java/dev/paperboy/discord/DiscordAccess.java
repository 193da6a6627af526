package dev.paperboy.discord;

import dev.paperboy.chat.Address;
import java.util.List;

/** What Paperboy may do in places. */
interface DiscordAccess {
  /** What a digest needs. */
  enum Need {
    SERVER,
    VIEW,
    SEND,
    EMBED,
    HISTORY
  }

  /**
   * Something that is missing.
   *
   * @param fix a sentence that says what is missing and what mends it
   */
  record Missing(Need need, String fix) {}

  /** Knows of nothing that is missing. */
  DiscordAccess OPEN = to -> List.of();

  /**
   * What is missing to write to a place; empty where nothing is, or nothing is known. Answered from
   * memory.
   */
  List<Missing> missing(Address to);

  default boolean lacks(Address to, Need need) {
    return missing(to).stream().anyMatch(missing -> missing.need() == need);
  }
}
