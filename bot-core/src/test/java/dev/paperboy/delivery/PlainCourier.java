package dev.paperboy.delivery;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Speaks to a {@link FakePlatform}; finds out about open sends by its nonce, or by looking. */
public final class PlainCourier implements Courier {
  private static final int PATIENCE_MILLIS = 1_000;

  private final String platform;
  private final URI address;
  private final boolean byNonce;
  private final Pace pace;

  public PlainCourier(String platform, URI address, boolean byNonce, Pace pace) {
    this.platform = platform;
    this.address = address;
    this.byNonce = byNonce;
    this.pace = pace;
  }

  @Override
  public String platform() {
    return platform;
  }

  @Override
  public Pace pace() {
    return pace;
  }

  @Override
  public Delivery deliver(Address to, Message message, DeliveryKey key, Permit permit) {
    byte[] body = MessageText.write(message).getBytes(StandardCharsets.UTF_8);
    try {
      HttpURLConnection connection = open(to, key);
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      // with a length said before nothing is repeated behind our back
      connection.setFixedLengthStreamingMode(body.length);
      if (byNonce) {
        connection.setRequestProperty("X-Nonce", key.nonce());
      }
      OutputStream out = connection.getOutputStream();
      out.write(body, 0, body.length - 1);
      out.flush();
      if (!permit.holds()) {
        connection.disconnect();
        return new Delivery.Withheld();
      }
      out.write(body, body.length - 1, 1);
      out.flush();
      return switch (connection.getResponseCode()) {
        case 200 -> new Delivery.Delivered(text(connection.getInputStream()));
        case 429 -> new Delivery.TryLater(retryAfter(connection), "429", to.key(), true);
        case 500 -> new Delivery.TryLater(Duration.ZERO, "500, not taken", "", false);
        case 400 -> new Delivery.Refused(text(connection.getErrorStream()));
        default -> new Delivery.Uncertain("status " + connection.getResponseCode());
      };
    } catch (ConnectException e) {
      return new Delivery.TryLater(Duration.ZERO, "refused", "", false);
    } catch (IOException e) {
      return new Delivery.Uncertain("the line was cut");
    }
  }

  @Override
  public Reconciliation reconcile(
      Address to, Message message, DeliveryKey key, Instant sentAt, Permit permit) {
    if (byNonce) {
      return switch (deliver(to, message, key, permit)) {
        case Delivery.Delivered sent -> new Reconciliation.Found(sent.receipt());
        case Delivery.TryLater later -> new Reconciliation.LookLater(later.after(), later.why());
        case Delivery.Uncertain open -> new Reconciliation.LookLater(Duration.ZERO, open.why());
        case Delivery.Withheld unsent -> new Reconciliation.LookLater(Duration.ZERO, "too late");
        case Delivery.Unreachable gone -> new Reconciliation.CannotLook(gone.why(), false);
        case Delivery.Refused refused -> new Reconciliation.Absent();
      };
    }
    try {
      HttpURLConnection connection = open(to, key);
      return connection.getResponseCode() == 200
          ? new Reconciliation.Found(text(connection.getInputStream()))
          : new Reconciliation.Absent();
    } catch (IOException e) {
      return new Reconciliation.LookLater(Duration.ZERO, "the line was cut");
    }
  }

  @Override
  public boolean reachable(Address to) {
    return true;
  }

  private HttpURLConnection open(Address to, DeliveryKey key) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    connection.setRequestProperty("X-To", to.place());
    connection.setRequestProperty("X-Key", key.id());
    return connection;
  }

  private static String text(InputStream stream) throws IOException {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Duration retryAfter(HttpURLConnection answer) {
    return Duration.ofSeconds(Math.max(1, answer.getHeaderFieldInt("Retry-After", 1)));
  }
}
