package dev.paperboy.command;

import dev.paperboy.chat.Ages;
import dev.paperboy.delivery.Outbox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deliveries in words. */
final class DeliveryTexts {
  private DeliveryTexts() {}

  /** "2026-08-12 sent, 5 papers", with the reason where it was not sent. */
  static String line(Outbox.Entry entry) {
    String why = entry.why();
    String part = entry.part() > 1 ? " part " + entry.part() : "";
    String state =
        switch (entry.state()) {
          case PENDING -> "waiting";
          case SENDING -> "being sent";
          case SENT -> "sent";
          case RETRY -> "will be tried again";
          case UNCERTAIN -> "open whether it arrived";
          case HELD -> "held: open whether it arrived, looked up again every hour";
          case DEAD -> "given up";
          case SKIPPED -> "skipped";
        };
    return entry.occasion()
        + part
        + " "
        + state
        + (entry.papers() > 0 ? ", " + Ages.count(entry.papers(), "paper") : "")
        + (entry.attempts() > 1 ? ", " + entry.attempts() + " tries" : "")
        + (why == null || why.isBlank() ? "" : ": " + why);
  }

  static List<String> tries(Outbox.Entry entry) {
    List<String> tries = new ArrayList<>();
    for (Outbox.Attempt attempt : entry.tries()) {
      String detail = attempt.detail();
      tries.add(
          attempt.number()
              + ". "
              + attempt.at()
              + " "
              + attempt.outcome()
              + (detail == null || detail.isBlank() ? "" : ": " + detail));
    }
    return tries;
  }

  static Map<String, Object> fields(Outbox.Entry entry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("occasion", entry.occasion());
    fields.put("part", entry.part());
    fields.put("state", SubscriptionTexts.lower(entry.state().name()));
    fields.put("papers", entry.papers());
    fields.put("attempts", entry.attempts());
    fields.put("why", entry.why() == null ? "" : entry.why());
    fields.put("tries", tries(entry));
    return fields;
  }
}
