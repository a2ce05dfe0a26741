package io.dividendsomatic.ingestion.format.ibkr.activity;

import io.dividendsomatic.ingestion.format.ibkr.Heading;
import io.dividendsomatic.ingestion.format.ibkr.Wording;

/**
 * What a row's reader may ask beside its own cells.
 *
 * @param heading what the statement has told of itself so far
 */
record Context(Language language, Wording wording, Survey survey, Heading heading) {
    Context(Language language, Wording wording, Survey survey) {
        this(language, wording, survey, new Heading(survey.isConsolidated()));
    }
}
