/** What a broker can state: typed rows, and the command that hands them to an account. */
@NullMarked
package io.dividendsomatic.portfolio.statement;

import org.jspecify.annotations.NullMarked;
