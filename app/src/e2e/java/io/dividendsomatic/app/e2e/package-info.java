/** Every page as a person meets it: in a real browser, by keyboard, in light and dark, and for who cannot see it. */
@NullMarked
package io.dividendsomatic.app.e2e;

import org.jspecify.annotations.NullMarked;
