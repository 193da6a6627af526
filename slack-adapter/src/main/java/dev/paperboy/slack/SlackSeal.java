package dev.paperboy.slack;

import dev.paperboy.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals tokens at rest with AES-256-GCM. A sealed token belongs to its workspace: in the row of
 * another it cannot be opened. The first key seals; all of them open, so that keys can be changed.
 */
final class SlackSeal {
  private static final int ID = 4;
  private static final int IV = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final Map<Integer, SecretKeySpec> keys = new LinkedHashMap<>();
  private final int sealing;

  /**
   * @param keys each 32 bytes in base64, the one that seals first
   */
  SlackSeal(List<Secret> keys) {
    int first = 0;
    for (Secret key : keys) {
      byte[] bytes = Base64.getDecoder().decode(key.value());
      int id = id(bytes);
      first = this.keys.isEmpty() ? id : first;
      this.keys.put(id, new SecretKeySpec(bytes, "AES"));
    }
    this.sealing = first;
  }

  String seal(Secret token, String space) {
    byte[] iv = new byte[IV];
    random.nextBytes(iv);
    byte[] sealed =
        run(Cipher.ENCRYPT_MODE, sealing, iv, space, token.value().getBytes(StandardCharsets.UTF_8))
            .orElseThrow(() -> new IllegalStateException("the key cannot seal"));
    return Base64.getEncoder()
        .encodeToString(
            ByteBuffer.allocate(ID + IV + sealed.length)
                .putInt(sealing)
                .put(iv)
                .put(sealed)
                .array());
  }

  /** Empty where it was sealed by a key that is not here, for another workspace, or is damaged. */
  Optional<Secret> open(String sealed, String space) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(sealed);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length <= ID + IV) {
      return Optional.empty();
    }
    int id = ByteBuffer.wrap(bytes).getInt();
    byte[] iv = Arrays.copyOfRange(bytes, ID, ID + IV);
    return run(Cipher.DECRYPT_MODE, id, iv, space, Arrays.copyOfRange(bytes, ID + IV, bytes.length))
        .map(token -> new Secret(new String(token, StandardCharsets.UTF_8)));
  }

  private Optional<byte[]> run(int mode, int id, byte[] iv, String space, byte[] input) {
    SecretKeySpec key = keys.get(id);
    if (key == null) {
      return Optional.empty();
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
      cipher.updateAAD((id + ":slack:" + space).getBytes(StandardCharsets.UTF_8));
      return Optional.of(cipher.doFinal(input));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static int id(byte[] key) {
    try {
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key)).getInt();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
