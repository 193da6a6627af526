package dev.paperboy.discord.fake;

/** One way to complete what is typed. */
public record Choice(String name, String value) {}
