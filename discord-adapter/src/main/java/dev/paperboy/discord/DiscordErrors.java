package dev.paperboy.discord;

import java.util.Map;
import java.util.Set;

/** What the error codes of sending a message mean for a delivery. */
final class DiscordErrors {
  /** What an error asks for. */
  enum Meaning {
    /** The place or person cannot be written to until something changes there. */
    PLACE,
    /** The message is not taken in this form: a fault of ours. */
    PAYLOAD,
    /** The message is not taken for what it says. */
    CONTENT,
    /** Not here at this pace. */
    SLOWER,
    /** Conversations are being opened faster than Discord likes. */
    OPENING,
    /** The token is no longer Discord's: nothing at all can be sent. */
    TOKEN,
    /** It was sent before, and somebody deleted it. */
    DELETED,
    /** Nothing was done; later it may work. */
    LATER
  }

  static final int NOT_A_TEXT_CHANNEL = 50_008;
  static final int MISSING_PERMISSION = 50_013;

  private static final int DELETED = 10_008;
  private static final int OPENING_TOO_FAST = 40_003;

  private static final Map<Integer, String> PLACES =
      Map.ofEntries(
          Map.entry(10_003, "the channel is gone; create the digest again in another one"),
          Map.entry(10_004, "Paperboy is no longer in the server; invite it again"),
          Map.entry(10_013, "the person's account is gone"),
          Map.entry(20_001, "bots get no direct messages"),
          Map.entry(40_067, "the forum asks for a tag on each post; switch that off there"),
          Map.entry(
              50_001,
              "Paperboy cannot see the channel; allow it View Channel under Edit Channel →"
                  + " Permissions"),
          Map.entry(
              50_007,
              "the person's direct messages are closed to Paperboy; they open them under the"
                  + " server's Privacy Settings → Direct Messages, or by unblocking Paperboy"),
          Map.entry(NOT_A_TEXT_CHANNEL, "that channel takes no messages; choose a text channel"),
          Map.entry(50_009, "the server's verification level keeps Paperboy from writing there"),
          Map.entry(
              MISSING_PERMISSION,
              "Paperboy may not write there; allow it Send Messages and Embed Links under Edit"
                  + " Channel → Permissions"),
          Map.entry(50_024, "that channel takes no messages; choose a text channel"),
          Map.entry(50_033, "the person cannot be written to"),
          Map.entry(50_083, "the thread is archived; open it again"),
          Map.entry(
              50_278,
              "Paperboy and the person share no server any more; invite it to one with them"),
          Map.entry(160_005, "the thread is locked; unlock it or allow Paperboy Manage Threads"));

  private static final Set<Integer> PAYLOAD =
      Set.of(40_005, 50_006, 50_035, 50_045, 50_046, 50_080, 50_081, 50_109);
  private static final Set<Integer> CONTENT = Set.of(20_009, 200_000, 200_001, 240_000);
  private static final Set<Integer> SLOWER = Set.of(20_016, 20_022, 20_028, 20_029, 40_062);
  private static final Set<Integer> TOKEN = Set.of(40_001, 40_002, 50_014);
  private static final Set<Integer> LATER = Set.of(40_004, 130_000);

  private DiscordErrors() {}

  static Meaning of(DiscordAnswer.Refused refused) {
    int code = refused.code();
    if (PLACES.containsKey(code)) {
      return Meaning.PLACE;
    }
    if (PAYLOAD.contains(code)) {
      return Meaning.PAYLOAD;
    }
    if (CONTENT.contains(code)) {
      return Meaning.CONTENT;
    }
    if (SLOWER.contains(code)) {
      return Meaning.SLOWER;
    }
    if (refused.status() == 401 || TOKEN.contains(code)) {
      return Meaning.TOKEN;
    }
    if (LATER.contains(code)) {
      return Meaning.LATER;
    }
    return switch (code) {
      case OPENING_TOO_FAST -> Meaning.OPENING;
      case DELETED -> Meaning.DELETED;
      default -> byStatus(refused.status());
    };
  }

  private static Meaning byStatus(int status) {
    return switch (status) {
      case 403, 404 -> Meaning.PLACE;
      case 400, 413 -> Meaning.PAYLOAD;
      default -> Meaning.LATER;
    };
  }

  /** A sentence for people, with what to do where something can be done. */
  static String inWords(DiscordAnswer.Refused refused) {
    String place = PLACES.get(refused.code());
    String words =
        place != null
            ? place
            : of(refused) == Meaning.TOKEN
                ? "the bot's token is no longer valid; set DISCORD_TOKEN to a new one and restart"
                : DiscordText.plain(refused.message(), 200);
    return "discord: "
        + (words.isBlank() ? "refused" : words)
        + " ("
        + (refused.code() == 0 ? refused.status() : refused.code())
        + ")";
  }
}
