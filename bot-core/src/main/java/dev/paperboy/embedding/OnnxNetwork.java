package dev.paperboy.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A loaded model. For one thread at a time. */
final class OnnxNetwork implements AutoCloseable {
  private static final String TYPES = "token_type_ids";

  /** ONNX Runtime 1.29 takes the whole process down where its command line is about as long. */
  private static final int LONGEST_COMMAND_LINE = 4_000;

  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private final OrtEnvironment environment = environment();
  private final OrtSession session;
  private final WordPieces pieces;
  private final boolean meansOver;
  private final boolean wantsTypes;

  OnnxNetwork(EmbeddingModel model) throws IOException, OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // More threads than cores of a small server would only wait for each other.
      options.setIntraOpNumThreads(Math.min(2, Runtime.getRuntime().availableProcessors()));
      options.setInterOpNumThreads(1);
      // Idle threads that spin would take the processor from everything else.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      session = environment.createSession(model.network(), options);
    }
    pieces = model.pieces();
    meansOver = model.meansOver();
    wantsTypes = session.getInputNames().contains(TYPES);
  }

  /**
   * Loads the native library.
   *
   * @throws IllegalStateException where that would end the process
   */
  static OrtEnvironment environment() {
    try (InputStream in = Files.newInputStream(COMMAND_LINE)) {
      if (in.readNBytes(LONGEST_COMMAND_LINE).length == LONGEST_COMMAND_LINE) {
        throw new IllegalStateException(
            "the command line is too long for ONNX Runtime; give a long line on standard input");
      }
    } catch (IOException notLinux) {
      return OrtEnvironment.getEnvironment();
    }
    return OrtEnvironment.getEnvironment();
  }

  /** The vector of a text, of length 1. One text at a time: batches are slower on a CPU. */
  float[] embed(String text) throws OrtException {
    long[] ids = pieces.of(text, EmbeddingModel.LIMIT);
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    long[] shape = {1, ids.length};
    try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape)) {
      Map<String, OnnxTensor> inputs = new HashMap<>();
      inputs.put("input_ids", input);
      inputs.put("attention_mask", mask);
      if (wantsTypes) {
        inputs.put(TYPES, types);
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return pooled(((OnnxTensor) result.get(0)).getFloatBuffer(), ids.length);
      }
    }
  }

  private float[] pooled(FloatBuffer states, int pieceCount) {
    int size = states.remaining() / pieceCount;
    float[] vector = new float[size];
    float[] state = new float[size];
    for (int piece = 0; piece < (meansOver ? pieceCount : 1); piece++) {
      states.get(state);
      for (int i = 0; i < size; i++) {
        vector[i] += state[i];
      }
    }
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    float length = (float) Math.sqrt(square);
    for (int i = 0; i < size; i++) {
      vector[i] = length == 0 ? 0 : vector[i] / length;
    }
    return vector;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
