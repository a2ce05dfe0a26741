/** How events are stored: their names and revisions, which are forever, and their JSON. */
@NullMarked
package io.dividendsomatic.portfolio.eventstore;

import org.jspecify.annotations.NullMarked;
