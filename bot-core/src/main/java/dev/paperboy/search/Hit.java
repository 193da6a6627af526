package dev.paperboy.search;

import dev.paperboy.paper.PaperId;

/**
 * One paper found.
 *
 * @param score 0 to 1, the share of what any paper could reach for the same question; 0 where
 *     nothing was asked that ranks. It does not depend on the page or on the other hits.
 */
public record Hit(PaperId id, double score) {}
