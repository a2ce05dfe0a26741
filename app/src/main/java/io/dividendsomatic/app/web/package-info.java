/** The REST contract: thin controllers, and one form for every error. */
@NullMarked
package io.dividendsomatic.app.web;

import org.jspecify.annotations.NullMarked;
