/** The Activity Statement of Client Portal: a file of many sections, in the language of the account's owner. */
@NullMarked
package io.dividendsomatic.ingestion.format.ibkr.activity;

import org.jspecify.annotations.NullMarked;
