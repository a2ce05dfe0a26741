/** A mail server on loopback, and everything that can go wrong between it and the intake. */
@NullMarked
package io.dividendsomatic.ingestion.source.mail;

import org.jspecify.annotations.NullMarked;
