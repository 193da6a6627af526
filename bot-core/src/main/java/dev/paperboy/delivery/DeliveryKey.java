package dev.paperboy.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Names one message on its way, the same at each try.
 *
 * @param id of the delivery; opaque, safe to show
 * @param part 1-based
 * @param first the receipt of the first part, for the parts after it; null for the first
 */
public record DeliveryKey(String id, int part, @Nullable String first) {
  /** 22 characters that platforms take as a nonce: half the SHA-256 of the id in base64url. */
  public String nonce() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
