/** How far a long job has come. A platform shows it as it likes; the core only reports. */
@NullMarked
package dev.paperboy.progress;

import org.jspecify.annotations.NullMarked;
