/** What has happened to an account. Stored forever under the names and revisions in {@code PortfolioEvents}. */
@NullMarked
package io.dividendsomatic.portfolio.events;

import org.jspecify.annotations.NullMarked;
