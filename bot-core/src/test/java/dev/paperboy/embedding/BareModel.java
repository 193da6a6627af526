package dev.paperboy.embedding;

import ai.onnxruntime.OrtException;
import java.io.IOException;

/** The built-in model and nothing around it, to measure beside. */
public final class BareModel implements AutoCloseable {
  private final OnnxNetwork network;

  public BareModel() throws IOException {
    try {
      network = new OnnxNetwork(EmbeddingModel.MINILM);
    } catch (OrtException e) {
      throw new IOException(e);
    }
  }

  public float[] embed(String text) throws IOException {
    try {
      return network.embed(text);
    } catch (OrtException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      network.close();
    } catch (OrtException e) {
      throw new IOException(e);
    }
  }
}
