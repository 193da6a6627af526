package dev.paperboy.slack.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One method of the Web API. Throws {@link ApiError} for an {@code ok:false}. */
interface Method {
  /** Called with the lock of the world held. */
  ObjectNode answer(Workspace workspace, Args args);
}
