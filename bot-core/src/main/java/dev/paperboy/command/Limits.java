package dev.paperboy.command;

/**
 * How much one person, and one server or workspace, may ask for.
 *
 * @param perMinute commands of one person within a minute
 */
public record Limits(int perPerson, int perSpace, int perMinute) {
  public static final Limits USUAL = new Limits(25, 50, 20);
}
