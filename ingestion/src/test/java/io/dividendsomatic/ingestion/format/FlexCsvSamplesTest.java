package io.dividendsomatic.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads real Flex queries as CSV that other projects test with, where the environment names their folder. */
class FlexCsvSamplesTest {
    private static final String FOLDER = Objects.requireNonNullElse(System.getenv("DIVIDENDSOMATIC_SAMPLES"), "");

    @BeforeEach
    void needs_the_samples() {
        assumeTrue(!FOLDER.isEmpty(), "skipped: DIVIDENDSOMATIC_SAMPLES names no folder of samples");
    }

    @Test
    void a_framed_query_tells_positions_trades_and_money() throws IOException {
        List<FileEvent> events = read("berrylove0619__IBKR-Statement__daily_sample.csv", "ibkr-flex-positions");
        assertThat(Arrivals.parsed(events).accounts()).containsExactly(AccountId.parse("ibkr:U1234567"));
        assertThat(facts(events, OpenPosition.class)).hasSize(2);
        assertThat(facts(events, Trade.class))
                .singleElement()
                .extracting(Trade::settled)
                .isEqualTo(Money.of("-1901.2", "USD"));
        assertThat(facts(events, Deposit.class))
                .singleElement()
                .extracting(deposit -> deposit.movement().amount())
                .isEqualTo(Money.of("5000", "USD"));
        assertThat(facts(events, CashDividend.class))
                .singleElement()
                .extracting(dividend -> dividend.movement().amount())
                .isEqualTo(Money.of("12.5", "USD"));
    }

    @Test
    void confirmations_without_a_trade_are_an_empty_statement() throws IOException {
        List<FileEvent> events =
                read("KonishchevDmitry__investments__empty-trade-confirmation.csv", "ibkr-flex-trades");
        assertThat(Arrivals.parsed(events).rows().total()).isZero();
    }

    @Test
    void cash_transactions_are_dividends_payments_in_lieu_and_taxes() throws IOException {
        List<FileEvent> events =
                read("dickwolff__Export-To-Ghostfolio__ibkr-dividends-export.csv", "ibkr-flex-dividends");
        assertThat(facts(events, CashDividend.class)).hasSize(5);
        assertThat(facts(events, PaymentInLieu.class)).hasSize(2);
        assertThat(facts(events, WithholdingTax.class)).hasSize(4);
    }

    @Test
    void trades_without_instrument_are_conversions() throws IOException {
        List<FileEvent> events = read("dickwolff__Export-To-Ghostfolio__ibkr-trades-export.csv", "ibkr-flex-trades");
        assertThat(facts(events, Trade.class)).hasSize(8);
        assertThat(facts(events, FxConversion.class)).hasSize(3);
    }

    private static <T extends StatementRow> List<T> facts(List<FileEvent> events, Class<T> kind) {
        return Arrivals.facts(events, kind).toList();
    }

    private static List<FileEvent> read(String name, String format) throws IOException {
        List<FileEvent> events =
                Arrivals.read(name, Files.readAllBytes(Path.of(FOLDER, "ibkr-flex-csv", name)), Arrivals.GIVEN);
        FileParsed parsed = Arrivals.parsed(events);
        assertThat(parsed.format()).isEqualTo(format);
        assertThat(parsed.rows().rejected()).as(parsed.problems().toString()).isZero();
        return events;
    }
}
