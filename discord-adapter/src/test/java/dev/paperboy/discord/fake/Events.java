package dev.paperboy.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The way to the app for what happens. */
interface Events {
  /**
   * @param guild whose shard is told; 0 for what belongs to no server
   * @return whether anybody is there to be told, now or when the line is back
   */
  boolean dispatch(long guild, String type, ObjectNode what);
}
