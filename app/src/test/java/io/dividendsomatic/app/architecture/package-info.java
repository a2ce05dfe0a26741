/** The rules of the house, checked on the compiled classes. */
@NullMarked
package io.dividendsomatic.app.architecture;

import org.jspecify.annotations.NullMarked;
