package dev.paperboy.slack;

import dev.paperboy.Paperboy;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The desk that a real Paperboy stands behind. */
final class SlackPaperboy implements SlackDesk {
  private static final int MANY = 20_000;

  private final Paperboy paperboy;
  private final Set<String> events = bounded();
  private final Set<String> greeted = bounded();

  SlackPaperboy(Paperboy paperboy) {
    this.paperboy = paperboy;
  }

  @Override
  public Message answer(String line, Caller caller) {
    return paperboy.answer(line, caller);
  }

  @Override
  public Optional<Content.Problem> problem(String line) {
    return paperboy.problem(line);
  }

  @Override
  public Layout layout(String line, Caller caller) {
    return paperboy.layout(line).orElse(Layout.CARDS);
  }

  @Override
  public boolean isFirst(String event) {
    return events.add(event);
  }

  @Override
  public String shortened(String line) {
    return "help";
  }

  @Override
  public Optional<String> line(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  @Override
  public boolean isNew(Caller caller) {
    return greeted.add(caller.key());
  }

  @Override
  public void accessIsBack(Address to) {}

  private static Set<String> bounded() {
    return Collections.synchronizedSet(
        Collections.newSetFromMap(
            new LinkedHashMap<>() {
              private static final long serialVersionUID = 1L;

              @Override
              protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > MANY;
              }
            }));
  }
}
