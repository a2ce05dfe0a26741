package io.dividendsomatic.dividends.history.settling;

import io.dividendsomatic.dividends.matching.TaxPart;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.FactId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of tax of a payment in one text: {@code <fact> 2031-03-03 3.75 false;…}. */
final class TaxText {

    private TaxText() {}

    static String pack(List<TaxPart> parts) {
        return parts.stream()
                .map(part -> part.id() + " " + part.date() + " " + part.withheld() + " " + part.reversed())
                .collect(Collectors.joining(";"));
    }

    static List<TaxPart> unpack(String packed) {
        return packed.isEmpty()
                ? List.of()
                : Arrays.stream(packed.split(";", -1)).map(TaxText::part).toList();
    }

    private static TaxPart part(String text) {
        String[] cells = text.split(" ", 4);
        return new TaxPart(
                new FactId(cells[0]), LocalDate.parse(cells[1]), Amount.of(cells[2]), Boolean.parseBoolean(cells[3]));
    }

    static String facts(List<FactId> facts) {
        return facts.stream().map(FactId::value).collect(Collectors.joining(","));
    }

    static List<FactId> facts(String packed) {
        return packed.isEmpty()
                ? List.of()
                : Arrays.stream(packed.split(",", -1)).map(FactId::new).toList();
    }
}
