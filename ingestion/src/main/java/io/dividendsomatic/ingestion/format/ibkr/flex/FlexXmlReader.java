package io.dividendsomatic.ingestion.format.ibkr.flex;

import io.dividendsomatic.ingestion.format.Reading;
import io.dividendsomatic.ingestion.format.XmlElement;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements of one Flex query. Below a statement stand its sections; an element with attributes is a row, one
 * without is a shelf for others. An object reads one file.
 */
final class FlexXmlReader {
    private static final String STATEMENT = "FlexStatement";
    private static final Set<String> FRAME = Set.of("FlexQueryResponse", "FlexStatements");
    /** Level of a section below {@code FlexQueryResponse / FlexStatements / FlexStatement}. */
    private static final int SECTION = 3;

    private final List<FlexRecord> records = new ArrayList<>();
    private final FlexDrift drift = new FlexDrift();
    private FlexScope scope = FlexScope.NONE;
    private FlexDates dates = FlexDates.PLAIN;
    private int statement;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable Instant generated;

    Reading read(List<XmlElement> elements) {
        dates = dates(elements);
        for (XmlElement element : elements) {
            if (element.name().equals(STATEMENT)) {
                begin(element);
            } else if (!FRAME.contains(element.name()) && !element.attributes().isEmpty()) {
                row(element);
            }
        }
        Period period = from != null && to != null ? new Period(from, to) : null;
        return new Reading(FlexReading.verdicts(records), drift.list(), period, generated);
    }

    private void begin(XmlElement element) {
        Map<String, String> stated = element.attributes();
        LocalDate first = dates.day(stated.get("fromDate")).orElse(null);
        LocalDate last = dates.day(stated.get("toDate")).orElse(null);
        statement++;
        scope = new FlexScope(account(stated.get("accountId")).orElse(null), first, last, null, dates);
        if (first != null && last != null && !last.isBefore(first)) {
            from = (from == null || first.isBefore(from)) ? first : from;
            to = (to == null || last.isAfter(to)) ? last : to;
        }
        dates.instant(stated.get("whenGenerated"))
                .filter(time -> generated == null || time.isAfter(generated))
                .ifPresent(time -> generated = time);
    }

    /** What all statements and rows of the file tell of the way in which it writes days. */
    private static FlexDates dates(List<XmlElement> elements) {
        if (!FlexDates.mayBeSlashed(elements.getFirst().source().text())) {
            return FlexDates.PLAIN;
        }
        List<List<String>> statements = elements.stream()
                .filter(element -> element.name().equals(STATEMENT))
                .map(element -> Stream.of("fromDate", "toDate", "whenGenerated")
                        .flatMap(name -> Stream.ofNullable(element.attributes().get(name)))
                        .toList())
                .toList();
        Set<String> days = new HashSet<>();
        elements.forEach(element -> days.addAll(element.attributes().values()));
        return FlexDates.of(statements, days);
    }

    /** Some writers put the account above the statements: a section then stands at that level. */
    private static String section(XmlElement element) {
        if (element.path().contains(STATEMENT)) {
            return element.ancestor(SECTION);
        }
        return element.path().stream()
                .filter(name -> !FRAME.contains(name))
                .findFirst()
                .orElse("");
    }

    private void row(XmlElement element) {
        String section = section(element);
        FlexScope around = element.path().contains(STATEMENT) ? scope : FlexScope.written(dates);
        Optional<FlexTable> table = FlexTable.named(section);
        records.add(FlexRecord.of(element, table, section, statement, FlexCells.of(element), around));
        if (!section.isEmpty()) {
            drift.add(section, table, element.attributes().keySet());
        }
    }

    static Optional<AccountId> account(@Nullable String number) {
        try {
            return number == null ? Optional.empty() : Optional.of(new AccountId(Broker.IBKR, number));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
