/** The read model of what accounts were worth, on both databases. */
@NullMarked
package io.dividendsomatic.app.consolidation;

import org.jspecify.annotations.NullMarked;
