package dev.paperboy.slack.fake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A channel, or the direct messages with one person. */
final class Channel {
  enum Kind {
    PUBLIC("channels"),
    PRIVATE("groups"),
    DIRECT("im");

    /** The word of its scopes. */
    final String scope;

    Kind(String scope) {
      this.scope = scope;
    }
  }

  final String id;
  final String name;
  final Kind kind;
  final Set<String> members = new HashSet<>();
  final List<Posted> messages = new ArrayList<>();
  boolean archived;

  Channel(String id, String name, Kind kind) {
    this.id = id;
    this.name = name;
    this.kind = kind;
  }
}
