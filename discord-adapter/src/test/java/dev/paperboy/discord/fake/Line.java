package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.Deflater;
import org.java_websocket.WebSocket;
import org.jspecify.annotations.Nullable;

/** One socket, and what goes down it: one stream of zlib over all messages where it was asked. */
final class Line {
  final WebSocket socket;
  Gateway.@Nullable Session session;
  long lastBeat;
  int beats;

  private final @Nullable Deflater deflater;
  private final Deque<Long> came = new ArrayDeque<>();

  Line(WebSocket socket, boolean compressed) {
    this.socket = socket;
    this.deflater = compressed ? new Deflater() : null;
  }

  synchronized void send(ObjectNode payload) {
    if (!socket.isOpen()) {
      return;
    }
    String text = Json.write(payload);
    if (deflater == null) {
      socket.send(text);
      return;
    }
    deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    int length;
    do {
      length = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
      packed.write(buffer, 0, length);
    } while (length == buffer.length);
    socket.send(packed.toByteArray());
  }

  /** Whether the app has sent more than a minute allows. */
  boolean sendsTooMuch(long now) {
    came.add(now);
    long minute = Duration.ofMinutes(1).toNanos();
    came.removeIf(then -> now - then > minute);
    return came.size() > Limits.GATEWAY_SENDS_A_MINUTE;
  }

  synchronized void end() {
    if (deflater != null) {
      deflater.end();
    }
  }
}
