package io.dividendsomatic.ingestion.format.generic;

import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.FxRateToBase;
import io.dividendsomatic.portfolio.statement.NetAssetValue;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.StatedGain;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Makes what the broker states beside its bookings: positions, balances, values, rates and gains. */
final class FigureReader {
    private final Values values;

    FigureReader(Values values) {
        this.values = values;
    }

    /** A figure of the account or of a currency. */
    StatementRow figure() {
        return switch (values.fact().kind()) {
            case FX_RATE ->
                new FxRateToBase(
                        values.day("date"),
                        values.unit().currency(),
                        values.required("fxRate", values.rate(values.unit().currency())));
            case CASH_BALANCE -> {
                Money balance = balance();
                yield new CashBalance(
                        values.day("date"), balance.currency(), false, CashBalance.At.AFTER_ROW, balance.amount());
            }
            case ENDING_CASH -> {
                Money balance = balance();
                yield new PrintedTotal(
                        PrintedTotal.Topic.ENDING_CASH,
                        values.mapping().section(),
                        label("balance"),
                        null,
                        balance.currency(),
                        false,
                        null,
                        balance.amount());
            }
            case NET_ASSET_VALUE -> netAssetValue();
            default ->
                throw new IllegalStateException("no figure: " + values.fact().kind());
        };
    }

    private String label(String field) {
        CellText cell = values.find(field);
        return cell == null ? field : cell.label();
    }

    private Money balance() {
        return values.required("balance", values.money("balance"));
    }

    /** In the base currency, which the file need not say. */
    private NetAssetValue netAssetValue() {
        Money value = values.has("currency") || values.has("valueCurrency") ? values.money("value") : null;
        BigDecimal figure = value == null ? values.number("value") : null;
        return new NetAssetValue(
                values.day("date"),
                values.text("assetClass"),
                value == null ? null : value.currency(),
                values.required("value", value != null ? value.amount() : figure == null ? null : new Amount(figure)));
    }

    OpenPosition position(Instrument instrument) {
        return new OpenPosition(
                values.day("date"),
                instrument,
                OpenPosition.Detail.SUMMARY,
                values.unit().currency(),
                values.quantity("quantity"),
                values.price("price"),
                amountOf("value"),
                values.price("costPrice"),
                amountOf("cost"),
                amountOf("gain"),
                values.rate(values.unit().currency()));
    }

    StatedGain statedGain(Instrument instrument) {
        return new StatedGain(
                instrument,
                values.quantity("quantity"),
                values.optionalDay("bought"),
                values.day("date"),
                values.unit().currency(),
                values.required("gross", amountOf("gross")),
                amountOf("cost"),
                amountOf("purchaseCosts"),
                amountOf("saleCosts"),
                null,
                values.required("gain", amountOf("gain")));
    }

    /** A figure in the row's currency; one in another would be read as something else. */
    private @Nullable Amount amountOf(String field) {
        Money money = values.money(field);
        if (money != null && !money.currency().equals(values.unit().currency())) {
            throw values.refused(field, ProblemCode.UNKNOWN_CURRENCY, "not in the currency of the row");
        }
        return money == null ? null : money.amount();
    }
}
