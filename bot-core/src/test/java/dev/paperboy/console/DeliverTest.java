package dev.paperboy.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Address;
import dev.paperboy.delivery.Delivery;
import dev.paperboy.delivery.DeliveryKey;
import dev.paperboy.delivery.Permit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DeliverTest {
  private final CannedDesk desk = new CannedDesk(Path.of("home"));
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void printsWhatIsDueOnceAndThenNothing() {
    desk.due.add(CannedDesk.today());
    assertThat(answer(out, false)).isZero();
    assertThat(seen()).contains("Trending papers", "2608.10915").doesNotContain("Nothing is due");
    assertThat(answer(out, false)).isZero();
    assertThat(seen()).endsWith("Nothing is due here.\n");
  }

  @Test
  void isOneObjectForProgramsHoweverManyAreDue() {
    desk.due.add(CannedDesk.today());
    desk.due.add(CannedDesk.today());
    answer(out, true);
    assertThat(seen().lines()).hasSize(1);
    assertThat(seen()).contains("\"text\":\"2 digests\"", "2608.10915");
  }

  @Test
  void whatNobodyReadsStaysDue() {
    desk.due.add(CannedDesk.today());
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("closed");
          }
        };
    answer(closed, false);
    assertThat(desk.due).hasSize(1);
  }

  @Test
  void theCourierSaysWhetherItWasPrinted() {
    Address me = Address.direct("terminal", "", "me");
    DeliveryKey key = new DeliveryKey("d1", 1, null);
    assertThat(
            new TerminalCourier(message -> true)
                .deliver(me, CannedDesk.today(), key, Permit.ALWAYS))
        .isEqualTo(new Delivery.Delivered("d1/1"));
    assertThat(
            new TerminalCourier(message -> false)
                .deliver(me, CannedDesk.today(), key, Permit.ALWAYS))
        .isInstanceOf(Delivery.TryLater.class);
  }

  private int answer(OutputStream stream, boolean json) {
    Look look =
        new Look(
            80, false, false, dev.paperboy.chat.Command.Layout.CARDS, LocalDate.of(2026, 8, 12));
    try (Clerk clerk =
        new Clerk(
            () -> desk,
            json,
            () -> look,
            new Output(stream),
            new Output(new ByteArrayOutputStream()),
            () -> {})) {
      return clerk.answer("deliver");
    }
  }

  private String seen() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
