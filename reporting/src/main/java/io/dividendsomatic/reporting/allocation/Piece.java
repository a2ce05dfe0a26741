package io.dividendsomatic.reporting.allocation;

import io.dividendsomatic.reporting.consolidated.Quality;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one account holds of one instrument, as far as it can be valued.
 *
 * @param key of its group; absent where nobody tells one
 * @param label what a person reads for the group
 * @param value in the reporting currency, negative when short
 */
record Piece(@Nullable String key, @Nullable String label, BigDecimal value, Quality quality) {}
