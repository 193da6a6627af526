/** Time as people say it: the UTC date, ISO week or month of an edition. */
@NullMarked
package dev.paperboy.when;

import org.jspecify.annotations.NullMarked;
