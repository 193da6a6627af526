package dev.paperboy.store;

import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Where a PostgreSQL database is, and who asks there. Printed without the password.
 *
 * @param url {@code jdbc:postgresql://host:port/database}, with the driver's own options after it
 * @param user null where the address names the user, or the system's does
 * @param password null where none is needed, or the address holds it
 */
public record DatabaseAddress(String url, @Nullable String user, @Nullable String password) {
  private static final String BEGINNING = "jdbc:postgresql:";

  /**
   * @throws IllegalArgumentException where it is no address of a PostgreSQL database; the message
   *     holds nothing of it, because it may hold a password
   */
  public DatabaseAddress {
    if (!url.startsWith(BEGINNING) || Driver.parseURL(url, null) == null) {
      throw new IllegalArgumentException("no address such as jdbc:postgresql://localhost/paperboy");
    }
  }

  /** The server and the database, for people. */
  public String place() {
    Properties parts = parts();
    String hosts = PGProperty.PG_HOST.getOrDefault(parts);
    String ports = PGProperty.PG_PORT.getOrDefault(parts);
    return "PostgreSQL at "
        + (hosts == null ? "localhost" : hosts)
        + (ports == null || ports.equals("5432") ? "" : ":" + ports)
        + ", database "
        + Optional.ofNullable(PGProperty.PG_DBNAME.getOrDefault(parts)).orElse("postgres");
  }

  /** Who asks: as said, or as the address says; null where the driver decides. */
  @Nullable String asks() {
    return user == null ? PGProperty.USER.getOrDefault(parts()) : user;
  }

  private Properties parts() {
    Properties parts = Driver.parseURL(url, null);
    return parts == null ? new Properties() : parts;
  }

  @Override
  public String toString() {
    return place();
  }
}
