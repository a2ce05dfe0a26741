package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.StatementDetail;
import io.dividendsomatic.portfolio.statement.StatementDetail.Field;
import io.dividendsomatic.portfolio.statement.StatementLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The account's base currency as one file tells it. Flex position files do not name it: there it is the one currency
 * whose rate to base is 1; with none or several such currencies it stays unknown.
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
        Set<CurrencyCode> atPar = rows.stream()
                .map(StatementLine::row)
                .filter(row -> row instanceof OpenPosition position
                        && position.fxRateToBase() != null
                        && position.fxRateToBase().value().compareTo(BigDecimal.ONE) == 0)
                .map(row -> ((OpenPosition) row).currency())
                .collect(Collectors.toSet());
        return atPar.size() == 1 ? Optional.of(new BaseCurrency(atPar.iterator().next(), true)) : Optional.empty();
    }
}
