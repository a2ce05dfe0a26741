package io.dividendsomatic.portfolio.references;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.events.ReferenceDividendsTold;
import io.dividendsomatic.portfolio.events.ReferenceEvent;
import io.dividendsomatic.portfolio.events.ReferenceRatesTold;
import io.dividendsomatic.portfolio.events.ReferencesRecorded;
import io.dividendsomatic.portfolio.events.ReferencesReplaced;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.RecordReferences;
import io.dividendsomatic.portfolio.statement.ReferenceDividend;
import io.dividendsomatic.portfolio.statement.ReferenceRate;
import io.dividendsomatic.portfolio.statement.ReplaceReferences;
import io.dividendsomatic.portfolio.statement.StatementLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    private static final FileId FILE = file("march");
    private static final Edition EDITION = new Edition(Instant.parse("2031-03-04T00:00:00Z"), 10);
    private static final LocalDate DAY = LocalDate.of(2031, 3, 3);
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final String NAME = "rates.yaml";

    @Test
    void a_file_tells_its_references_once() {
        RecordReferences command = new RecordReferences(FILE, EDITION, List.of(rate(2, DAY), dividend(3)));
        AggregateTestFixture<ReferenceFile> file = new AggregateTestFixture<>(ReferenceFile.class);
        file.givenNoPriorActivity()
                .when(command)
                .expectEvents(
                        new ReferenceRatesTold(
                                FILE,
                                EDITION,
                                "ECB",
                                List.of(new ReferenceRatesTold.Told(2, DAY, EUR, USD, FxRate.of("1.19")))),
                        new ReferenceDividendsTold(
                                FILE,
                                EDITION,
                                "Yahoo",
                                List.of(new ReferenceDividendsTold.Told(
                                        3, Instrument.ofSymbol("ALFA"), DAY, USD, UnitPrice.of("0.12")))),
                        new ReferencesRecorded(FILE, 2));
        new AggregateTestFixture<>(ReferenceFile.class)
                .givenCommands(command)
                .when(command)
                .expectNoEvents();
    }

    @Test
    void many_references_are_told_in_several_events() {
        List<StatementLine> rows = new ArrayList<>();
        for (int line = 2; line < 2_502; line++) {
            rows.add(rate(line, DAY.plusDays(line)));
        }
        List<ReferenceEvent> events = ToldReferences.of(new RecordReferences(FILE, EDITION, rows));
        assertThat(events).hasSize(4);
        assertThat(events.getLast()).isEqualTo(new ReferencesRecorded(FILE, 2_500));
    }

    @Test
    void the_references_under_a_name_are_those_of_one_file() {
        new AggregateTestFixture<>(NamedReferences.class)
                .givenNoPriorActivity()
                .when(new ReplaceReferences(NAME, FILE))
                .expectEvents(new ReferencesReplaced(NAME, FILE, null));
        new AggregateTestFixture<>(NamedReferences.class)
                .given(new ReferencesReplaced(NAME, FILE, null))
                .when(new ReplaceReferences(NAME, FILE))
                .expectNoEvents();
        new AggregateTestFixture<>(NamedReferences.class)
                .given(new ReferencesReplaced(NAME, FILE, null))
                .when(new ReplaceReferences(NAME, file("april")))
                .expectEvents(new ReferencesReplaced(NAME, file("april"), FILE));
        new AggregateTestFixture<>(NamedReferences.class)
                .given(new ReferencesReplaced(NAME, FILE, null))
                .when(new ReplaceReferences(NAME, null))
                .expectEvents(new ReferencesReplaced(NAME, null, FILE));
    }

    private static StatementLine rate(int line, LocalDate day) {
        return new StatementLine(line, new ReferenceRate(day, EUR, USD, FxRate.of("1.19"), "ECB"));
    }

    private static StatementLine dividend(int line) {
        return new StatementLine(
                line, new ReferenceDividend(Instrument.ofSymbol("ALFA"), DAY, USD, UnitPrice.of("0.12"), "Yahoo"));
    }

    private static FileId file(String name) {
        return FileId.of(name.getBytes(StandardCharsets.UTF_8));
    }
}
