package dev.paperboy.query;

import dev.paperboy.query.Query.Word;
import java.util.ArrayList;
import java.util.List;

/** The parts between two any-ofs, all of which are meant. */
final class Sequence {
  /**
   * A part with what stood around it.
   *
   * @param bare with neither bracket nor dash around it
   */
  record Item(Query query, boolean bare) {}

  private final List<Item> items = new ArrayList<>();

  /** For each part whether a written AND touches it, so that it is required. */
  private final List<Boolean> required = new ArrayList<>();

  /**
   * @param joined whether AND is written between this part and the one before
   */
  void add(Item item, boolean joined) {
    if (joined) {
      required.set(required.size() - 1, true);
    }
    items.add(item);
    required.add(joined);
  }

  /**
   * @param free whether a bare word may be free here
   */
  Query query(boolean free) {
    List<Query> parts = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      parts.add(
          free && item.bare() && !required.get(i) && item.query() instanceof Word word
              ? new Word(word.text(), word.prefix(), true)
              : item.query());
    }
    return Trees.all(parts);
  }
}
