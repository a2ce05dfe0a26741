/** Tests of the home folder and of what the program may be reached at. */
@NullMarked
package io.dividendsomatic.app.config;

import org.jspecify.annotations.NullMarked;
