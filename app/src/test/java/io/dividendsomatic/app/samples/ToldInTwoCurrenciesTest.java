package io.dividendsomatic.app.samples;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.matching.AccountPayments;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.matching.Matching;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What real files pay is paid once, also where another export tells all of it converted and in the same words. */
class ToldInTwoCurrenciesTest {
    /** One that no sample uses. */
    private static final CurrencyCode OTHER = new CurrencyCode("ISK");

    private static final BigDecimal RATE = new BigDecimal("137.25");
    private static final FileId EXPORT = FileId.of("in kronur".getBytes(StandardCharsets.UTF_8));
    private static final Pattern NAMES_A_RATE =
            Pattern.compile("\\b[A-Z]{3} [0-9.,]+[0-9] PER SHARE\\b", CASE_INSENSITIVE);

    /** Words that name no rate are known again by the rate of a pair of their day; where there is none, nothing tells. */
    @Test
    void an_export_that_tells_everything_converted_adds_its_lines_and_no_payment() {
        int joined = 0;
        for (Path file : files()) {
            for (AccountBooks books : Books.of(List.of(file)).accounts()) {
                List<Telling> told = books.tellings();
                List<Telling> converted = converted(told);
                List<Payment> twice = payments(
                        Stream.concat(told.stream(), converted.stream()).toList());
                assertThat(twice)
                        .as(file.toString())
                        .filteredOn(payment -> !payment.currency().equals(OTHER))
                        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("sources")
                        .containsExactlyElementsOf(payments(told));
                assertThat(twice)
                        .as(file.toString())
                        .filteredOn(payment -> payment.currency().equals(OTHER))
                        .noneMatch(payment -> NAMES_A_RATE
                                .matcher(String.valueOf(payment.description()))
                                .find());
                joined += converted.size();
            }
        }
        assertThat(joined).isPositive();
    }

    private static List<Path> files() {
        return Stream.of("ibkr-activity", "ibkr-flex-xml")
                .flatMap(folder -> Samples.in(folder).stream())
                .toList();
    }

    private static List<Payment> payments(List<Telling> tellings) {
        return AccountPayments.of(
                        Books.GIVEN, Matching.match(tellings, Instrument::key).bookings(), List.of(), Instrument::key)
                .payments();
    }

    private static List<Telling> converted(List<Telling> tellings) {
        List<Telling> converted = new ArrayList<>();
        for (Telling telling : tellings) {
            StatementRow row = converted(telling.row());
            if (row != null) {
                converted.add(new Telling(
                        FactId.of("in kronur " + telling.fact()),
                        EXPORT,
                        new Edition(Instant.EPOCH, 10),
                        List.of(converted.size() + 1),
                        row,
                        null));
            }
        }
        return converted;
    }

    private static @Nullable StatementRow converted(StatementRow row) {
        return switch (row) {
            case CashDividend d -> new CashDividend(converted(d.movement()), d.instrument(), null, null, null);
            case PaymentInLieu p -> new PaymentInLieu(converted(p.movement()), p.instrument(), null, null, null);
            case WithholdingTax t -> new WithholdingTax(converted(t.movement()), t.instrument(), null);
            default -> null;
        };
    }

    private static CashMovement converted(CashMovement own) {
        BigDecimal kronur = own.amount().amount().value().multiply(RATE).setScale(2, RoundingMode.HALF_EVEN);
        return new CashMovement(
                own.date(), new Money(new Amount(kronur), OTHER), null, null, own.description(), own.references());
    }
}
