package dev.paperboy.store;

import dev.paperboy.chat.LongLines;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Long lines in a database, each under the beginning of its hash. */
final class JdbiLongLines implements LongLines {
  /** 96 bits: 16 characters. */
  private static final int BYTES = 12;

  private final Database database;

  JdbiLongLines(Database database) {
    this.database = database;
  }

  @Override
  public String idOf(String line, Instant now) {
    String id = hash(line);
    database.write(handle ->
        handle
            .createUpdate(SqlInbound.KEEP_LINE)
            .bind("id", id)
            .bind("line", line)
            .bind("now", now.toEpochMilli())
            .execute());
    return id;
  }

  private static String hash(String line) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public Optional<String> lineOf(String id, Instant now) {
    return database.read(handle ->
        handle
            .createQuery(SqlInbound.LINE)
            .bind("id", id)
            .bind("since", now.minus(KEPT).toEpochMilli())
            .mapTo(String.class)
            .findOne());
  }
}
