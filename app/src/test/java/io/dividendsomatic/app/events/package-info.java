/** The stored form of every event. */
@NullMarked
package io.dividendsomatic.app.events;

import org.jspecify.annotations.NullMarked;
