package dev.paperboy.slack;

import com.slack.api.bolt.model.Bot;
import com.slack.api.bolt.model.Installer;
import com.slack.api.bolt.model.builtin.DefaultBot;
import com.slack.api.bolt.service.InstallationService;
import dev.paperboy.Secret;
import dev.paperboy.access.Installation;
import dev.paperboy.access.Installations;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The workspaces that have installed Paperboy, in its own database. Only the bot's token is kept,
 * sealed; a person's own token is never asked for and never kept.
 */
final class SlackInstallations implements InstallationService, SlackTokens {
  private final Installations installations;
  private final SlackSeal seal;
  private final InstantSource clock;
  private final BiConsumer<String, String> installed;

  /**
   * @param installed takes the workspace and the person who has just let Paperboy in
   */
  SlackInstallations(
      Installations installations,
      SlackSeal seal,
      InstantSource clock,
      BiConsumer<String, String> installed) {
    this.installations = installations;
    this.seal = seal;
    this.clock = clock;
    this.installed = installed;
  }

  @Override
  public Optional<Secret> in(String space) {
    return installations
        .find(SlackCourier.PLATFORM, space)
        .flatMap(installation -> seal.open(installation.sealed(), space));
  }

  @Override
  public void saveInstallerAndBot(Installer installer) {
    String space = space(installer.getEnterpriseId(), installer.getTeamId());
    String token = installer.getBotAccessToken();
    if (space.isEmpty() || token == null) {
      throw new IllegalArgumentException("slack: the installation holds no bot token");
    }
    installations.keep(
        new Installation(
            SlackCourier.PLATFORM,
            space,
            space,
            text(installer.getBotUserId()),
            text(installer.getBotScope()),
            text(installer.getInstallerUserId()),
            seal.seal(new Secret(token), space),
            clock.instant()));
    installed.accept(space, text(installer.getInstallerUserId()));
  }

  @Override
  public void deleteBot(Bot bot) {
    deleteAll(bot.getEnterpriseId(), bot.getTeamId());
  }

  @Override
  public void deleteInstaller(Installer installer) {
    // nothing of a person's own is kept
  }

  @Override
  public void deleteAll(@Nullable String enterpriseId, @Nullable String teamId) {
    remove(space(enterpriseId, teamId));
  }

  /** Forgets the token, and lets what is sent there rest until Paperboy is let in again. */
  void remove(String space) {
    int unused =
        installations.remove(
            SlackCourier.PLATFORM,
            space,
            "slack: Paperboy was removed from the workspace; install it again to go on",
            clock.instant());
  }

  @Override
  public @Nullable Bot findBot(@Nullable String enterpriseId, @Nullable String teamId) {
    String space = space(enterpriseId, teamId);
    return in(space).map(token -> (Bot) bot(enterpriseId, teamId, token)).orElse(null);
  }

  @Override
  public @Nullable Installer findInstaller(
      @Nullable String enterpriseId, @Nullable String teamId, @Nullable String userId) {
    return null;
  }

  @Override
  public boolean isHistoricalDataEnabled() {
    return false;
  }

  @Override
  public void setHistoricalDataEnabled(boolean isHistoricalDataEnabled) {
    // the latest installation of a workspace is the only one kept
  }

  private static DefaultBot bot(
      @Nullable String enterpriseId, @Nullable String teamId, Secret token) {
    DefaultBot bot = new DefaultBot();
    bot.setEnterpriseId(enterpriseId);
    bot.setTeamId(teamId);
    bot.setBotAccessToken(token.value());
    return bot;
  }

  private static String space(@Nullable String enterpriseId, @Nullable String teamId) {
    return teamId == null || teamId.isEmpty() ? text(enterpriseId) : teamId;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
