package dev.paperboy.embedding;

/**
 * A vector in small numbers: value i is {@code values[i] * scale}. It is a quarter of the size of
 * the floats it was made of, and ranks as they do.
 *
 * @param values not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // thousands are held: no copies, never compared
public record Vector(byte[] values, float scale) {
  private static final int LARGEST = 127;

  public static Vector of(float[] floats) {
    float most = 0;
    for (float value : floats) {
      most = Math.max(most, Math.abs(value));
    }
    float scale = most == 0 ? 1 : most / LARGEST;
    byte[] values = new byte[floats.length];
    for (int i = 0; i < floats.length; i++) {
      values[i] = (byte) Math.round(floats[i] / scale);
    }
    return new Vector(values, scale);
  }

  /** As floats again, of length 1. */
  public float[] floats() {
    float[] floats = new float[values.length];
    double square = 0;
    for (byte value : values) {
      square += value * value;
    }
    float length = (float) Math.sqrt(square);
    for (int i = 0; i < floats.length; i++) {
      floats[i] = length == 0 ? 0 : values[i] / length;
    }
    return floats;
  }
}
