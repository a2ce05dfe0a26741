/** Reports over all brokers. */
@NullMarked
package io.dividendsomatic.reporting;

import org.jspecify.annotations.NullMarked;
