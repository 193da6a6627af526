package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.paper.PaperId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows the papers behind links, in messages and while they are still being written. */
final class SlackUnfurls {
  private static final int MOST = 5;

  private final SlackConversation conversation;

  SlackUnfurls(SlackConversation conversation) {
    this.conversation = conversation;
  }

  void shared(SlackWhere where, JsonNode event) {
    ObjectNode unfurls = SlackJson.object();
    for (JsonNode link : event.path("links")) {
      String address = SlackJson.text(link, "url");
      List<PaperId> ids = PaperId.findAll(SlackText.unescaped(address));
      if (ids.size() == 1 && unfurls.size() < MOST) {
        card(where, ids.get(0), address, unfurls);
      }
    }
    if (unfurls.isEmpty()) {
      return;
    }
    Map<String, String> arguments = new LinkedHashMap<>();
    String unfurlId = SlackJson.text(event, "unfurl_id");
    if (unfurlId.isEmpty()) {
      arguments.put("channel", SlackJson.text(event, "channel"));
      arguments.put("ts", SlackJson.text(event, "message_ts"));
    } else {
      // in the composer there is neither channel nor message yet
      arguments.put("unfurl_id", unfurlId);
      arguments.put("source", SlackJson.text(event, "source"));
    }
    arguments.put("unfurls", SlackJson.write(unfurls));
    SlackAnswer unused = conversation.replies().call(where.space(), "chat.unfurl", arguments);
  }

  private void card(SlackWhere where, PaperId id, String address, ObjectNode unfurls) {
    Message message = conversation.message(where, "show " + id);
    if (!(message.content() instanceof Content.Papers papers) || papers.papers().isEmpty()) {
      return;
    }
    Block.PaperCard card = new Block.PaperCard(papers.papers().get(0), 0, false, List.of());
    SlackCards cards = new SlackCards(SlackDetail.forCards()[1], new SlackButtons(line -> "help"));
    ArrayNode blocks = SlackJson.array();
    for (ObjectNode block : cards.listed(card)) {
      if (!SlackJson.text(block, "type").equals("actions")) {
        blocks.add(block);
      }
    }
    // Slack finds the link by the very bytes it sent
    unfurls.set(address, SlackJson.object().set("blocks", blocks));
  }
}
