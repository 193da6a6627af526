package dev.paperboy;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.command.Suggestions;
import java.time.ZoneId;
import java.util.Optional;

/** What the program of a platform asks of Paperboy. Used by many threads. */
public interface FrontDesk {
  /** Answers a line of the grammar; a problem is an answer too. */
  Message answer(String line, Caller caller);

  /** What is wrong with a line, found out without doing anything. */
  Optional<Content.Problem> problem(String line);

  /** The layout for the answer to a line: what the line asks for, else the person's own. */
  Layout layout(String line, Caller caller);

  /** Whether something that a platform may deliver twice is seen for the first time. */
  boolean isFirst(String event);

  /** Keeps a line that is too long for a button, and gives one of 17 characters for it. */
  String shortened(String line);

  /** The line behind a button; empty where it was kept too long ago. */
  Optional<String> line(String value);

  /** Whether the person is here for the first time; true once. */
  boolean isNew(Caller caller);

  /** The person's time zone: what they set, else what the platform knows; empty for neither. */
  default Optional<ZoneId> zone(Caller caller) {
    return Optional.ofNullable(caller.zone());
  }

  /** Whether the person's time zone is known. */
  default boolean knowsZone(Caller caller) {
    return zone(caller).isPresent();
  }

  /** What may be meant by what is being typed. */
  Suggestions suggestions();

  /** A place can be written to again: what was suspended there resumes. */
  void accessIsBack(Address to);

  /** A space let Paperboy in again: what was suspended there resumes. */
  void spaceIsBack(String space);

  /** A space has sent Paperboy away: what goes there is suspended, and kept. */
  void spaceIsGone(String space, String why);
}
