/** How events are stored: their names forever, their JSON, and the stream of those that are new. */
@NullMarked
package io.dividendsomatic.portfolio.eventstore;

import org.jspecify.annotations.NullMarked;
