/**
 * Which servers and workspaces have let Paperboy in, and by which key; declares the store of it.
 */
@NullMarked
package dev.paperboy.access;

import org.jspecify.annotations.NullMarked;
