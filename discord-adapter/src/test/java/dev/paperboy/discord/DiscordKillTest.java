package dev.paperboy.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperboy.chat.Address;
import dev.paperboy.delivery.CourierKillContract;
import dev.paperboy.delivery.WatchedPlatform;
import dev.paperboy.discord.fake.Channel;
import dev.paperboy.discord.fake.FakeDiscord;
import dev.paperboy.discord.fake.Fault;
import dev.paperboy.discord.fake.Guild;
import dev.paperboy.discord.fake.Posted;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Two hundred deliveries to fifty channels of a Discord that goes wrong now and then. */
class DiscordKillTest extends CourierKillContract {
  private static final int CHANNELS = 50;
  private static final int MOST_A_SECOND = 50;

  private final FakeDiscord discord = FakeDiscord.start();
  private final Guild guild = discord.guild("Lab");
  private final List<Channel> channels = new ArrayList<>();

  DiscordKillTest() {
    for (int i = 0; i < CHANNELS; i++) {
      channels.add(guild.channel("papers-" + i));
    }
    for (int i = 0; i < 4; i++) {
      discord.next(
          Fault.acceptedThenCut(Fault.POSTS).in(channels.get(i)),
          Fault.cut(Fault.POSTS).in(channels.get(4 + i)),
          Fault.badGateway(Fault.POSTS).in(channels.get(8 + i)),
          Fault.acceptedThenBadGateway(Fault.POSTS).in(channels.get(12 + i)),
          Fault.limited(Fault.POSTS, Duration.ofSeconds(1)).in(channels.get(16 + i)));
    }
  }

  @Override
  protected WatchedPlatform open() {
    return new Watched();
  }

  @Override
  protected Class<?> process() {
    return DiscordSender.class;
  }

  @Override
  protected List<Address> places() {
    return channels.stream()
        .map(channel -> Address.channel(DiscordCourier.PLATFORM, guild.id(), channel.id()))
        .toList();
  }

  private final class Watched implements WatchedPlatform {
    @Override
    public URI address() {
      return URI.create(discord.apiUrl() + "#" + discord.token());
    }

    @Override
    public void awaitAccepted(int count) throws InterruptedException {
      while (visible() < count) {
        boolean unused = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
      }
    }

    private List<Posted> messages() {
      return channels.stream().flatMap(each -> discord.messages(each).stream()).toList();
    }

    @Override
    public int visible() {
      return messages().size();
    }

    /** Each digest has words of its own. */
    @Override
    public int duplicates() {
      List<Posted> all = messages();
      return all.size() - (int) all.stream().map(Posted::content).distinct().count();
    }

    @Override
    public int early() {
      return Math.max(0, discord.mostRequestsInASecond() - MOST_A_SECOND);
    }

    @Override
    public String account() {
      return "%d requests, %d visible, %d duplicates, at most %d requests in a second, %d too fast"
          .formatted(
              discord.calls().size(),
              visible(),
              duplicates(),
              discord.mostRequestsInASecond(),
              discord.requestsTooFast());
    }

    @Override
    public void close() {
      assertThat(discord.problems()).isEmpty();
      discord.close();
    }
  }
}
