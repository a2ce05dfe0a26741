package io.dividendsomatic.ingestion.format.ecb;

import io.dividendsomatic.ingestion.format.Document;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.StatementFormat;

/**
 * Euro foreign exchange reference rates as the European Central Bank publishes them, of one day, 90 days or since 1999.
 * They belong to no account.
 */
public final class EcbRates implements StatementFormat {

    @Override
    public String name() {
        return "ecb-fx-rates";
    }

    @Override
    public int parserVersion() {
        return 1;
    }

    @Override
    public int precedence() {
        return 10;
    }

    @Override
    public Recognition recognise(Document document) {
        if (document.isXml()) {
            return EcbXml.recognise(document.text());
        }
        return document.isTable() ? EcbTable.recognise(document.table(dialect())) : Recognition.NO;
    }

    @Override
    public Reading read(Document document) {
        return document.isXml() ? EcbXml.read(document.text()) : EcbTable.read(document.table(dialect()));
    }
}
