package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.statement.StatementDetail;
import io.dividendsomatic.portfolio.statement.StatementDetail.Field;
import io.dividendsomatic.portfolio.statement.StatementLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The account's base currency as one file tells it. Many files do not name it. There it is the one currency whose rate to
 * base is 1, or in whose balance rows with a rate from another currency were booked; with none or several such currencies
 * it stays unknown.
 */
record BaseCurrency(CurrencyCode currency, boolean inferred) {

    static Optional<BaseCurrency> of(List<StatementLine> rows) {
        return stated(rows).or(() -> inferred(rows));
    }

    private static Optional<BaseCurrency> stated(List<StatementLine> rows) {
        return rows.stream()
                .map(StatementLine::row)
                .filter(row -> row instanceof StatementDetail detail && detail.field() == Field.BASE_CURRENCY)
                .flatMap(row -> CurrencyCode.find(((StatementDetail) row).value()).stream())
                .findFirst()
                .map(currency -> new BaseCurrency(currency, false));
    }

    private static Optional<BaseCurrency> inferred(List<StatementLine> rows) {
        Set<CurrencyCode> bases = rows.stream()
                .flatMap(line -> RowRate.of(line.row()).stream())
                .flatMap(rate -> base(rate).stream())
                .collect(Collectors.toSet());
        return bases.size() == 1 ? Optional.of(new BaseCurrency(bases.iterator().next(), true)) : Optional.empty();
    }

    private static Optional<CurrencyCode> base(RowRate row) {
        CurrencyCode settled = row.settled();
        if (settled != null && !settled.equals(row.currency())) {
            return Optional.of(settled);
        }
        return row.rate().value().compareTo(BigDecimal.ONE) == 0 ? Optional.of(row.currency()) : Optional.empty();
    }
}
