package dev.paperboy.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.Secret;
import dev.paperboy.delivery.Permit;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.ConnectionPool;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Calls the Web API, once each. The client's own retry of cut connections is off: it would send a
 * message twice and nobody would know.
 */
final class SlackWeb {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final long MOST_BYTES = 4L * 1024 * 1024;

  private final URI api;
  private final OkHttpClient client;

  /**
   * @param api base address with a slash at its end
   * @param timeout of a whole call; shorter than the lease of a delivery
   */
  SlackWeb(URI api, Duration timeout) {
    this.api = api;
    this.client =
        new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .connectTimeout(5, TimeUnit.SECONDS)
            .readTimeout(timeout)
            .callTimeout(timeout)
            .connectionPool(new ConnectionPool(16, 1, TimeUnit.MINUTES))
            .build();
  }

  OkHttpClient client() {
    return client;
  }

  SlackAnswer call(Secret token, String method, Map<String, String> arguments) {
    return call(token, method, arguments, Permit.ALWAYS);
  }

  /**
   * As without a permit; where it does not hold when the request is about to be whole, nothing is
   * done.
   */
  SlackAnswer call(Secret token, String method, Map<String, String> arguments, Permit permit) {
    FormBody.Builder form = new FormBody.Builder();
    arguments.forEach(form::add);
    Request request =
        new Request.Builder()
            .url(api.resolve(method).toString())
            .header("Authorization", "Bearer " + token.value())
            .post(new SlackPermittedBody(form.build(), permit))
            .build();
    try (Response response = client.newCall(request).execute()) {
      return answer(response);
    } catch (IOException e) {
      return new SlackAnswer.Failed("slack: " + why(e), isNothingDone(e));
    }
  }

  /** Posts to an address that Slack gave with a command or a button. */
  SlackAnswer respond(String address, JsonNode body) {
    Request request;
    try {
      request =
          new Request.Builder()
              .url(address)
              .post(RequestBody.create(SlackJson.write(body), JSON))
              .build();
    } catch (IllegalArgumentException e) {
      return new SlackAnswer.Refused("invalid_url", "");
    }
    try (Response response = client.newCall(request).execute()) {
      String text = text(response);
      if (response.code() == 429) {
        return limited(response);
      }
      if (response.code() / 100 == 2 && SlackJson.parse(text).path("ok").asBoolean(true)) {
        return new SlackAnswer.Done(SlackJson.parse(text), "");
      }
      return new SlackAnswer.Refused(
          response.code() == 404 ? "used_url" : error(text, response.code()), "");
    } catch (IOException e) {
      return new SlackAnswer.Failed("slack: " + why(e), isNothingDone(e));
    }
  }

  private static SlackAnswer answer(Response response) throws IOException {
    String text = text(response);
    if (response.code() == 429) {
      return limited(response);
    }
    JsonNode body = SlackJson.parse(text);
    if (response.code() == 503) {
      return new SlackAnswer.Failed("slack: 503 service unavailable", true);
    }
    if (response.code() / 100 != 2 || !body.isObject()) {
      return new SlackAnswer.Failed("slack: answered " + response.code(), false);
    }
    if (body.path("ok").asBoolean(false)) {
      String scopes = response.header("x-oauth-scopes");
      return new SlackAnswer.Done(body, scopes == null ? "" : scopes);
    }
    String error = SlackJson.text(body, "error");
    return error.equals("ratelimited") || error.equals("rate_limited")
        ? limited(response)
        : new SlackAnswer.Refused(
            error.isEmpty() ? "no_error_named" : error, SlackJson.text(body, "needed"));
  }

  private static String error(String text, int code) {
    String error = SlackJson.text(SlackJson.parse(text), "error");
    return error.isEmpty() ? "http_" + code : error;
  }

  private static SlackAnswer limited(Response response) {
    String after = response.header("Retry-After");
    long seconds = 1;
    try {
      seconds = after == null ? 1 : Math.max(1, Long.parseLong(after.strip()));
    } catch (NumberFormatException e) {
      // a second will do
    }
    return new SlackAnswer.Limited(Duration.ofSeconds(Math.min(seconds, 86_400)));
  }

  private static String text(Response response) throws IOException {
    ResponseBody body = response.body();
    return body == null ? "" : response.peekBody(MOST_BYTES).string();
  }

  private static boolean isNothingDone(IOException e) {
    return e instanceof SlackPermittedBody.NotSent
        || e instanceof ConnectException
        || e instanceof UnknownHostException
        || e instanceof NoRouteToHostException
        || e instanceof SSLHandshakeException;
  }

  private static String why(IOException e) {
    String message = e.getMessage();
    return e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
