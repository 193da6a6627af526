package dev.paperboy.delivery;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Message;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Speaks to a {@link FakePlatform}; finds out about open sends by its nonce, or by looking. */
public final class PlainCourier implements Courier {
  private final String platform;
  private final URI address;
  private final boolean byNonce;
  private final long gapNanos;
  private long nextTurn = System.nanoTime();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * @param perSecond how many messages it hands over in a second; 0 for as many as come
   */
  public PlainCourier(String platform, URI address, boolean byNonce, int perSecond) {
    this.platform = platform;
    this.address = address;
    this.byNonce = byNonce;
    this.gapNanos = perSecond == 0 ? 0 : 1_000_000_000L / perSecond;
  }

  @Override
  public String platform() {
    return platform;
  }

  @Override
  public Delivery deliver(Address to, Message message, DeliveryKey key) {
    HttpRequest.Builder request =
        request(to, key).POST(HttpRequest.BodyPublishers.ofString(MessageText.write(message)));
    if (byNonce) {
      request.header("X-Nonce", key.nonce());
    }
    try {
      awaitTurn();
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      return switch (answer.statusCode()) {
        case 200 -> new Delivery.Delivered(answer.body());
        case 429 -> new Delivery.TryLater(retryAfter(answer), "429", to.key(), true);
        case 500 -> new Delivery.TryLater(Duration.ZERO, "500, not taken", "", false);
        case 400 -> new Delivery.Refused(answer.body());
        default -> new Delivery.Uncertain("status " + answer.statusCode());
      };
    } catch (ConnectException e) {
      return new Delivery.TryLater(Duration.ZERO, "refused", "", false);
    } catch (IOException e) {
      return new Delivery.Uncertain("the line was cut");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Delivery.Uncertain("interrupted");
    }
  }

  @Override
  public Reconciliation reconcile(Address to, Message message, DeliveryKey key, Instant sentAt) {
    if (byNonce) {
      return switch (deliver(to, message, key)) {
        case Delivery.Delivered sent -> new Reconciliation.Found(sent.receipt());
        case Delivery.TryLater later -> new Reconciliation.LookLater(later.after(), later.why());
        case Delivery.Uncertain open -> new Reconciliation.LookLater(Duration.ZERO, open.why());
        case Delivery.Unreachable gone -> new Reconciliation.CannotLook(gone.why(), false);
        case Delivery.Refused refused -> new Reconciliation.Absent();
      };
    }
    try {
      HttpResponse<String> answer =
          client.send(request(to, key).GET().build(), BodyHandlers.ofString());
      return answer.statusCode() == 200
          ? new Reconciliation.Found(answer.body())
          : new Reconciliation.Absent();
    } catch (IOException e) {
      return new Reconciliation.LookLater(Duration.ZERO, "the line was cut");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reconciliation.LookLater(Duration.ZERO, "interrupted");
    }
  }

  @Override
  public boolean reachable(Address to) {
    return true;
  }

  private void awaitTurn() {
    long wait;
    synchronized (this) {
      long now = System.nanoTime();
      long turn = Math.max(nextTurn, now);
      nextTurn = turn + gapNanos;
      wait = turn - now;
    }
    if (wait > 0) {
      LockSupport.parkNanos(wait);
    }
  }

  private HttpRequest.Builder request(Address to, DeliveryKey key) {
    return HttpRequest.newBuilder(address)
        .timeout(Duration.ofSeconds(1))
        .header("X-To", to.place())
        .header("X-Key", key.id());
  }

  private static Duration retryAfter(HttpResponse<String> answer) {
    return Duration.ofSeconds(
        answer.headers().firstValue("Retry-After").map(Long::parseLong).orElse(1L));
  }
}
