/** How fast it is, beside the fastest that the same database can do. Run with the profile {@code bench}. */
@NullMarked
package io.dividendsomatic.app.bench;

import org.jspecify.annotations.NullMarked;
