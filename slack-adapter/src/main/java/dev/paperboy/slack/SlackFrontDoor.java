package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.response.Response;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/**
 * Bolt's only middleware. It takes whatever comes, so that nothing is left without an
 * acknowledgement; only the pages of an installation are left to Bolt.
 */
final class SlackFrontDoor implements Middleware {
  private final SlackInbound inbound;

  SlackFrontDoor(SlackInbound inbound) {
    this.inbound = inbound;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Bolt declares it
  public Response apply(Request request, Response response, MiddlewareChain chain)
      throws Exception {
    RequestType type = request.getRequestType();
    if (type == RequestType.OAuthStart || type == RequestType.OAuthCallback) {
      return chain.next(request);
    }
    Optional<JsonNode> acknowledgement;
    try {
      acknowledgement =
          inbound.take(SlackHttp.payload(String.valueOf(request.getRequestBodyAsString())));
    } catch (RejectedExecutionException e) {
      return Response.builder().statusCode(503).build(); // which Bolt does not acknowledge
    }
    return acknowledgement
        .map(body ->
            Response.builder()
                .statusCode(200)
                .contentType("application/json; charset=utf-8")
                .body(SlackJson.write(body))
                .build())
        .orElseGet(Response::ok);
  }
}
