package io.dividendsomatic.ingestion.format.ecb;

import io.dividendsomatic.ingestion.format.CsvTable;
import io.dividendsomatic.ingestion.format.Document;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.StatementFormat;
import java.util.stream.Stream;

/**
 * Euro foreign exchange reference rates as the European Central Bank publishes them: of one day, 90 days or since 1999, or
 * as series of its data portal. They belong to no account.
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
        if (!document.isTable()) {
            return Recognition.NO;
        }
        CsvTable table = document.table(dialect());
        return Stream.of(EcbTable.recognise(table), EcbColumns.recognise(table), EcbSeries.recognise(table))
                .filter(recognition -> !recognition.equals(Recognition.NO))
                .findFirst()
                .orElse(Recognition.NO);
    }

    @Override
    public Reading read(Document document) {
        if (document.isXml()) {
            return EcbXml.read(document.text());
        }
        CsvTable table = document.table(dialect());
        if (EcbTable.recognise(table).equals(Recognition.YES)) {
            return EcbTable.read(table);
        }
        return EcbColumns.recognise(table).equals(Recognition.YES) ? EcbColumns.read(table) : EcbSeries.read(table);
    }
}
