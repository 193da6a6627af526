package dev.paperboy.store;

import java.util.Collection;
import java.util.List;

/** What a process may take: {@code platform} or {@code platform:space}. */
final class Scopes {
  private Scopes() {}

  /** Their platforms, by which the index of open deliveries is read. */
  static List<String> platforms(Collection<String> scopes) {
    return scopes.stream()
        .map(scope -> scope.indexOf(':') < 0 ? scope : scope.substring(0, scope.indexOf(':')))
        .distinct()
        .toList();
  }
}
