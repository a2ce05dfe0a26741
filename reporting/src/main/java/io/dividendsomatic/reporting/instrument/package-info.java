/** One instrument over all brokers: what is held of it, what it brought, and since when it is owned. */
@NullMarked
package io.dividendsomatic.reporting.instrument;

import org.jspecify.annotations.NullMarked;
