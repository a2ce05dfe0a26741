/** In which currencies everything stands, positions and money. */
@NullMarked
package io.dividendsomatic.reporting.exposure;

import org.jspecify.annotations.NullMarked;
