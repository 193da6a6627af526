package dev.paperboy.slack;

import dev.paperboy.FrontDesk;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.Block;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.command.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;

/** A desk that says back what it was told, and remembers who told it. */
final class CannedDesk implements FrontDesk {
  record Said(String line, Caller caller) {}

  final BlockingQueue<Said> said = new LinkedBlockingQueue<>();
  final List<Address> back = new CopyOnWriteArrayList<>();
  final Set<String> greeted = ConcurrentHashMap.newKeySet();
  final Map<String, Message> answers = new ConcurrentHashMap<>();
  final Set<String> wrong = ConcurrentHashMap.newKeySet();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final UnaryOperator<Message> before;

  CannedDesk() {
    this(message -> message);
  }

  /**
   * @param before what happens to each answer on its way, such as a wait
   */
  CannedDesk(UnaryOperator<Message> before) {
    this.before = before;
  }

  static Message words(String text) {
    return words(text, Map.of());
  }

  static Message words(String text, Map<String, Object> fields) {
    return new Message(
        Message.Status.ANSWERED, List.of(Block.Text.of(text)), new Content.Words(text, fields));
  }

  @Override
  public Message answer(String line, Caller caller) {
    said.add(new Said(line, caller));
    return before.apply(answers.getOrDefault(line, words("You said " + line)));
  }

  @Override
  public Optional<Content.Problem> problem(String line) {
    return wrong.stream()
        .filter(line::contains)
        .findFirst()
        .map(part -> new Content.Problem("bad-query", part + " is no field", 11, "subscribe x"));
  }

  @Override
  public Layout layout(String line, Caller caller) {
    return Layout.CARDS;
  }

  @Override
  public boolean isFirst(String event) {
    return seen.add(event);
  }

  @Override
  public String shortened(String line) {
    return "kept:" + line.length();
  }

  @Override
  public Optional<String> line(String value) {
    return value.startsWith("gone:") || value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  @Override
  public boolean isNew(Caller caller) {
    return greeted.add(caller.key());
  }

  @Override
  public void accessIsBack(Address to) {
    back.add(to);
  }

  @Override
  public boolean knowsZone(Caller caller) {
    return caller.zone() != null;
  }

  @Override
  public Suggestions suggestions() {
    throw new UnsupportedOperationException("Slack completes nothing that is typed");
  }

  @Override
  public void spaceIsBack(String space) {
    throw new UnsupportedOperationException("an installation says so");
  }

  @Override
  public void spaceIsGone(String space, String why) {
    throw new UnsupportedOperationException("an installation says so");
  }
}
