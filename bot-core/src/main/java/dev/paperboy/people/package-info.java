/** What is kept of one person: their settings, all of it in one piece, and none of it any more. */
@NullMarked
package dev.paperboy.people;

import org.jspecify.annotations.NullMarked;
