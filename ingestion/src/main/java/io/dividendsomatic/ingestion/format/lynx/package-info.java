/** The tax form 9A of Lynx, as its users copy it from the PDF into a table. */
@NullMarked
package io.dividendsomatic.ingestion.format.lynx;

import org.jspecify.annotations.NullMarked;
