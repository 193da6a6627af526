package dev.paperboy.console;

import dev.paperboy.catalog.StoreFailure;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.CommandWord;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Takes lines to the desk and writes down the answers. The desk is opened for the first line; what
 * fails unexpectedly is said politely, with the number under which the log has it.
 */
final class Clerk implements AutoCloseable {
  private static final String FAILED =
      "Something went wrong in Paperboy itself; the log has it as incident ";

  private static final String OBJECT = "{\"digests\":[";

  private final Supplier<Desk> opener;
  private final boolean json;
  private final Supplier<Look> look;
  private final Output out;
  private final Output err;
  private final Runnable progressOver;
  private @Nullable Desk desk;
  private Desk.@Nullable Closed closed;

  /**
   * @param look asked for each answer, since a window may change its width
   * @param progressOver takes away what is still shown of a job's progress
   */
  Clerk(
      Supplier<Desk> opener,
      boolean json,
      Supplier<Look> look,
      Output out,
      Output err,
      Runnable progressOver) {
    this.opener = opener;
    this.json = json;
    this.look = look;
    this.out = out;
    this.err = err;
    this.progressOver = progressOver;
  }

  /** Answers one line and returns its exit status. */
  int answer(String line) {
    try {
      Desk open = opened();
      if (line.strip().equalsIgnoreCase(CommandWord.DELIVER.word())) {
        return deliver(open);
      }
      Message message = open.answer(line);
      String text =
          json
              ? JsonRenderer.render(message) + "\n"
              : TerminalRenderer.render(message, line, look.get().with(open.layout(line)));
      progressOver.run();
      out.write(text);
      return message.status().exitStatus();
    } catch (RuntimeException | Error e) {
      return failed(e, line);
    }
  }

  /** A digest as it is printed here. */
  String digest(Message message) {
    Look plain = look.get();
    return json
        ? JsonRenderer.render(message) + "\n"
        : TerminalRenderer.render(
                message, "", message.layout() == null ? plain : plain.with(message.layout()))
            + "\n";
  }

  /** Each digest is written before the next, and before it counts as delivered. */
  private int deliver(Desk open) {
    AtomicInteger delivered = new AtomicInteger();
    try {
      open.deliver(message -> {
        progressOver.run();
        int before = delivered.getAndIncrement();
        out.write(json ? (before == 0 ? OBJECT : ",") + fields(message) : digest(message));
        return !out.isClosed();
      });
    } catch (RuntimeException | Error e) {
      if (!json || delivered.get() == 0) {
        throw e;
      }
      String why = FAILED + logged(e, CommandWord.DELIVER.word()) + ".";
      end(new Content.Problem("failure", why, null, null));
      err.write("paperboy: " + TerminalText.line(why) + "\n");
      return Message.Status.FAILED.exitStatus();
    }
    progressOver.run();
    int count = delivered.get();
    String text = count == 0 ? "Nothing is due here." : InWords.count(count, "digest");
    if (json) {
      if (count == 0) {
        out.write(OBJECT);
      }
      end(new Content.Words(text, Map.of()));
    } else if (count == 0) {
      out.write(text + "\n");
    }
    return Message.Status.ANSWERED.exitStatus();
  }

  /** One object for the one line, whatever the number of digests. */
  private void end(Content content) {
    out.write("]," + JsonRenderer.render(content).substring(1) + "\n");
  }

  private static String fields(Message digest) {
    List<String> ids = new ArrayList<>();
    List<String> headings = new ArrayList<>();
    for (Block block : digest.blocks()) {
      switch (block) {
        case Block.PaperCard card -> ids.add(card.paper().known().id().value());
        case Block.Heading heading -> headings.add(heading.text());
        default -> {}
      }
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("heading", String.join(" ", headings));
    fields.put("papers", ids);
    return JsonRenderer.render(fields);
  }

  /** The desk, opened if it was not; empty where it cannot be, and then it was said why. */
  Optional<Desk> open() {
    try {
      return Optional.of(opened());
    } catch (RuntimeException | Error e) {
      int unused = failed(e, "");
      return Optional.empty();
    }
  }

  private Desk opened() {
    if (closed != null) {
      throw closed;
    }
    if (desk == null) {
      try {
        desk = opener.get();
      } catch (Desk.Closed e) {
        closed = e;
        throw e;
      } catch (StoreFailure e) {
        closed = new Desk.Closed("store", String.valueOf(e.getMessage()), e);
        throw closed;
      }
    }
    return desk;
  }

  private int failed(Throwable fault, String line) {
    progressOver.run();
    String code = "failure";
    String why;
    if (fault instanceof Desk.Closed known) {
      code = known.code();
      why = String.valueOf(known.getMessage());
    } else {
      why = FAILED + logged(fault, line) + ".";
    }
    if (json) {
      out.write(JsonRenderer.render(new Content.Problem(code, why, null, null)) + "\n");
    }
    err.write("paperboy: " + TerminalText.line(why) + "\n");
    return Message.Status.FAILED.exitStatus();
  }

  private static String logged(Throwable fault, String line) {
    String incident =
        String.format(Locale.ROOT, "%06x", ThreadLocalRandom.current().nextInt(0x1000000));
    LoggerFactory.getLogger(Clerk.class)
        .error("incident {} at: {}", incident, Flow.head(TerminalText.line(line), 200), fault);
    return incident;
  }

  @Override
  public void close() {
    if (desk != null) {
      desk.close();
      desk = null;
    }
  }
}
