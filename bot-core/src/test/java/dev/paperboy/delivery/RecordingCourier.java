package dev.paperboy.delivery;

import dev.paperboy.chat.Address;
import dev.paperboy.chat.Message;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Takes every message and remembers it, or answers what it is told to. */
public final class RecordingCourier implements Courier {
  /** A message that was taken. */
  public record Sent(Address to, Message message, DeliveryKey key, Instant at) {}

  private final String platform;
  private final InstantSource clock;
  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private volatile @Nullable Delivery answer;

  public RecordingCourier(String platform, InstantSource clock) {
    this.platform = platform;
    this.clock = clock;
  }

  /** What every hand-over comes to from now on; null for taken. */
  public void answer(@Nullable Delivery with) {
    answer = with;
  }

  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  @Override
  public String platform() {
    return platform;
  }

  @Override
  public Delivery deliver(Address to, Message message, DeliveryKey key, Permit permit) {
    Delivery told = answer;
    if (told != null) {
      return told;
    }
    sent.add(new Sent(to, message, key, clock.instant()));
    return new Delivery.Delivered("message " + sent.size());
  }

  @Override
  public Reconciliation reconcile(
      Address to, Message message, DeliveryKey key, Instant sentAt, Permit permit) {
    return sent.stream()
        .filter(each -> each.key().id().equals(key.id()))
        .findFirst()
        .<Reconciliation>map(each -> new Reconciliation.Found("message of " + each.key().id()))
        .orElseGet(Reconciliation.Absent::new);
  }

  @Override
  public boolean reachable(Address to) {
    return answer == null;
  }
}
