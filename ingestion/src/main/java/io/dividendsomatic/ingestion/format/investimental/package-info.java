/** The order log of Investimental (Bucharest): each change of each order, among them its executions. */
@NullMarked
package io.dividendsomatic.ingestion.format.investimental;

import org.jspecify.annotations.NullMarked;
