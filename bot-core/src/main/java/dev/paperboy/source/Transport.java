package dev.paperboy.source;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One GET, whole: connection, answer, body and redirects within the agreed time and size. A
 * redirect is followed only where it stays on the host.
 */
final class Transport {
  /** An answer that arrived whole. */
  static final class Response {
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    private Response(HttpResponse<byte[]> from) {
      status = from.statusCode();
      headers = from.headers();
      body = from.body();
    }

    int status() {
      return status;
    }

    HttpHeaders headers() {
      return headers;
    }

    byte[] body() {
      return body;
    }
  }

  private static final int MOST_REDIRECTS = 3;
  private static final String USER_AGENT =
      "paperboy/"
          + Optional.ofNullable(Transport.class.getPackage().getImplementationVersion())
              .orElse("dev")
          + " (research paper digests)";

  private final String name;
  private final @Nullable String token;
  private final Limits limits;
  private final ReentrantLock making = new ReentrantLock();
  private @Nullable HttpClient client;

  Transport(String name, @Nullable String token, Limits limits) {
    this.name = name;
    this.token = token;
    this.limits = limits;
  }

  /**
   * @throws FailedTry where another try may help
   * @throws SourceFailure where it will not
   */
  Response get(URI address) throws InterruptedException {
    long end = System.nanoTime() + limits.call().toNanos();
    URI at = address;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpResponse<byte[]> response = once(at, end - System.nanoTime());
      int status = response.statusCode();
      Optional<String> location = response.headers().firstValue("Location");
      if (status < 300 || status >= 400 || status == 304 || location.isEmpty()) {
        return new Response(response);
      }
      at = sameHost(at, location.get());
    }
    throw new SourceFailure(name + ": redirects in a circle", null, false, null);
  }

  private HttpResponse<byte[]> once(URI at, long nanos) throws InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> coming =
        client().sendAsync(request(at), info -> new CappedBody(limits.bytes()));
    try {
      return coming.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw timedOut();
    } catch (ExecutionException e) {
      throw failed(e.getCause() == null ? e : e.getCause());
    } finally {
      // Ends the exchange, the body's too, where time or patience ran out; nothing where it is
      // done.
      coming.cancel(true);
    }
  }

  private HttpRequest request(URI at) {
    // On plain http the client would offer an upgrade to HTTP/2 that some servers stumble over.
    Version version = "https".equalsIgnoreCase(at.getScheme()) ? Version.HTTP_2 : Version.HTTP_1_1;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at).version(version).header("User-Agent", USER_AGENT).GET();
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }

  private RuntimeException failed(Throwable cause) {
    if (has(cause, CappedBody.TooLarge.class)) {
      return new SourceFailure(
          name + ": answer larger than " + (limits.bytes() >> 20) + " MB", null, false, null);
    }
    if (has(cause, HttpConnectTimeoutException.class) || has(cause, ConnectException.class)) {
      return FailedTry.of("no connection", cause);
    }
    if (has(cause, HttpTimeoutException.class)) {
      return timedOut();
    }
    if (has(cause, SSLException.class)) {
      return FailedTry.of("no secure connection", cause);
    }
    if (has(cause, IOException.class)) {
      return FailedTry.of("connection cut", cause);
    }
    return FailedTry.of("no answer", cause);
  }

  private FailedTry timedOut() {
    Duration call = limits.call();
    return FailedTry.timedOut(
        "no answer within "
            + (call.toMillisPart() == 0 ? call.toSeconds() + " s" : call.toMillis() + " ms"));
  }

  private static boolean has(Throwable problem, Class<? extends Throwable> kind) {
    Throwable at = problem;
    for (int depth = 0; at != null && depth < 10; depth++) {
      if (kind.isInstance(at)) {
        return true;
      }
      at = at.getCause();
    }
    return false;
  }

  private URI sameHost(URI from, String location) {
    try {
      URI to = from.resolve(location);
      boolean sameHost = from.getHost() != null && from.getHost().equalsIgnoreCase(to.getHost());
      boolean same = from.getScheme().equalsIgnoreCase(to.getScheme()) && port(from) == port(to);
      boolean upgrade = port(from) == 80 && "https".equalsIgnoreCase(to.getScheme());
      if (sameHost && (same || (upgrade && port(to) == 443))) {
        return to;
      }
    } catch (IllegalArgumentException e) {
      throw new SourceFailure(name + ": redirects to no address", null, false, e);
    }
    throw new SourceFailure(
        name + ": redirects to another host, which is not followed", null, false, null);
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
  }

  /** Made when first needed: a run that asks no source pays nothing for it. */
  private HttpClient client() {
    making.lock();
    try {
      if (client == null) {
        client =
            HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                .followRedirects(Redirect.NEVER)
                .build();
      }
      return client;
    } finally {
      making.unlock();
    }
  }
}
