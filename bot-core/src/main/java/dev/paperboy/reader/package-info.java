/** What one person keeps: saved papers, and the last list, so that #3 means something. */
@NullMarked
package dev.paperboy.reader;

import org.jspecify.annotations.NullMarked;
