/** The program is killed at random moments, and loses nothing. */
@NullMarked
package io.dividendsomatic.app.chaos;

import org.jspecify.annotations.NullMarked;
