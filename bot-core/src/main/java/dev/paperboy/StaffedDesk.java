package dev.paperboy;

import dev.paperboy.catalog.StoreFailure;
import dev.paperboy.chat.Address;
import dev.paperboy.chat.Caller;
import dev.paperboy.chat.Command.Layout;
import dev.paperboy.chat.Content;
import dev.paperboy.chat.Message;
import dev.paperboy.command.Suggestions;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk that a real Paperboy stands behind. */
final class StaffedDesk implements FrontDesk {
  private static final Logger LOG = LoggerFactory.getLogger(StaffedDesk.class);

  /** Before the id of a line that was too long; no line begins so. */
  private static final String KEPT = "\u00a7";

  private final Paperboy paperboy;
  private final String platform;
  private final InstantSource clock;

  StaffedDesk(Paperboy paperboy, String platform, InstantSource clock) {
    this.paperboy = paperboy;
    this.platform = platform;
    this.clock = clock;
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
    return paperboy
        .layout(line)
        .or(() -> Optional.ofNullable(paperboy.people().find(caller.key()).layout()))
        .orElse(Layout.CARDS);
  }

  @Override
  public boolean isFirst(String event) {
    try {
      return paperboy.inbox().firstTime(platform, event, clock.instant());
    } catch (StoreFailure e) {
      LOG.warn("{}: whether it came before is not known: {}", platform, e.getMessage());
      return true;
    }
  }

  @Override
  public String shortened(String line) {
    return KEPT + paperboy.longLines().idOf(line, clock.instant());
  }

  @Override
  public Optional<String> line(String value) {
    if (value.startsWith(KEPT)) {
      return paperboy.longLines().lineOf(value.substring(KEPT.length()), clock.instant());
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  @Override
  public boolean isNew(Caller caller) {
    return paperboy.people().welcome(caller.key(), clock.instant());
  }

  @Override
  public Optional<ZoneId> zone(Caller caller) {
    ZoneId own = paperboy.people().find(caller.key()).zone();
    return Optional.ofNullable(own == null ? caller.zone() : own);
  }

  @Override
  public Suggestions suggestions() {
    return paperboy.suggestions();
  }

  @Override
  public void accessIsBack(Address to) {
    int unused = paperboy.accessIsBack(to, platform + ": access is back");
  }

  @Override
  public void spaceIsBack(String space) {
    paperboy.installations().suspended(platform, space).forEach(this::accessIsBack);
  }

  @Override
  public void spaceIsGone(String space, String why) {
    int unused = paperboy.installations().remove(platform, space, why, clock.instant());
  }
}
