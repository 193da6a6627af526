package dev.paperboy.discord.fake;

/** What Discord takes at most, by its own documentation of August 2026. */
final class Limits {
  static final int CONTENT = 2000;
  static final int EMBEDS = 10;
  static final int EMBED_CHARACTERS = 6000;
  static final int EMBED_TITLE = 256;
  static final int EMBED_DESCRIPTION = 4096;
  static final int EMBED_FIELDS = 25;
  static final int FIELD_NAME = 256;
  static final int FIELD_VALUE = 1024;
  static final int FOOTER = 2048;
  static final int AUTHOR = 256;
  static final int ADDRESS = 2048;
  static final int ROWS = 5;
  static final int BUTTONS = 5;
  static final int CUSTOM_ID = 100;
  static final int LABEL = 80;
  static final int LINK = 512;
  static final int OPTIONS = 25;
  static final int OPTION_TEXT = 100;
  static final int PLACEHOLDER = 150;
  static final int V2_COMPONENTS = 40;
  static final int V2_CHARACTERS = 4000;
  static final int MODAL_TITLE = 45;
  static final int MODAL_LABEL = 45;
  static final int MODAL_DESCRIPTION = 100;
  static final int MODAL_COMPONENTS = 5;
  static final int TEXT_INPUT = 4000;
  static final int INPUT_PLACEHOLDER = 100;
  static final int SLASH_COMMANDS = 100;
  static final int CONTEXT_COMMANDS = 15;
  static final int COMMAND_NAME = 32;
  static final int COMMAND_DESCRIPTION = 100;
  static final int COMMAND_CHARACTERS = 8000;
  static final int CHOICES = 25;
  static final int NONCE = 25;
  static final int FILES = 10;
  static final int FOLLOW_UPS_OF_A_STRANGER = 5;
  static final int REQUESTS_A_SECOND = 50;
  static final int GATEWAY_SENDS_A_MINUTE = 120;
  static final int GATEWAY_PAYLOAD = 4096;

  private Limits() {}
}
