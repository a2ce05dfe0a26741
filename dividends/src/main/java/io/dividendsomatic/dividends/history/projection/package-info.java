/** Fills the tables of what was told of dividends. */
@NullMarked
package io.dividendsomatic.dividends.history.projection;

import org.jspecify.annotations.NullMarked;
