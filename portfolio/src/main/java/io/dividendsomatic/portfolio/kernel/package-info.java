/** The words that every module speaks: accounts, instruments, money, files. Plain Java, no framework. */
@NullMarked
package io.dividendsomatic.portfolio.kernel;

import org.jspecify.annotations.NullMarked;
