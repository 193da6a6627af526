package dev.paperboy.chat;

import java.time.Instant;

/** A run of text with one look. Text is data: a renderer escapes it for its platform. */
public sealed interface Span {
  String text();

  record Plain(String text) implements Span {}

  record Strong(String text) implements Span {}

  record Emphasis(String text) implements Span {}

  record Code(String text) implements Span {}

  record Link(String text, String address) implements Span {}

  /**
   * A point in time. A platform that knows the reader's own zone may show it in that.
   *
   * @param text the same in words
   * @param isAge whether what matters is how long ago it is, as in "12 min old"
   */
  record Moment(String text, Instant at, boolean isAge) implements Span {}

  /**
   * A channel or thread. A platform may show it by its name, as a way there.
   *
   * @param text its id in words
   */
  record Place(String text, Address address) implements Span {}

  /** A part that met the query. */
  record Highlight(String text) implements Span {}
}
