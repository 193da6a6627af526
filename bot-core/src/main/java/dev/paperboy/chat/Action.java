package dev.paperboy.chat;

/**
 * A button: a command in disguise. Pressing it is typing the line.
 *
 * @param label two or three words
 * @param line a command line of the one grammar
 */
public record Action(String label, String line) {}
