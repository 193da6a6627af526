package dev.paperboy.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * A message as Slack takes it.
 *
 * @param text the whole of it in words: what notifications and screen readers use
 * @param blocks at most 50, or 100 in a view
 */
record SlackPayload(String text, ArrayNode blocks) {
  static SlackPayload ofWords(String text) {
    return new SlackPayload(
        text, SlackJson.array().add(SlackBlocks.section(text.isBlank() ? "–" : text)));
  }

  String blocksAsText() {
    return SlackJson.write(blocks);
  }
}
