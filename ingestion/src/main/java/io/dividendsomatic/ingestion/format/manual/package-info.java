/** What the user states: exchange rates, as a list in YAML. */
@NullMarked
package io.dividendsomatic.ingestion.format.manual;

import org.jspecify.annotations.NullMarked;
