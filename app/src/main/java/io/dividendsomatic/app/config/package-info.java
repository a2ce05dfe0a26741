/** Wiring: the event store, the processors, the home folder, and what the program may be reached at. */
@NullMarked
package io.dividendsomatic.app.config;

import org.jspecify.annotations.NullMarked;
