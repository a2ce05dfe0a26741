/** The view over all brokers: what everything is worth, by broker, by account, by instrument, and in all. */
@NullMarked
package io.dividendsomatic.reporting.consolidated;

import org.jspecify.annotations.NullMarked;
