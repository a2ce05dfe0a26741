/** The account: what it decides when a statement is told, as pure functions behind one thin aggregate. */
@NullMarked
package io.dividendsomatic.portfolio.account;

import org.jspecify.annotations.NullMarked;
