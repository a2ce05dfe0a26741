/** The pages that a person sees: rendered here, without scripts and without anything from elsewhere. */
@NullMarked
package io.dividendsomatic.app.dashboard;

import org.jspecify.annotations.NullMarked;
