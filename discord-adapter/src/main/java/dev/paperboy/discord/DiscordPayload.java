package dev.paperboy.discord;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import net.dv8tion.jda.api.utils.messages.MessageRequest;

/**
 * A message as Discord takes it. Nobody is ever mentioned by it.
 *
 * @param content at most 2,000 characters; may be empty where there are embeds
 * @param embeds at most 10, of 6,000 characters in all
 * @param rows at most 5
 * @param files what is too long to be read in a message
 */
record DiscordPayload(
    String content, List<MessageEmbed> embeds, List<ActionRow> rows, List<File> files) {
  /** A text to be attached. */
  record File(String name, String text) {
    FileUpload upload() {
      return FileUpload.fromData(text.getBytes(StandardCharsets.UTF_8), name);
    }
  }

  DiscordPayload {
    embeds = List.copyOf(embeds);
    rows = List.copyOf(rows);
    files = List.copyOf(files);
  }

  /** One that holds a few words only, from outside or not. */
  static DiscordPayload ofWords(String text) {
    String words = DiscordText.escaped(text, DiscordPage.CONTENT);
    return new DiscordPayload(words.isBlank() ? "–" : words, List.of(), List.of(), List.of());
  }

  DiscordPayload withoutButtons() {
    return new DiscordPayload(content, embeds, List.of(), files);
  }

  MessageCreateData create() {
    return filled(new MessageCreateBuilder()).build();
  }

  /** Takes the place of all that an earlier message held. */
  MessageEditData edit() {
    return filled(new MessageEditBuilder().setReplace(true)).build();
  }

  private <B extends MessageRequest<B>> B filled(B builder) {
    return builder
        .setContent(content)
        .setEmbeds(embeds)
        .setComponents(rows)
        .setFiles(files.stream().map(File::upload).toList())
        // addresses in the words of the layout "plain" would be drawn as previews
        .setSuppressEmbeds(embeds.isEmpty())
        // said each time: the SDK leaves its default out of edits
        .setAllowedMentions(EnumSet.noneOf(MentionType.class))
        .mentionRepliedUser(false);
  }
}
