package dev.paperboy.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.paperboy.Secret;
import dev.paperboy.delivery.Permit;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import net.dv8tion.jda.api.requests.RestConfig;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The calls that deliver. They do not go through the SDK, which waits and tries again unseen: here
 * each call is one request, sent at once or not at all, and what came of it is told.
 */
final class DiscordWeb {
  /** Of Discord's 50 requests a second, some are left to the SDK. */
  static final int PER_SECOND = 45;

  private static final int MOST_BYTES = 4 << 20;
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private final URI api;
  private final Secret token;
  private final OkHttpClient client;
  private final DiscordTurns turns = new DiscordTurns(PER_SECOND, System::nanoTime);

  /**
   * @param api base address, with a slash at its end
   * @param timeout of a whole call
   */
  DiscordWeb(URI api, Secret token, Duration timeout) {
    this.api = api;
    this.token = token;
    client =
        new OkHttpClient.Builder()
            .callTimeout(timeout)
            // else a POST whose connection is cut would be sent again, unseen
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .build();
  }

  DiscordAnswer get(String path) {
    return call(request(path).get().build());
  }

  /**
   * @param permit asked when all but the last byte is written; where it does not hold, the request
   *     stays unfinished and Discord does nothing
   */
  DiscordAnswer post(String path, String json, Permit permit) {
    return call(request(path).post(new Permitted(RequestBody.create(json, JSON), permit)).build());
  }

  private Request.Builder request(String path) {
    return new Request.Builder()
        .url(api.resolve(path).toString())
        .header("Authorization", "Bot " + token.value())
        .header("User-Agent", RestConfig.USER_AGENT + " paperboy");
  }

  private DiscordAnswer call(Request request) {
    try {
      turns.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new DiscordAnswer.Failed("discord: Paperboy is stopping", true);
    }
    try (Response response = client.newCall(request).execute()) {
      return answer(response);
    } catch (Permitted.Ended e) {
      return new DiscordAnswer.Withheld();
    } catch (IOException e) {
      return new DiscordAnswer.Failed("discord: " + why(e), isNothingDone(e));
    } finally {
      turns.over();
    }
  }

  private static DiscordAnswer answer(Response response) throws IOException {
    JsonNode body = DiscordJson.parse(response.peekBody(MOST_BYTES).string());
    int status = response.code();
    if (status == 429) {
      // without a body of Discord's it is what stands before it, and means every route
      boolean everything = !body.isObject() || body.path("global").asBoolean(false);
      return new DiscordAnswer.Limited(after(response, body, Duration.ofSeconds(1)), everything);
    }
    if (status / 100 == 2) {
      boolean empty = "0".equals(response.header("X-RateLimit-Remaining"));
      return new DiscordAnswer.Done(
          body, empty ? seconds(response.header("X-RateLimit-Reset-After")) : Duration.ZERO);
    }
    if (status / 100 == 4) {
      return new DiscordAnswer.Refused(
          status,
          body.path("code").asInt(0),
          DiscordJson.text(body, "message"),
          after(response, body, Duration.ZERO));
    }
    return new DiscordAnswer.Failed("discord: answered " + status, false);
  }

  private static Duration after(Response response, JsonNode body, Duration least) {
    Duration said = seconds(response.header("Retry-After"));
    Duration finer = seconds(DiscordJson.text(body, "retry_after"));
    Duration longer = said.compareTo(finer) > 0 ? said : finer;
    return longer.compareTo(least) > 0 ? longer : least;
  }

  private static Duration seconds(@Nullable String text) {
    try {
      double seconds = text == null || text.isBlank() ? 0 : Double.parseDouble(text.strip());
      return Duration.ofMillis((long) Math.ceil(1_000 * Math.clamp(seconds, 0, 86_400)));
    } catch (NumberFormatException e) {
      return Duration.ZERO;
    }
  }

  private static boolean isNothingDone(IOException e) {
    return e instanceof ConnectException
        || e instanceof UnknownHostException
        || e instanceof NoRouteToHostException
        || e instanceof SSLHandshakeException;
  }

  private static String why(IOException e) {
    String message = e.getMessage();
    return e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  /** A body whose last byte leaves only while a permit holds. */
  private static final class Permitted extends RequestBody {
    /** It held no more. */
    static final class Ended extends IOException {
      private static final long serialVersionUID = 1L;
    }

    private final RequestBody body;
    private final Permit permit;

    Permitted(RequestBody body, Permit permit) {
      this.body = body;
      this.permit = permit;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      okio.Buffer whole = new okio.Buffer();
      body.writeTo(whole);
      sink.write(whole, whole.size() - 1);
      sink.flush();
      if (!permit.holds()) {
        throw new Ended();
      }
      sink.write(whole, 1);
    }
  }
}
