package io.dividendsomatic.portfolio.ledger.matching;

import io.dividendsomatic.portfolio.ledger.RowView;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Transfer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The units, prices and money that a row states, in a fixed order, without its day, instrument and words. */
record ToldFigures(List<@Nullable Object> figures) {

    static ToldFigures of(StatementRow row) {
        return switch (row) {
            case Trade t -> figures(t.level(), t.quantity(), t.currency(), t.price(), t.proceeds(), t.costs());
            case FxConversion f -> figures(f.level(), f.amount(), f.counterAmount());
            case Transfer t -> figures(t.quantity(), t.cash());
            case CorporateAction a -> figures(a.action(), a.cancelled(), a.quantity(), a.cash(), a.value());
            default -> {
                CashMovement movement = Objects.requireNonNull(RowView.of(row).movement());
                yield figures(movement.amount());
            }
        };
    }

    private static ToldFigures figures(@Nullable Object... stated) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object figure : stated) {
            all.add(figure);
        }
        return new ToldFigures(Collections.unmodifiableList(all));
    }
}
