package io.dividendsomatic.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.history.DividendSummary;
import io.dividendsomatic.dividends.history.DividendSummary.InReporting;
import io.dividendsomatic.dividends.history.DividendSummary.Line;
import io.dividendsomatic.dividends.history.DividendSummary.Unresolved;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncomeFiguresTest {
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final CurrencyCode SEK = new CurrencyCode("SEK");
    private static final Unresolved NO_RATE = new Unresolved("2031-03", SEK, 2, "FX_RATE_MISSING");

    @Test
    void where_no_payment_has_a_rate_their_sum_is_not_shown_as_zero() {
        DividendSummary paid = paid(BigDecimal.ZERO, List.of(line(null)), List.of(NO_RATE));
        assertThat(IncomeFigures.gross(paid)).isNull();
        assertThat(IncomeFigures.unresolved(paid)).isEqualTo(2);
    }

    @Test
    void what_is_known_is_shown_beside_what_is_not_and_nothing_paid_is_zero() {
        InReporting ten = reporting(BigDecimal.TEN);
        assertThat(IncomeFigures.gross(paid(BigDecimal.TEN, List.of(line(ten), line(null)), List.of(NO_RATE))))
                .isEqualByComparingTo("10");
        assertThat(IncomeFigures.gross(paid(BigDecimal.ZERO, List.of(), List.of())))
                .isZero();
    }

    private static DividendSummary paid(BigDecimal gross, List<Line> lines, List<Unresolved> unresolved) {
        return new DividendSummary(EUR, lines, reporting(gross), lines.size(), unresolved);
    }

    private static InReporting reporting(BigDecimal gross) {
        return new InReporting(EUR, gross, BigDecimal.ZERO, gross);
    }

    private static Line line(@Nullable InReporting reporting) {
        Money money = Money.of("10", "SEK");
        return new Line("2031-03", SEK, money, money, money, reporting, 1);
    }
}
