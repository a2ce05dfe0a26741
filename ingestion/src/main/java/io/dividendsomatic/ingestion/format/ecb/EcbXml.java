package io.dividendsomatic.ingestion.format.ecb;

import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.CsvRow;
import io.dividendsomatic.ingestion.format.DateStyle;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.Recognition;
import io.dividendsomatic.ingestion.format.RefusedRow;
import io.dividendsomatic.ingestion.format.SafeXml;
import io.dividendsomatic.ingestion.format.SourceText;
import io.dividendsomatic.ingestion.format.Verdicts;
import io.dividendsomatic.ingestion.format.XmlElement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code eurofxref-daily.xml}, {@code -hist-90d.xml} and {@code -hist.xml}: in a {@code gesmes:Envelope} a {@code Cube}
 * with its {@code time} for each day, and in it one with {@code currency} and {@code rate} for each rate.
 */
final class EcbXml {
    private static final DateStyle DATES = DateStyle.of("uuuu-MM-dd");

    private EcbXml() {}

    static Recognition recognise(SourceText text) {
        return SafeXml.root(text).equals("Envelope") && days(text).stream().anyMatch(day -> day.size() > 1)
                ? Recognition.YES
                : Recognition.NO;
    }

    static Reading read(SourceText text) {
        Verdicts verdicts = new Verdicts();
        days(text).forEach(day -> verdicts.read(day.getFirst(), () -> rates(day)));
        return new Reading(verdicts.list(), List.of(), null, null);
    }

    /** For each day its element, and behind it those of its rates; rates before any day make one without a date. */
    private static List<List<XmlElement>> days(SourceText text) {
        List<List<XmlElement>> days = new ArrayList<>();
        for (XmlElement cube : SafeXml.elements(text)) {
            if (cube.name().equals("Cube") && cube.attributes().containsKey("time")) {
                days.add(new ArrayList<>(List.of(cube)));
            } else if (cube.name().equals("Cube") && cube.attributes().containsKey("currency")) {
                if (days.isEmpty()) {
                    days.add(new ArrayList<>());
                }
                days.getLast().add(cube);
            }
        }
        return days;
    }

    private static Fact rates(List<XmlElement> day) {
        XmlElement first = day.getFirst();
        String time = first.attributes().getOrDefault("time", "");
        LocalDate date = DATES.find(time)
                .orElseThrow(() -> new RefusedRow(
                        new Problem(first.line(), "time", ProblemCode.BAD_DATE, "not a date", first.raw())));
        ReferenceRates rates = new ReferenceRates(first, date);
        day.stream()
                .skip(1)
                .map(XmlElement::attributes)
                .forEach(rate ->
                        rates.add(rate.getOrDefault("currency", ""), CsvRow.visible(rate.getOrDefault("rate", ""))));
        return rates.fact();
    }
}
