package dev.paperboy.command;

import dev.paperboy.chat.Message;
import java.util.List;

/** Delivers what is due to the one who asks, now: the terminal's own courier. */
@FunctionalInterface
public interface Mail {
  /** Where nothing is delivered on demand: a platform delivers by itself. */
  Mail NONE = List::of;

  /** What was due, each message once. */
  List<Message> due();
}
