package dev.paperboy.slack;

import dev.paperboy.delivery.Permit;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A body whose last byte leaves only while there is leave to send: by then the line stands and all
 * else is written, so that nothing slow is left between the question and the request being whole.
 */
final class SlackPermittedBody extends RequestBody {
  /** The request was given up before it was whole. */
  static final class NotSent extends IOException {
    NotSent() {
      super("its lease was over before it was sent");
    }
  }

  private final RequestBody body;
  private final Permit permit;

  SlackPermittedBody(RequestBody body, Permit permit) {
    this.body = body;
    this.permit = permit;
  }

  @Override
  public @Nullable MediaType contentType() {
    return body.contentType();
  }

  @Override
  public long contentLength() throws IOException {
    return body.contentLength();
  }

  /** A second try would ask for a request of its own. */
  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    Buffer whole = new Buffer();
    body.writeTo(whole);
    if (whole.size() > 0) {
      sink.write(whole, whole.size() - 1);
      sink.flush();
    }
    if (!permit.holds()) {
      throw new NotSent();
    }
    sink.write(whole, whole.size());
  }
}
