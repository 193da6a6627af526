package dev.paperboy.chat;

/** A run of text with one look. Text is data: a renderer escapes it for its platform. */
public sealed interface Span {
  String text();

  record Plain(String text) implements Span {}

  record Strong(String text) implements Span {}

  record Emphasis(String text) implements Span {}

  record Code(String text) implements Span {}

  record Link(String text, String address) implements Span {}

  /** A part that met the query. */
  record Highlight(String text) implements Span {}
}
