package dev.paperboy.chat;

/** Answers commands. Never throws: a problem is a message too. */
public interface CommandHandler {
  Message handle(Command command, Caller caller);
}
