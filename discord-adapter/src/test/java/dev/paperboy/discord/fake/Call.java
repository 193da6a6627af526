package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One request of the app's.
 *
 * @param path without the version: {@code /channels/1/messages}; tokens are blotted out
 * @param body what it carried; a missing node where nothing
 * @param files the names of what was uploaded with it
 * @param status of the answer; 0 where the line was cut instead
 * @param code Discord's number for what was wrong; 0 where nothing was
 * @param nanos when it came, on the machine's steady clock
 */
public record Call(
    String method,
    String path,
    JsonNode body,
    List<String> files,
    int status,
    int code,
    long nanos) {
  boolean limited() {
    return !path.startsWith("/interactions/") && !path.startsWith("/webhooks/");
  }
}
