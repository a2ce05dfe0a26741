/** Tables of any broker, read as a mapping describes them: a YAML file in words, and no code. */
@NullMarked
package io.dividendsomatic.ingestion.format.generic;

import org.jspecify.annotations.NullMarked;
