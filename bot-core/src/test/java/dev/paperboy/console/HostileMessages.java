package dev.paperboy.console;

import dev.paperboy.catalog.CatalogPaper;
import dev.paperboy.chat.Action;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.chat.Message.Status;
import dev.paperboy.chat.PaperView;
import dev.paperboy.chat.Span;
import dev.paperboy.paper.Origin;
import dev.paperboy.paper.Paper;
import dev.paperboy.paper.PaperId;
import dev.paperboy.paper.Signal;
import dev.paperboy.summary.Summary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Messages full of what must not reach a reader; the same for the same seed. */
public final class HostileMessages {
  private static final List<String> PARTS =
      List.of(
          "agents ",
          "a",
          " ",
          "  ",
          "-",
          "/",
          "\n",
          "\r\n",
          "\t",
          "\u0000",
          "\u0007",
          "\b",
          "\u001b",
          "\u001b[31m",
          "\u001b[2J",
          "\u001b]0;title\u0007",
          "\u001b]8;;http://evil.example\u001b\\",
          "\u009b1m",
          "\u009d0;x\u009c",
          "\u0085",
          "\u2028",
          "\u202e",
          "\u2066",
          "\u200b",
          "\u200d",
          "\u200c",
          "\ufeff",
          "\u00ad",
          "\ud83d",
          "\ude00",
          "\uffff",
          "\udb40\udc41",
          "多模态",
          "。",
          "（",
          "한국",
          "ᄀ",
          "\u1161",
          "e\u0301",
          "\u0301",
          "\u20e3",
          "👩‍🔬",
          "👍🏽",
          "❤️",
          "🇩🇪",
          "\ud83c\udde9",
          "नि",
          "क\u094d\u200dष",
          "شي",
          "\u0600",
          "\u3000",
          "\u00a0",
          "\u2003",
          "\u3164",
          "`",
          "\"",
          "\\",
          "<b>",
          "https://example.org/a?b=c",
          "x".repeat(130),
          "界".repeat(70),
          "👩\u200d".repeat(30),
          "\u0301".repeat(40),
          "ᄀ".repeat(40));

  private final Random random;
  private final List<String> parts;

  HostileMessages(long seed) {
    this(seed, List.of());
  }

  /**
   * @param more what one platform in particular must never take for its own
   */
  public HostileMessages(long seed, List<String> more) {
    random = new Random(seed);
    parts = new ArrayList<>(PARTS);
    parts.addAll(more);
  }

  public Message message() {
    List<Block> blocks = list(6, this::block);
    Content content =
        switch (random.nextInt(4)) {
          case 0 -> new Content.Words(text(), fields(2));
          case 1 ->
              new Content.Problem(
                  text(),
                  text(),
                  random.nextBoolean() ? random.nextInt(300) - 20 : null,
                  random.nextBoolean() ? text() : null);
          default ->
              new Content.Papers(
                  list(3, this::view),
                  random.nextInt(),
                  random.nextBoolean() ? Instant.ofEpochMilli(random.nextInt()) : null,
                  random.nextBoolean() ? Origin.ARXIV : null,
                  list(2, this::text));
        };
    return new Message(oneOf(List.of(Status.values())), blocks, content);
  }

  public String text() {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(20); left > 0; left--) {
      text.append(oneOf(parts));
    }
    return text.toString();
  }

  private Block block() {
    return switch (random.nextInt(8)) {
      case 0 -> new Block.Heading(text());
      case 1 -> new Block.Text(spans());
      case 2 -> new Block.Preformatted(text());
      case 3 -> new Block.Actions(list(3, this::action));
      case 4 -> new Block.Image(address(), text());
      case 5 -> new Block.FinePrint(spans());
      default ->
          new Block.PaperCard(
              view(), random.nextInt(1_200), random.nextBoolean(), list(2, this::action));
    };
  }

  private PaperView view() {
    Paper paper =
        new Paper(
            new PaperId(random.nextBoolean() ? "2608.1091" + random.nextInt(10) : "x".repeat(40)),
            text(),
            text(),
            list(30, this::text),
            maybe(this::text),
            list(4, this::text),
            maybe(this::text),
            maybe(this::date),
            maybe(this::address),
            maybe(this::address),
            maybe(this::address),
            false);
    Signal signal =
        random.nextBoolean()
            ? Signal.NONE
            : new Signal(
                random.nextInt(), random.nextInt(3), maybe(random::nextInt), Instant.EPOCH);
    return new PaperView(
        new CatalogPaper(paper, maybe(this::date), signal, Origin.HUGGINGFACE),
        spans(),
        new Summary(
            text(), maybe(this::text), random.nextBoolean() ? "abstract" : "model:" + text()),
        spans(),
        random.nextBoolean() ? Double.NaN : random.nextGaussian(),
        list(2, this::text));
  }

  private List<Span> spans() {
    return list(
        5,
        () ->
            switch (random.nextInt(6)) {
              case 0 -> new Span.Strong(text());
              case 1 -> new Span.Emphasis(text());
              case 2 -> new Span.Code(text());
              case 3 -> new Span.Link(text(), address());
              case 4 -> new Span.Highlight(text());
              default -> new Span.Plain(text());
            });
  }

  private Map<String, Object> fields(int depth) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int left = random.nextInt(4); left > 0; left--) {
      fields.put(
          text() + left,
          switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> random.nextInt();
            case 1 -> random.nextBoolean();
            case 2 -> random.nextBoolean() ? Double.NaN : random.nextDouble();
            case 3 -> text();
            case 4 -> list(3, this::text);
            default -> fields(depth - 1);
          });
    }
    return fields;
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private Action action() {
    return new Action(text(), text());
  }

  private String address() {
    return random.nextBoolean() ? "https://example.org/" + text() : text();
  }

  private LocalDate date() {
    return LocalDate.ofEpochDay(random.nextInt(40_000) - 10_000);
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> List<T> list(int most, Supplier<T> element) {
    List<T> list = new ArrayList<>();
    for (int left = random.nextInt(most + 1); left > 0; left--) {
      list.add(element.get());
    }
    return list;
  }
}
