package io.dividendsomatic.ingestion.format.ibkr.activity;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.format.Cells;
import io.dividendsomatic.ingestion.format.CurrencyUnit;
import io.dividendsomatic.ingestion.format.Fact;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.Transfer;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sections Transfers (securities or money between two accounts or brokers) and Grant Activity (shares that the
 * broker gave). The direction gives the sign; statements write quantities out with and without it.
 */
final class TransferSection {
    private static final String MONEY = "CASH";

    private TransferSection() {}

    static Fact read(Line line, Cells cells) {
        boolean out = isOut(line, cells);
        CurrencyUnit unit = cells.unit("CurrencyPrimary");
        Instrument instrument = MONEY.equals(line.assetClass()) ? null : line.symbol(cells);
        BigDecimal units = instrument == null ? null : cells.number("Quantity");
        Amount cash = cells.amount("CashAmount", unit);
        Amount value = cells.amount("PositionValue", unit);
        Transfer transfer = new Transfer(
                line.day(cells),
                instrument,
                units == null ? null : new Quantity(signed(units, out)),
                cash == null || (units != null && cash.value().signum() == 0)
                        ? null
                        : new Money(new Amount(signed(cash.value(), out)), unit.currency()),
                value == null ? null : new Money(new Amount(value.value().abs()), unit.currency()),
                null,
                counterparty(cells),
                cells.text("Type"),
                Line.references(cells));
        if (transfer.quantity() == null && transfer.cash() == null) {
            throw cells.refused("Quantity", ProblemCode.MISSING_VALUE, "a transfer moves units or money");
        }
        return line.fact(cells, transfer);
    }

    /** Shares given or taken back; the price of a grant is in no stated currency. */
    static Fact grant(Line line, Cells cells) {
        Transfer transfer = new Transfer(
                line.day(cells),
                cells.required("Symbol", line.symbol(cells)),
                cells.quantity("Quantity"),
                null,
                null,
                null,
                null,
                cells.text("Description"),
                References.NONE);
        return line.fact(cells, transfer);
    }

    static @Nullable String passGrant(Line line) {
        return line.context().wording().isVesting(line.cell("Description"))
                ? "VESTING: of shares that the account holds already"
                : null;
    }

    private static boolean isOut(Line line, Cells cells) {
        String direction = cells.text("Direction");
        if (direction == null) {
            return line.cell("Quantity").startsWith("-");
        }
        return line.context()
                        .language()
                        .direction(direction)
                        .orElseThrow(() -> cells.refused("Direction", ProblemCode.UNKNOWN_TYPE, "neither in nor out"))
                == Language.Direction.OUT;
    }

    private static BigDecimal signed(BigDecimal figure, boolean out) {
        return out ? figure.abs().negate() : figure.abs();
    }

    private static @Nullable String counterparty(Cells cells) {
        String named = Stream.of(cells.text("TransferCompany"), cells.text("TransferAccount"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return named.isEmpty() ? null : named;
    }
}
