/** The bundled sample edition, for a terminal with no network and an empty store. */
@NullMarked
package dev.paperboy.source.sample;

import org.jspecify.annotations.NullMarked;
