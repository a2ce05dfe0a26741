/** What files say that belongs to no account, such as the rates of a central bank: told once a file, and replaceable. */
@NullMarked
package io.dividendsomatic.portfolio.references;

import org.jspecify.annotations.NullMarked;
