/** The pages that a person sees: rendered here from the queries that REST answers, with nothing from elsewhere. */
@NullMarked
package io.dividendsomatic.app.dashboard;

import org.jspecify.annotations.NullMarked;
