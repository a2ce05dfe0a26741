/** What is owed to brokers, what it costs, and how much of the owner's money has come back. */
@NullMarked
package io.dividendsomatic.reporting.margin;

import org.jspecify.annotations.NullMarked;
