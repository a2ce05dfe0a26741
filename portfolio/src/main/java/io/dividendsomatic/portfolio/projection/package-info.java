/** What every read model has in common: it is filled from events, in generations, and can be built again. */
@NullMarked
package io.dividendsomatic.portfolio.projection;

import org.jspecify.annotations.NullMarked;
