/** Payments that look wrong: seven checks, each finding with its rows. Pure; nothing is changed or left out for them. */
@NullMarked
package io.dividendsomatic.dividends.checks;

import org.jspecify.annotations.NullMarked;
