/** Who gets what, where and when, and who changed it; declares the store of that. */
@NullMarked
package dev.paperboy.subscription;

import org.jspecify.annotations.NullMarked;
